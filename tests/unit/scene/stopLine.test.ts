import { describe, expect, it } from 'vitest';
import { timelineIn } from '../../../src/lib/scene/figureRuns.ts';
import { stopLineOf } from '../../../src/lib/scene/stopLine.ts';
import { firstDifference, layOut, pace } from '../../../src/lib/scene/timeline.ts';
import { FIGURES, type FigureSpec } from '../../../src/lib/scenarios/figureSpecs/index.ts';

/** The line of a figure’s own runs, as its player lays them out. */
function lineOf(spec: FigureSpec) {
	const runs = spec.runs.map((id) => timelineIn(spec, id).history);
	const paces = pace(runs);
	const timelines = runs.map((run, i) => layOut(run, paces[i], spec.marks));
	const [one, other] = runs;
	const entry = one && other ? firstDifference(one, other) : null;
	const partsAt = entry === null ? null : (timelines[0]?.playMs[entry] ?? null);
	const durationMs = Math.max(...timelines.map((timeline) => timeline.durationMs));
	return { line: stopLineOf(spec, timelines, partsAt), timelines, partsAt, durationMs };
}

describe.each(Object.entries(FIGURES) as [string, FigureSpec][])('the line of %s', (_, spec) => {
	const { line, timelines, partsAt, durationMs } = lineOf(spec);

	it('has a stop for every still of its runs, of those that come at once the first', () => {
		const shown = spec.frames.flatMap(({ scenario, moment }) => {
			const run = timelines[spec.runs.indexOf(scenario)];
			return run ? [run.playMs[run.moments.find(({ title }) => title === moment)?.entry ?? -1]] : [];
		});
		expect(line.stops.map(({ playMs }) => playMs)).toEqual(expect.arrayContaining(shown));
	});

	it('stands each where its moment first comes, on the branch of its run', () => {
		for (const { title, playMs, branch } of line.stops) {
			const run = timelines[branch ?? 0];
			const first = timelines.map(
				({ moments, playMs: all }) => all[moments.find((moment) => moment.title === title)?.entry ?? -1]
			);
			expect(branch === null ? first : [first[branch]], title).toContain(playMs);
			expect(branch !== null, title).toBe(partsAt !== null && playMs >= partsAt);
			expect(run, title).toBeDefined();
		}
	});

	it('keeps the order of time, and gives the moment back that stands at a place', () => {
		const places = line.stops.map(({ at }) => at);
		expect(places).toEqual([...places].sort((a, b) => a - b));
		for (const ms of [0, durationMs / 3, durationMs / 2, durationMs])
			expect(line.playMsAt(line.shareOf(ms))).toBeCloseTo(ms, 6);
	});

	it('leaves room for each name: no two on the same side share any, and none goes beyond the line', () => {
		const sides = [line.stops.filter(({ above }) => above), line.stops.filter(({ above }) => !above)];
		for (const stops of sides) {
			const ends = stops.map(({ room }) => room);
			ends.forEach(([from, to], i) => {
				expect(to - from).toBeGreaterThan(0.02);
				expect(from).toBeGreaterThan(-1e-9);
				expect(to).toBeLessThan(1 + 1e-9);
				expect(from).toBeGreaterThan((ends[i - 1]?.[1] ?? -1) - 1e-9);
			});
		}
	});
});

describe('the line of the update', () => {
	const { line } = lineOf(FIGURES['the-update']);

	it('forks after what both phones do alike, and before what each does alone', () => {
		const alike = line.stops.filter(({ branch }) => branch === null).map(({ title }) => title);
		expect(alike).toEqual(['The update begins', 'SIGTERM']);
		for (const { at, branch } of line.stops) expect(at < (line.fork ?? 0)).toBe(branch === null);
	});

	it('ends in a lockout on the branch of the flag, and on no other', () => {
		expect(line.locked).toEqual([false, true]);
		expect(line.stops.filter(({ branch }) => branch === 1).map(({ title }) => title)).toContain('The circle closes');
	});
});

it('has no fork where there is one run', () => {
	expect(lineOf(FIGURES.alive).line.fork).toBeNull();
});
