import { describe, expect, test } from 'vitest';
import { initialTransition, transition } from 'xstate';
import type { ModelEvent } from '../../../src/lib/machines/events.ts';
import { COMPONENTS, type ComponentId } from '../../../src/lib/machines/components.ts';
import { MACHINES } from '../../../src/lib/machines/machines.ts';
import { KNOB_VALUES, RELEASED_APP } from '../../../src/lib/machines/knobs.ts';
import { ask, begin, intern, type Answer, type Effect } from '../../../src/lib/sim/machineAdapter.ts';
import type { Snapshot } from '../../../src/lib/sim/world.ts';
import { deliveriesOf, RUNS } from './runs.ts';

/** The slow reference: XState’s own `transition`, asked afresh, from plain data. */
function reference(component: ComponentId, snapshot: Snapshot, event: ModelEvent) {
	const machine = MACHINES[component];
	const live = machine.resolveState({
		value: structuredClone(snapshot.value),
		context: structuredClone(snapshot.context)
	});
	const [next, actions] = transition(machine, live, event) as unknown as [Snapshot, Action[]];
	return { next: { value: next.value, context: next.context }, effects: actions.flatMap(effectOf) };
}

interface Action {
	readonly type: string;
	readonly params: Record<string, unknown>;
}

/** What the model should read from an action of XState’s. */
function effectOf({ type, params }: Action): unknown[] {
	if (type === 'xstate.cancel') return [{ kind: 'cancel', id: params.sendId }];
	if (type === 'xstate.raise')
		return params.delay === undefined
			? []
			: [{ kind: 'timer', id: params.id, event: params.event, delayMs: params.delay }];
	if (type === 'post') return [{ kind: 'post', posts: params }];
	return [{ kind: type, ...params }];
}

const plain = ({ next, micros }: Answer) => ({
	next: { value: next.value, context: next.context },
	effects: micros.flatMap(({ effects }): readonly Effect[] => effects)
});

describe('a remembered answer is the one that XState gives', () => {
	test.each(RUNS)('for every snapshot and event met in: $name', ({ run }) => {
		for (const { before, message } of deliveriesOf(run())) {
			const snapshot = before.machines[message.to];
			expect(plain(ask(message.to, snapshot, message.event)), `${message.to} ${message.event.type}`).toEqual(
				reference(message.to, snapshot, message.event)
			);
		}
	});

	test('and the same again when it is asked from data that nobody has seen before', () => {
		for (const { before, message } of RUNS.flatMap(({ run }) => deliveriesOf(run()).slice(0, 40))) {
			const snapshot = before.machines[message.to];
			const unseen = structuredClone(snapshot);
			expect(ask(message.to, unseen, message.event)).toEqual(ask(message.to, snapshot, message.event));
		}
	});
});

test('a question asked twice is answered with the same object', () => {
	const { next } = begin('terminal', RELEASED_APP);
	const event = { type: 'ping.type' } as const;
	expect(ask('terminal', next, event)).toBe(ask('terminal', next, { ...event }));
});

test('equal snapshots are one object, and unequal ones are not', () => {
	expect(intern('relay', 'up', { multihop: false })).toBe(intern('relay', 'up', { multihop: false }));
	expect(intern('relay', 'up', { multihop: false })).not.toBe(intern('relay', 'down', { multihop: false }));
	expect(intern('relay', 'up', { multihop: false })).not.toBe(intern('relay', 'up', { multihop: true }));
});

test('an answer that changes nothing gives the very snapshot back', () => {
	const { next } = begin('relay', RELEASED_APP);
	expect(ask('relay', next, { type: 'link.up' }).next).toBe(next);
});

test.each(COMPONENTS)('%s begins as XState begins it, whatever the knobs', (component) => {
	for (const network of KNOB_VALUES.network) {
		for (const safariTraffic of KNOB_VALUES.safariTraffic) {
			const knobs = { ...RELEASED_APP, network, safariTraffic };
			const [snapshot] = initialTransition(MACHINES[component], knobs) as unknown as [Snapshot, unknown];
			const { next } = begin(component, knobs);
			expect({ value: next.value, context: next.context }).toEqual({
				value: snapshot.value,
				context: snapshot.context
			});
		}
	}
});
