/** Whatever anybody does, in whatever order and haste, under whatever knobs. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KNOB_VALUES, refuseKnobs, RELEASED_APP, type Knobs } from '../../../src/lib/machines/knobs.ts';
import { ACT_IDS, type ActId } from '../../../src/lib/sim/acts.ts';
import {
	act,
	fork,
	present,
	runUntil,
	seek,
	settle,
	start,
	type Entry,
	type History
} from '../../../src/lib/sim/history.ts';
import { summarise } from '../../../src/lib/sim/summary.ts';
import { isIn } from '../../../src/lib/sim/world.ts';
import { problemsAfter, problemsAtLast } from './invariants.ts';
import { RUNS } from './runs.ts';

type Move = { readonly act: ActId } | { readonly waitMs: number } | 'settle';

const moves = (acts: readonly ActId[]) =>
	fc.array(
		fc.oneof(
			{ weight: 5, arbitrary: fc.constantFrom(...acts).map((id): Move => ({ act: id })) },
			{
				weight: 2,
				arbitrary: fc
					.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 4_000 }))
					.map((waitMs): Move => ({ waitMs }))
			},
			{ weight: 2, arbitrary: fc.constant<Move>('settle') }
		),
		{ maxLength: 14 }
	);

const anyKnobs = fc
	.record(
		Object.fromEntries(
			Object.entries(KNOB_VALUES).map(([name, values]) => [name, fc.constantFrom(...values)])
		) as unknown as { [K in keyof Knobs]: fc.Arbitrary<Knobs[K]> }
	)
	.filter((knobs) => refuseKnobs(knobs) === null);
const anyOutcomes = fc.record({ toggleRestores: fc.boolean(), retryAfterReboot: fc.boolean() });

function make(history: History, list: readonly Move[]): History {
	return list.reduce((before, move) => {
		if (move === 'settle') return settle(before, 20_000);
		if ('waitMs' in move) return runUntil(before, present(before).nowMs + move.waitMs);
		return act(before, move.act);
	}, history);
}

const problemsOf = (history: History) =>
	history.entries.flatMap((entry, step) =>
		problemsAfter(seek(history, step), entry).map((problem) => `step ${step}: ${problem}`)
	);

const later = (history: History, ms: number) => runUntil(history, present(history).nowMs + ms);

test(
	'nothing throws, no timer is lost, every held packet is accounted for, and in the end all parts agree',
	{ timeout: 120_000 },
	() => {
		fc.assert(
			fc.property(anyKnobs, anyOutcomes, moves(ACT_IDS), (knobs, outcomes, list) => {
				const history = later(make(act(settle(start(knobs, outcomes)), 'connect'), list), 120_000);
				expect(problemsOf(history)).toEqual([]);
				expect(problemsAtLast(present(history))).toEqual([]);
			}),
			{ seed: 20250218, numRuns: 150 }
		);
	}
);

describe('the same holds in every named run', () => {
	test.each(RUNS)('$name', ({ run }) => {
		const history = run();
		expect(problemsOf(history)).toEqual([]);
		expect(problemsAtLast(present(later(history, 120_000)))).toEqual([]);
	});
});

/** A packet of somebody’s that leaves the phone outside an envelope, whatever it is called. */
const inTheClear = ({ records }: Entry) =>
	records.some(
		({ component, rule, carries }) =>
			component === 'kernelRouter' &&
			['noVpn', 'leak', 'local', 'relayAddress'].includes(rule ?? '') &&
			carries?.purpose !== 'lease'
	);

/** What a person may do without asking for the VPN to end, and what the world may do. */
const HARMLESS = ACT_IDS.filter(
	(id) =>
		![
			'disconnect',
			'toggleVpn',
			'removeProfile',
			'uninstall',
			'editProfile:includeAllNetworks=off',
			'editProfile:excludeLocalNetworks=on',
			'editProfile:onDemand=off'
		].includes(id)
);

const flagOn = anyKnobs.map((knobs): Knobs => ({
	...knobs,
	includeAllNetworks: true,
	onDemand: true,
	excludeLocalNetworks: false,
	transport: 'userspaceStack'
}));

test(
	'flag and on-demand on: from the first “connected” nothing leaves in the clear, unless a person ends the VPN',
	{ timeout: 120_000 },
	() => {
		fc.assert(
			fc.property(flagOn, anyOutcomes, moves(HARMLESS), (knobs, outcomes, list) => {
				const connected = settle(act(settle(start(knobs, outcomes)), 'connect'));
				expect(isIn(present(connected), 'sessionManager', 'connected')).toBe(true);
				const history = later(make(connected, list), 60_000);
				expect(history.entries.slice(connected.entries.length).filter(inTheClear)).toEqual([]);
				expect(summarise(history).leaked).toBe(0);
			}),
			{ seed: 20260310, numRuns: 100 }
		);
	}
);

test('the flag off breaks that promise as soon as an update comes: the property above is no tautology', () => {
	const connected = settle(act(settle(start(RELEASED_APP)), 'connect'));
	expect(later(act(connected, 'update'), 10_000).entries.some(inTheClear)).toBe(true);
});

test('a history cut anywhere and gone on with by the player becomes the same history', { timeout: 60_000 }, () => {
	fc.assert(
		fc.property(anyKnobs, moves(ACT_IDS), fc.nat({ max: 200 }), (knobs, list, at) => {
			const history = later(make(act(settle(start(knobs)), 'connect'), list), 5_000);
			const lastAct = history.entries.findLastIndex(({ choice }) => choice.type === 'act');
			const cut = fork(history, Math.max(lastAct + 1, Math.min(at, history.entries.length)));
			const endMs = present(history).nowMs;
			expect(JSON.stringify(runUntil(cut, endMs))).toBe(JSON.stringify(runUntil(history, endMs)));
		}),
		{ seed: 2025, numRuns: 40 }
	);
});
