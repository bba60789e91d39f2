/** The ladder diagram: who has a lane, when each thing is, how arrows end, and that a window shows what crosses it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMPONENTS } from '../../../src/lib/machines/components.ts';
import { play, SCENARIO_IDS, SCENARIOS, type ScenarioId } from '../../../src/lib/scenarios/scenarios.ts';
import { LANES } from '../../../src/lib/scene/lanes.ts';
import { inSight, ladderOf, ROW, rowAt, sentenceOf, yAt, type Ladder } from '../../../src/lib/scene/ladder.ts';
import { gapPx } from '../../../src/lib/scene/ladderRows.ts';
import { firstDifference, isAssumed, layOut } from '../../../src/lib/scene/timeline.ts';
import { act, advance, append, fork, recordsIn, type History } from '../../../src/lib/sim/history.ts';

const run = (id: ScenarioId): History => play(SCENARIOS[id]);
const ladder = (id: ScenarioId): Ladder => ladderOf(run(id));
const rowsSaying = (of: Ladder, words: string) => of.rows.filter((row) => row.words === words);

describe('the lanes', () => {
	test('are in one order, and each component has its place in it', () => {
		expect([...LANES].sort()).toEqual([...COMPONENTS].sort());
	});

	test('are those of the components that have anything to do, from the person outward', () => {
		expect(ladder('probes-flag-on').lanes).toEqual([
			'person',
			'mainApp',
			'safari',
			'sessionManager',
			'tunnelProcess',
			'kernelRouter',
			'accessPoint',
			'relay',
			'internet'
		]);
		expect(ladder('update-flag-on').lanes).toContain('appStoreUpdater');
	});

	test.each(SCENARIO_IDS)('hold everything that is drawn of %s', (id) => {
		const { lanes, rows, arrows, bars } = ladder(id);
		const used = new Set([
			...rows.map(({ lane }) => lane),
			...arrows.flatMap(({ from, to }) => [from, to]),
			...bars.map(({ lane }) => lane)
		]);
		expect([...used].sort()).toEqual([...lanes].sort());
	});
});

describe('time goes down', () => {
	test('a row’s height for what is at the same moment, more for a longer gap, and never more than 60 px', () => {
		const gaps = [0, 1, 20, 300, 15_000, 10_000_000].map(gapPx);
		expect(gaps[0]).toBe(ROW.height);
		expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
		expect(gaps[3]).toBeGreaterThan(gaps[2] ?? 0);
		expect(gaps.at(-1)).toBe(60);
	});

	test.each(SCENARIO_IDS)(
		'rows of %s come one below the other, a row’s height apart at least, and all are on the ladder',
		(id) => {
			const { rows, height } = ladder(id);
			rows
				.slice(1)
				.forEach(({ y, atMs }, i) => expect(y).toBeCloseTo((rows[i]?.y ?? 0) + gapPx(atMs - (rows[i]?.atMs ?? 0))));
			expect((rows.at(-1)?.y ?? 0) + ROW.below).toBeLessThan(height);
		}
	);

	test('the time is said whenever it is another, in seconds', () => {
		const { rows } = ladder('update-flag-on');
		expect(rowsSaying(ladder('update-flag-on'), 'SIGTERM')[0]?.tick).toBe('2.502');
		rows.forEach(({ tick, atMs }, i) => expect(tick === null).toBe(atMs === rows[i - 1]?.atMs));
	});

	test('the present is below what has happened and above what has not', () => {
		const of = ladder('update-flag-on');
		const first = of.rows[0]?.y ?? 0;
		expect(yAt(of, 0)).toBeLessThanOrEqual(first - ROW.above);
		of.rows.forEach(({ entry, y }, i) => {
			expect(yAt(of, entry + 1)).toBeGreaterThan(y);
			expect(yAt(of, entry + 1)).toBeLessThan(of.rows[i + 1]?.y ?? Infinity);
			expect(rowAt(of, entry + 1)).toBe(i);
		});
		expect([yAt(of, 1e6), rowAt(of, 0)]).toEqual([yAt(of, of.ys.length), -1]);
	});

	test('steps without anything to tell take no room, and what follows them is where it is', () => {
		const history = run('update-flag-on');
		const quiet = history.entries.findIndex(
			({ choice, records }, i) => i > 40 && choice.type === 'deliver' && records.length === 0
		);
		const of = ladderOf(history);
		expect(of.rows.some(({ entry }) => entry === quiet)).toBe(false);
		expect(of.ys[quiet]).toBe(of.ys[quiet - 1]);
	});
});

describe('an arrow', () => {
	test.each(SCENARIO_IDS)(
		'is drawn for every message of %s that is not to oneself, from the row that sent it to the row that got it',
		(id) => {
			const history = run(id);
			const of = ladderOf(history);
			const sent = layOut(history).flights.filter(
				({ message, arrives }) => message.from !== message.to && arrives !== null
			);
			const drawn = of.arrows.filter(({ from, to, arrives }) => from !== to && arrives !== null);
			expect(drawn.map(({ departs, arrives }) => [departs, arrives]).sort()).toEqual(
				sent.map(({ departs, arrives }) => [departs, arrives]).sort()
			);
			for (const { departs, arrives, y1, y2 } of drawn) {
				expect(y2).toBe(of.ys[arrives ?? 0]);
				expect(y1).toBeGreaterThan(of.ys[departs] ?? 0);
				expect(y1).toBeLessThan(y2);
			}
		}
	);

	test('of a packet that vanishes ends in nothing: one for each record that says so', () => {
		const history = run('probes-flag-on');
		const vanished = recordsIn(history).filter(({ packet }) => packet?.fate === 'vanished').length;
		expect(vanished).toBeGreaterThan(3);
		expect(ladderOf(history).arrows.filter(({ end }) => end === 'vanished')).toHaveLength(vanished);
		expect(ladderOf(history).arrows.filter(({ end, to }) => end === 'vanished' && to !== 'kernelRouter')).toEqual([]);
	});

	test('leaks outside the wall only, there and back, and only in the clear', () => {
		const leaking = ladder('update-flag-off').arrows.filter(({ leaking }) => leaking);
		expect(leaking.length).toBeGreaterThan(2);
		expect([...new Set(leaking.map(({ from, to }) => `${from} ${to}`))].sort()).toEqual([
			'internet kernelRouter',
			'kernelRouter internet'
		]);
		expect(ladder('one-request').arrows.some(({ to }) => to === 'internet')).toBe(true);
		expect(ladder('one-request').arrows.filter(({ leaking }) => leaking)).toEqual([]);
		expect(ladder('update-flag-on').arrows.filter(({ leaking }) => leaking)).toEqual([]);
	});

	test('still under way where the run ends goes on to the foot; one that was lost with the power ends at the reboot', () => {
		const whole = run('probes-flag-off');
		const sending = layOut(whole).flights.find(
			({ message, arrives, departs }) => message.to === 'relay' && (arrives ?? 0) > departs
		) ?? { departs: 0 };
		const cut = fork(whole, sending.departs + 1);
		const open = ladderOf(cut).arrows.filter(({ end }) => end === 'underWay');
		expect(open.map(({ to, y2 }) => [to, y2])).toContainEqual(['relay', ladderOf(cut).height]);
		const dark = ladderOf(act(cut, 'reboot'));
		expect(dark.arrows.filter(({ end }) => end === 'lost').map(({ to, y2 }) => [to, y2])).toContainEqual([
			'relay',
			dark.ys.at(-1)
		]);
	});
});

describe('what is held', () => {
	test('waits along the kernel router’s lane from its arrow on, one behind the other', () => {
		const of = ladder('update-flag-on');
		const bars = of.bars.filter(({ kind }) => kind === 'held');
		expect(bars.map(({ y1, slot, lane }) => [y1, slot, lane])).toEqual(
			of.arrows.filter(({ end }) => end === 'held').map(({ y2 }, i) => [y2, i, 'kernelRouter'])
		);
		expect(bars.map(({ y2 }) => y2)).toEqual([of.height, of.height]);
	});

	test('waits until it is let go, and leaves then', () => {
		const of = ladder('crash-flag-on');
		const [bar] = of.bars.filter(({ kind }) => kind === 'held');
		const up = of.rows.find(({ y }) => y === bar?.y2);
		expect(up?.words).toBe('tunnel up');
		expect(
			of.arrows.filter(({ departs, from, to, protocol }) => departs === up?.entry && from === to && protocol === 'tcp')
		).toHaveLength(1);
	});
});

test('the tunnel process is there from its launch to its end', () => {
	const of = ladder('update-flag-on');
	const [there] = of.bars.filter(({ kind }) => kind === 'running');
	expect(there?.y1).toBe(rowsSaying(of, 'startTunnel')[0]?.y);
	expect(there?.y2).toBe(of.rows.find(({ states }) => states === 'not running')?.y);
});

describe('a row', () => {
	const said = (id: ScenarioId) => ladder(id).rows.map(sentenceOf);

	test('is one sentence: when, who to whom, what, and what came of it', () => {
		expect(said('update-flag-on')).toEqual(
			expect.arrayContaining([
				'2.000 s, App Store updater: Update the app; now update requested',
				'2.502 s, session manager to tunnel process: SIGTERM; now told to terminate',
				'2.702 s, tunnel process: after terminate; now not running',
				'2.705 s, App Store updater to kernel router: app download request, TCP, held'
			])
		);
	});

	test('says vanished, outside the tunnel, and envelopes, whatever the picture shows', () => {
		expect(said('probes-flag-on')).toContain('0.510 s, tunnel process to kernel router: probe request, ICMP, vanished');
		expect(said('localnet-flag-off')).toContain(
			'0.635 s, kernel router to access point: web page request, TCP, outside the tunnel; now reading along'
		);
		expect(said('multihop-flag-on')).toContain(
			'0.634 s, kernel router to relay: probe request, ICMP, in two envelopes'
		);
	});

	test('says that an act made no sense', () => {
		const refused = append(run('update-flag-on'), { type: 'act', act: 'update' });
		expect(ladderOf(refused).rows.at(-1)).toMatchObject({ kind: 'act', refused: true, words: 'Update the app' });
	});

	test.each(SCENARIO_IDS)('has something to say, everywhere in %s', (id) => {
		for (const { words, kind } of ladder(id).rows) expect(words, kind).not.toBe('');
	});
});

describe('without what is assumed', () => {
	const history = run('exit-reboot');
	const known = ladderOf(history, { knownOnly: true });
	const assumed = (entry: number) => isAssumed(history.entries[entry] ?? { records: [] });

	test('no row and no arrow comes of an assumed step', () => {
		expect(history.entries.some(isAssumed)).toBe(true);
		expect(known.rows.filter(({ entry }) => assumed(entry))).toEqual([]);
		expect(
			known.arrows.filter(({ departs, arrives }) => assumed(departs) || (arrives !== null && assumed(arrives)))
		).toEqual([]);
	});

	test('every entry still has its place', () => {
		expect(known.ys).toHaveLength(history.entries.length);
		expect(known.ys).toEqual([...known.ys].sort((a, b) => a - b));
	});
});

test('where two runs part there is room for a line, above the first row that differs', () => {
	const [on, off] = [run('update-flag-on'), run('update-flag-off')];
	const partsAt = firstDifference(on, off) ?? -1;
	const of = ladderOf(on, { partsAt });
	const row = of.rows.findIndex(({ entry }) => entry === partsAt);
	expect(of.partsY).toBeGreaterThan((of.rows[row - 1]?.y ?? 0) + ROW.below);
	expect(of.partsY).toBeLessThan((of.rows[row]?.y ?? 0) - ROW.above);
	expect(ladderOf(on).partsY).toBeNull();
});

describe('through a window', () => {
	/** A phone on which a page keeps refreshing itself. */
	const long = ladderOf(advance(run('first-screen'), (_, steps) => steps >= 5_000));

	test('is seen what crosses it and nothing else, however far above it begins', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -100, max: Math.ceil(long.height) + 100 }),
				fc.integer({ min: 0, max: 3_000 }),
				(fromPx, high) => {
					const toPx = fromPx + high;
					const crosses = ({ y1, y2 }: { y1: number; y2: number }) => y1 <= toPx && y2 >= fromPx;
					const seen = inSight(long, fromPx, toPx);
					expect(seen.arrows).toEqual(long.arrows.filter(crosses));
					expect(seen.bars).toEqual(long.bars.filter(crosses));
					expect(seen.rows).toEqual(long.rows.filter(({ y }) => crosses({ y1: y - ROW.above, y2: y + ROW.below })));
				}
			)
		);
	});

	test('there are few things, in a run of thousands of steps', () => {
		expect(long.rows.length).toBeGreaterThan(4_000);
		for (let px = 0; px < long.height; px += 5_000) {
			const { rows, arrows, bars } = inSight(long, px, px + 1_000);
			expect(rows.length + arrows.length + bars.length).toBeLessThan(160);
		}
	});

	test('the long bar of a process that began far above is seen', () => {
		const { bars } = inSight(long, long.height / 2, long.height / 2 + 10);
		expect(bars.map(({ kind }) => kind)).toContain('running');
	});
});
