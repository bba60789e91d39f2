/** A run as lines of JSON, for the terminal and for pages alike. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { jsonLines, jsonText } from '../../../src/lib/scene/traceJson.ts';
import { play, SCENARIOS } from '../../../src/lib/scenarios/scenarios.ts';
import { recordsIn } from '../../../src/lib/sim/history.ts';

const run = play(SCENARIOS['update-flag-on']);

test('there is one line per record, and one with the summary', () => {
	const lines = jsonLines(run);
	expect(lines).toHaveLength(recordsIn(run).length + 1);
	expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ summary: { locked: true } });
});

test('a packet is written where its fate is settled, and only there', () => {
	const written = jsonLines(run)
		.slice(0, -1)
		.map((line) => (JSON.parse(line) as { packet?: unknown }).packet);
	expect(written.map((packet) => packet ?? null)).toEqual(recordsIn(run).map(({ packet }) => packet));
	expect(jsonLines(run).filter((line) => line.includes('"packet":null'))).toEqual([]);
});

test('a page saves the same bytes as the terminal prints', { timeout: 60_000 }, () => {
	const trace = ['--import', 'tsx', 'scripts/trace.ts', '--json', '--scenario', 'update-flag-on'];
	const { stdout } = spawnSync(process.execPath, trace, {
		cwd: fileURLToPath(new URL('../../../', import.meta.url)),
		encoding: 'utf8'
	});
	expect(jsonText(run)).toBe(stdout);
});
