import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ACT_IDS } from '../../../src/lib/sim/acts.ts';
import { recordsIn, seek } from '../../../src/lib/sim/history.ts';
import { bytesOf, digestOf, RUNS } from './runs.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const cold = fileURLToPath(new URL('coldProcess.ts', import.meta.url));

describe('the same knobs and acts give the same history, byte for byte', () => {
	test.each(RUNS)('run again with caches warm: $name', ({ run }) => {
		expect(bytesOf(run())).toBe(bytesOf(run()));
	});

	test('run in a process that has run nothing else', { timeout: 60_000 }, () => {
		const printed = execFileSync(process.execPath, ['--import', 'tsx', cold], { cwd: root, encoding: 'utf8' });
		expect(JSON.parse(printed)).toEqual(Object.fromEntries(RUNS.map(({ name, run }) => [name, digestOf(run())])));
	});
});

test('a history holds as many worlds as steps, numbered in order, and time never runs back', () => {
	for (const { name, run } of RUNS) {
		const history = run();
		history.entries.forEach(({ world }, step) => {
			expect(world.steps, name).toBe(step + 1);
			expect(world.nowMs, name).toBeGreaterThanOrEqual(seek(history, step).nowMs);
		});
		expect(
			recordsIn(history).every(({ step, cause }) => cause === null || cause < step),
			name
		).toBe(true);
	}
});

test('the runs use every act there is', () => {
	const used = new Set(
		RUNS.flatMap(({ run }) => run().entries.flatMap(({ choice }) => (choice.type === 'act' ? [choice.act] : [])))
	);
	expect(ACT_IDS.filter((id) => !used.has(id))).toEqual([]);
});
