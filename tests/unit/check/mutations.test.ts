/** The model with one transition broken on purpose: each time a verdict changes, so each verdict depends on the model. */
import { describe, expect, test } from 'vitest';
import type { Bounds } from '../../../src/lib/check/bounds.ts';
import { Explorer } from '../../../src/lib/check/explorer.ts';
import { factsOf, judge, PROPERTY_IDS, type PropertyId } from '../../../src/lib/check/properties.ts';
import { Tables, THE_MODEL } from '../../../src/lib/check/tables.ts';
import type { Post } from '../../../src/lib/machines/actions.ts';
import type { ComponentId } from '../../../src/lib/machines/components.ts';
import type { ModelEvent } from '../../../src/lib/machines/events.ts';
import { RELEASED_APP, type Knobs } from '../../../src/lib/machines/knobs.ts';
import type { Answer } from '../../../src/lib/sim/machineAdapter.ts';
import { leafOf, type Snapshot } from '../../../src/lib/sim/world.ts';

const BOUNDS: Bounds = { acts: ['connect', 'update', 'cancelDownload', 'toggleVpn'], maxWorlds: 200_000 };
const FLAG_ON: Knobs = { ...RELEASED_APP, includeAllNetworks: true };

type Mutation = (component: ComponentId, snapshot: Snapshot, event: ModelEvent) => Answer | null;

/** The model, but for what the mutation answers in its place. */
const mutated = (mutation: Mutation) =>
	new Tables({
		...THE_MODEL,
		ask: (component, snapshot, event) =>
			mutation(component, snapshot, event) ?? THE_MODEL.ask(component, snapshot, event)
	});

/** Nothing changes; these messages are all that comes of it. */
const only = (snapshot: Snapshot, ...posts: Post[]): Answer => ({
	next: snapshot,
	micros: [
		{ before: snapshot.value, after: snapshot.value, context: snapshot.context, effects: [{ kind: 'post', posts }] }
	]
});

const failing = (knobs: Knobs, mutation: Mutation): PropertyId[] => {
	// A path of a mutated model is no history of the real one, so only its worlds are judged.
	const explored = new Explorer(knobs, BOUNDS, mutated(mutation)).run();
	const breaches = judge(explored, factsOf(explored));
	return PROPERTY_IDS.filter((id) => breaches[id].length > 0);
};
const none: Mutation = () => null;
/** Whether this is the transition of a component from a state on an event. */
const isTransition =
	(one: ComponentId, state: string, heard: ModelEvent['type']) =>
	(component: ComponentId, snapshot: Snapshot, { type }: ModelEvent) =>
		component === one && leafOf(snapshot.value) === state && type === heard;

describe('a broken transition changes a verdict', { timeout: 60_000 }, () => {
	test('the session manager leaves the old tunnel alone, connected or about to be, during an update: no lockout any more', () => {
		const stops = ['connected', 'connecting'].map((state) =>
			isTransition('sessionManager', state, 'update.stopTunnel')
		);
		const leavesAlone: Mutation = (component, snapshot, event) =>
			stops.some((is) => is(component, snapshot, event))
				? only(snapshot, { to: 'appStoreUpdater', event: { type: 'update.tunnelStopped' }, delayMs: 1 })
				: null;
		expect(failing(FLAG_ON, none)).toContain('noLockout');
		expect(failing(FLAG_ON, leavesAlone)).not.toContain('noLockout');
	});

	test('the session manager does not hear that the new app is installed: the update, flag off, never ends', () => {
		const hears = isTransition('sessionManager', 'updating', 'update.installed');
		const deaf: Mutation = (component, snapshot, event) => (hears(component, snapshot, event) ? only(snapshot) : null);
		expect(failing(RELEASED_APP, none)).not.toContain('updateCompletes');
		expect(failing(RELEASED_APP, deaf)).toContain('updateCompletes');
	});

	test('the kernel lets the probes of the tunnel process through: no silent loss any more', () => {
		// One rule of the table, which is a transition in each state in which it can hold.
		const lenient: Mutation = (component, snapshot, event) =>
			component === 'kernelRouter' && event.type === 'packet.send' && event.packet.boundTo === 'utun'
				? only(snapshot, { to: 'tunnelProcess', event: { type: 'packet.read', packet: event.packet }, delayMs: 1 })
				: null;
		const knobs: Knobs = { ...FLAG_ON, transport: 'bsdSocket' };
		expect(failing(knobs, none)).toContain('noSilentLoss');
		expect(failing(knobs, lenient)).not.toContain('noSilentLoss');
	});

	test('the kernel does not hear that the tunnel is down: even with the flag off there is a lockout', () => {
		const hears = isTransition('kernelRouter', 'tunnelUp', 'tunnel.down');
		const deaf: Mutation = (component, snapshot, event) => (hears(component, snapshot, event) ? only(snapshot) : null);
		expect(failing(RELEASED_APP, none)).not.toContain('noLockout');
		expect(failing(RELEASED_APP, deaf)).toContain('noLockout');
	});

	test('toggling never asks whether it helps: without a reboot there is no way out', () => {
		const hears = isTransition('sessionManager', 'toggledOff', 'toggle.tap');
		const silent: Mutation = (component, snapshot, event) =>
			hears(component, snapshot, event) ? only(snapshot) : null;
		expect(failing(FLAG_ON, none)).not.toContain('wayOut');
		expect(failing(FLAG_ON, silent)).toContain('wayOut');
	});
});
