/** What building needs: no browser, and the checker’s long answers, which come from elsewhere while it goes on. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { checkPhone, PHONES } from '../../src/lib/check/phoneTable';

const root = join(import.meta.dirname, '../..');

/** What a script imports, and what that imports of the project: packages by name. */
function packagesOf(file: string, seen = new Set<string>()): string[] {
	if (seen.has(file)) return [];
	seen.add(file);
	const imports = readFileSync(file, 'utf8').matchAll(/^\s*(?:import|export) (?:[^'"]*? from )?['"]([^'"]+)['"]/gm);
	return [...imports].flatMap(([, name = '']) =>
		name.startsWith('.') ? packagesOf(join(dirname(file), name), seen) : [name]
	);
}

const DRIVERS = /playwright|selenium|chrome-launcher|lighthouse/;

test.each(['scripts/start.mjs', 'scripts/build.mjs', 'vite.config.ts'])(
	'%s loads nothing that drives a browser',
	(script) => {
		const packages = packagesOf(join(root, script));
		expect(packages).not.toEqual([]);
		expect(packages.filter((name) => DRIVERS.test(name))).toEqual([]);
	}
);

test('no unit test loads anything that drives a browser', () => {
	const files = ['unit', 'claims'].flatMap((folder) =>
		readdirSync(join(root, 'tests', folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.test.ts'))
			.map((name) => join(root, 'tests', folder, name))
	);
	const drivers = /(?:from|import\() ?['"][^'"]*(?:playwright|selenium|chrome-launcher|lib\/browser)/;
	expect(files.filter((file) => drivers.test(readFileSync(file, 'utf8')))).toEqual([]);
});

describe('an answer that takes the checker long', () => {
	let folder = '';
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'answers-'));
		vi.resetModules();
	});
	afterEach(() => {
		rmSync(folder, { recursive: true });
		vi.unstubAllEnvs();
	});
	const answerTo = async () => (await import('../../src/lib/ui/controls/phones/answers.server')).answerTo;

	it('is found once where nobody was asked', async () => {
		vi.stubEnv('CHECKER_ANSWERS', undefined);
		const find = vi.fn(() => 'answer');
		const ask = await answerTo();
		expect(await Promise.all([ask('phones', find), ask('phones', find)])).toEqual(['answer', 'answer']);
		expect(find).toHaveBeenCalledTimes(1);
	});

	it('is waited for where a build has asked', async () => {
		vi.stubEnv('CHECKER_ANSWERS', folder);
		const find = vi.fn();
		const answer = (await answerTo())('phones', find);
		writeFileSync(join(folder, 'phones.part'), serialize(['from elsewhere']));
		renameSync(join(folder, 'phones.part'), join(folder, 'phones'));
		expect(await answer).toEqual(['from elsewhere']);
		expect(find).not.toHaveBeenCalled();
	});

	it('is the same out of a file', () => {
		const verdict = checkPhone(PHONES.at(-1) ?? expect.fail('There are no phones.'));
		expect(deserialize(serialize(verdict))).toStrictEqual(verdict);
	});

	it('is refused in one sentence when the question is unknown', () => {
		const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
		const ask = () =>
			execFileSync(process.execPath, [tsx, join(root, 'scripts/answer.ts'), 'weather', join(folder, 'weather')], {
				stdio: 'pipe'
			});
		expect(ask).toThrow('A question is one of phones, proof, and behind it stands a file for the answer.');
	});
});
