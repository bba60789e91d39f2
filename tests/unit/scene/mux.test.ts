/** Chapter 7: what passes the mux, counted from the records. */
import { describe, expect, test } from 'vitest';
import { timelineIn } from '../../../src/lib/scene/figureRuns.ts';
import { flightsAt } from '../../../src/lib/scene/flights.ts';
import { STREET } from '../../../src/lib/scene/plate/layouts.ts';
import { muxAt } from '../../../src/lib/scene/mux.ts';
import { momentOf } from '../../../src/lib/scene/storyboard.ts';
import { FIGURES } from '../../../src/lib/scenarios/figureSpecs/index.ts';
import { SCENARIO_IDS, type ScenarioId } from '../../../src/lib/scenarios/scenarios.ts';
import { recordsIn } from '../../../src/lib/sim/history.ts';

const timeline = (scenario: ScenarioId) => timelineIn(FIGURES['around-the-kernel'], scenario);
const atEnd = (scenario: ScenarioId) => muxAt(timeline(scenario), Infinity);
const at = (scenario: ScenarioId, title: string) => {
	const run = timeline(scenario);
	return muxAt(run, run.playMs[momentOf(run, title).entry] ?? 0);
};

describe('the opened tunnel process', () => {
	test('has passed nothing at the beginning', () => {
		expect(muxAt(timeline('userspace-flag-on'), 0)).toMatchObject({
			running: false,
			last: null,
			counts: { fromStack: 0, fromUtun: 0, toStack: 0, toUtun: 0 }
		});
	});

	test.each(['userspace-flag-on', 'userspace-flag-off'] as const)(
		'gives the stack one reply for each packet that it built but TCP’s last ACK, and utun one for the page, in %s',
		(scenario) => {
			const { counts } = atEnd(scenario);
			expect(counts.fromStack).toBe(
				recordsIn(timeline(scenario).history).filter(({ reason }) => reason === 'stack.muxes').length
			);
			expect(counts.toStack).toBe(counts.fromStack - 1);
			expect([counts.fromUtun, counts.toUtun]).toEqual([1, 1]);
		}
	);

	test('a reply for the stack goes to the stack, one for Safari to utun', () => {
		expect(at('userspace-flag-on', 'For the stack').last?.ways).toContain('toStack');
		expect(at('userspace-flag-on', 'For utun').last?.ways).toEqual(['toUtun']);
	});

	test('without the stack nothing comes from it', () => {
		expect(atEnd('negotiation-flag-on')).toMatchObject({ usesStack: false, counts: { fromStack: 0, toStack: 0 } });
	});

	test('says when there are two relays', () => {
		expect(atEnd('multihop-flag-on').multihop).toBe(true);
		expect(atEnd('userspace-flag-on').multihop).toBe(false);
	});
});

test('packets that one step hands over have keys of their own, whatever the run', () => {
	for (const scenario of SCENARIO_IDS) {
		const run = timeline(scenario);
		for (const atMs of run.playMs) {
			const keys = flightsAt(run, STREET, atMs + 1).packets.map(({ key }) => key);
			expect(new Set(keys).size, `${scenario} at ${atMs}`).toBe(keys.length);
		}
	}
});

test('the last ACK and the first packet after it are both built, and both are seen', () => {
	const run = timeline('userspace-flag-on');
	const step = run.history.entries.findIndex(
		({ records }) => records.filter(({ reason }) => reason === 'stack.muxes').length === 2
	);
	const inside = flightsAt(run, STREET, (run.playMs[step] ?? 0) + 100).packets.filter(({ key }) => key < 0);
	expect(inside.map(({ packet }) => `${packet.purpose} ${packet.segment}`)).toEqual([
		'negotiation ACK',
		'probe request',
		'negotiation FIN, ACK'
	]);
});
