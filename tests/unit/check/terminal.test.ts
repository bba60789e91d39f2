/** The checker in the terminal, as people and scripts use it. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { MODEL_VERSION } from '../../../src/lib/sim/world.ts';
import { describe, expect, test } from 'vitest';
import { PROPERTY_IDS, type Verdicts } from '../../../src/lib/check/check.ts';
import type { RepairAnswer } from '../../../src/lib/check/minimalRepairs.ts';
import { REPAIR_IDS } from '../../../src/lib/machines/repairs.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

function run(script: 'check' | 'repairs', ...args: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...args], {
		cwd: root,
		encoding: 'utf8',
		maxBuffer: 2 ** 26
	});
	return { status, stdout, stderr };
}

describe('check', { timeout: 120_000 }, () => {
	test('ends with 0 when what was asked holds', () => {
		const { status, stdout } = run(
			'check',
			'--ian',
			'on',
			'--repairs',
			'manualUpdates,disconnectsFirst',
			'--property',
			'noLockout'
		);
		expect(status).toBe(0);
		expect(stdout).toContain('No lockout: holds.');
		expect(stdout).not.toContain('No leak');
	});

	test('ends with 1 when something does not, and prints the path', () => {
		const { status, stdout } = run('check', '--ian', 'on', '--transport', 'bsdSocket', '--property', 'noSilentLoss');
		expect(status).toBe(1);
		expect(stdout).toContain('No silent loss: does not hold.');
		expect(stdout).toContain('thrown away');
		expect(stdout).toContain(`?v=${MODEL_VERSION}&`);
	});

	test('--json prints one object with the verdicts that were asked for', () => {
		const { status, stdout } = run(
			'check',
			'--ian',
			'on',
			'--transport',
			'bsdSocket',
			'--property',
			'noSilentLoss,wayOut',
			'--json'
		);
		expect(status).toBe(1);
		const { verdicts, worlds } = JSON.parse(stdout) as Verdicts;
		expect(Object.keys(verdicts)).toEqual(['noSilentLoss', 'wayOut']);
		expect(worlds).toBeGreaterThan(1_000);
	});

	test.each([
		[['--property', 'noMagic'], PROPERTY_IDS.join(', ')],
		[['--repairs', 'prayer'], REPAIR_IDS.join(', ')],
		[['--acts', 'connect'], '--repairs, --property'],
		[['--ian', 'maybe'], 'off, on'],
		[['--transport', 'nwConnection', '--ios', '17'], 'choose iOS 18']
	])('%j ends with 2 and one sentence that names what is allowed', (args, allowed) => {
		const { status, stdout, stderr } = run('check', ...args);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toContain(allowed);
		expect(stderr).toMatch(/^[^\n]+\.\n$/);
	});

	test('--help names every property and how it ends', () => {
		const { status, stdout } = run('check', '--help');
		expect(status).toBe(0);
		for (const word of [...PROPERTY_IDS, ...REPAIR_IDS, 'Exit code 0']) expect(stdout).toContain(word);
	});
});

describe('repairs', { timeout: 120_000 }, () => {
	test('--json prints the minimal sets for those who may repair', () => {
		const { status, stdout } = run('repairs', '--by', 'user', '--json');
		expect(status).toBe(0);
		expect((JSON.parse(stdout) as RepairAnswer).smallest.map(({ repairs }) => repairs)).toEqual([
			['manualUpdates', 'disconnectsFirst']
		]);
	});

	test('says in words that the app alone can do nothing', () => {
		expect(run('repairs', '--by', 'app').stdout).toContain('No set of their repairs keeps them all.');
	});

	test('a wrong option ends with 2', () => {
		expect(run('repairs', '--by', 'magic')).toMatchObject({
			status: 2,
			stdout: '',
			stderr: expect.stringContaining('apple, app, user') as string
		});
	});
});
