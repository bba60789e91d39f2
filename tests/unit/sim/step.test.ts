import { describe, expect, test } from 'vitest';
import { RELEASED_APP } from '../../../src/lib/machines/knobs.ts';
import { act, append, nextChoice, present, runUntil, settle, start } from '../../../src/lib/sim/history.ts';
import { ARTICLE_OUTCOMES } from '../../../src/lib/sim/outcomes.ts';
import { firstWorld, step } from '../../../src/lib/sim/step.ts';
import { stateOf, type World } from '../../../src/lib/sim/world.ts';
import { RUNS } from './runs.ts';

describe('step says what is wrong', () => {
	test('with a message that is not under way', () => {
		expect(() => step(firstWorld(RELEASED_APP), { type: 'deliver', id: 4711 })).toThrow(
			'Nothing under way has the number 4711.'
		);
		expect(() => step(firstWorld(RELEASED_APP), { type: 'resolve', id: 4711, value: true })).toThrow('4711');
	});

	test('with a message that was delivered before', () => {
		const world = firstWorld(RELEASED_APP);
		const id = world.pending[0]?.id ?? -1;
		expect(() => step(step(world, { type: 'deliver', id }).world, { type: 'deliver', id })).toThrow(
			'Nothing under way'
		);
	});

	test('with an open question that is delivered like a message', () => {
		const asking = untilAsked();
		const id = asking.pending.find(({ asks }) => asks)?.id ?? -1;
		expect(() => step(asking, { type: 'deliver', id })).toThrow('“toggleRestores” is an open question');
	});
});

/** The world in which it is open whether toggling restores the network. */
function untilAsked(): World {
	const acts = ['connect', 'update', 'cancelDownload', 'toggleVpn'] as const;
	const history = acts.reduce(
		(before, id) => act(settle(before), id),
		start({ ...RELEASED_APP, includeAllNetworks: true, safariTraffic: 'quiet' })
	);
	let world = present(act(settle(history), 'toggleVpn'));
	while (!world.pending.some(({ asks }) => asks))
		world = step(world, nextChoice(world, ARTICLE_OUTCOMES) ?? { type: 'deliver', id: -1 }).world;
	return world;
}

describe('an open question', () => {
	test.each([
		{ value: true, state: 'connecting' },
		{ value: false, state: 'downloadCancelled' }
	])('answered with $value leads to $state', ({ value, state }) => {
		const asking = untilAsked();
		const id = asking.pending.find(({ asks }) => asks)?.id ?? -1;
		expect(stateOf(step(asking, { type: 'resolve', id, value }).world, 'sessionManager')).toBe(state);
	});

	test('is answered by the player as was agreed', () => {
		const asking = untilAsked();
		expect(nextChoice(asking, { ...ARTICLE_OUTCOMES, toggleRestores: false })).toMatchObject({
			type: 'resolve',
			value: false
		});
		expect(nextChoice(asking, ARTICLE_OUTCOMES)).toMatchObject({ type: 'resolve', value: true });
	});
});

describe('the queue', () => {
	test.each(RUNS)('is in the order of due times, equal times in the order of posting: $name', ({ run }) => {
		for (const { world } of run().entries) {
			const order = world.pending.map(({ dueMs, id }) => [dueMs, id] as const);
			expect(order).toEqual([...order].sort(([a, first], [b, second]) => a - b || first - second));
		}
	});

	test('holds no number twice', () => {
		for (const { world } of RUNS.flatMap(({ run }) => run().entries)) {
			expect(new Set(world.pending.map(({ id }) => id)).size).toBe(world.pending.length);
			expect(world.pending.every(({ id }) => id < world.nextId)).toBe(true);
		}
	});

	test('can be delivered out of order, and time does not run back', () => {
		const world = present(act(settle(start(RELEASED_APP)), 'connect'));
		const last = world.pending.at(-1);
		const late = step(world, { type: 'deliver', id: last?.id ?? -1 }).world;
		expect(late.nowMs).toBe(last?.dueMs);
		const early = step(late, { type: 'deliver', id: late.pending[0]?.id ?? -1 }).world;
		expect(early.nowMs).toBe(late.nowMs);
	});
});

describe('an act at a moment', () => {
	test('moves the clock there first', () => {
		const quiet = settle(start(RELEASED_APP));
		expect(present(act(quiet, 'push', 3_000)).nowMs).toBe(3_000);
	});

	test('never moves it back', () => {
		const later = runUntil(start(RELEASED_APP), 5_000);
		const { nowMs } = present(later);
		expect(present(append(later, { type: 'act', act: 'push', atMs: 1 })).nowMs).toBe(nowMs);
	});
});
