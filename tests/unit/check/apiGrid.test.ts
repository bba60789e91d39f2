/** Chapter 6: what the checker says of each cell, having seen all of its runs, is what the one run shows that the figure plays. */
import { describe, expect, test } from 'vitest';
import { checkGrid, type CheckedCell } from '../../../src/lib/check/apiGrid.ts';
import { Stopped } from '../../../src/lib/check/explorer.ts';
import { reach } from '../../../src/lib/check/reachability.ts';
import {
	ANSWERS,
	CELL_ACTS,
	cellKnobs,
	cellRun,
	GRID_APIS,
	GRID_CELLS,
	verdictOf,
	type GridApi,
	type GridCell
} from '../../../src/lib/scenarios/apiGrid.ts';
import { parsePermalink } from '../../../src/lib/scenarios/parsePermalink.ts';

const cells = checkGrid();
const apiOf = ({ api }: GridCell) => GRID_APIS[api] as GridApi;
const knobsOf = (cell: GridCell) => cellKnobs(apiOf(cell), cell.iosVersion, cell.flag);
const cases = cells.map((cell): [string, CheckedCell] => [
	`${apiOf(cell).name}, iOS ${cell.iosVersion}, flag ${cell.flag ? 'on' : 'off'}`,
	cell
]);
const every = (verdict: CheckedCell['verdict']) => cases.filter(([, cell]) => cell.verdict === verdict);

test('every cell of the grid is checked once, in its order', () => {
	expect(cells.map(({ api, iosVersion, flag }) => ({ api, iosVersion, flag }))).toEqual(GRID_CELLS);
	expect(new Set(cases.map(([name]) => name)).size).toBe(24);
});

test.each(cases)('%s: checker and played run agree', (_, cell) => {
	expect(cell.verdict).toBe(verdictOf(cellRun(knobsOf(cell)), apiOf(cell)));
});

test.each(every('works'))('%s: the path ends with the answer, and its link opens it', (_, { path, ...cell }) => {
	const opened = parsePermalink(path?.link ?? '', 1);
	if (!opened || 'error' in opened) throw new Error('The link does not open.');
	const reasons = opened.runs[0]?.entries[(opened.positions[0] ?? 0) - 1]?.records.map(({ reason }) => reason);
	expect(reasons).toContain(ANSWERS[apiOf(cell).carries]);
});

describe('where no answer can come back', () => {
	const reached = (cell: CheckedCell) =>
		reach(knobsOf(cell), ['rule.ownVoiceFlagOn', 'icmp.sendmsgOk', 'tcp.waits'], {
			bounds: { acts: CELL_ACTS, maxWorlds: 10_000 }
		}).paths;

	test.each(every('vanishes'))('%s: the packet is thrown away, and its send reports success', (_, cell) => {
		expect(Object.keys(reached(cell)).sort()).toEqual(['icmp.sendmsgOk', 'rule.ownVoiceFlagOn']);
	});

	test.each(every('waits'))('%s: the connection comes to wait', (_, cell) => {
		expect(Object.keys(reached(cell))).toContain('tcp.waits');
	});
});

test('cells are told one after the other, and whoever has heard enough stops it', () => {
	const heard: CheckedCell[] = [];
	const hear = (cell: CheckedCell) => void heard.push(cell);
	expect(() => checkGrid(() => heard.length === 3, hear)).toThrow(Stopped);
	expect(heard).toEqual(cells.slice(0, 3));
});
