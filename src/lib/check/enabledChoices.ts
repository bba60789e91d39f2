import { COMPONENTS, type ComponentId } from '../machines/components';
import { componentOf } from '../machines/packets';
import { refusal } from '../sim/acts';
import type { Choice } from '../sim/step';
import type { Pending, Snapshot, World } from '../sim/world';
import { PACES, paceOf, type Bounds } from './bounds';

/*
 * What may come next, and when two worlds are the same, said of worlds as the model has them: slowly and plainly. The
 * explorer says the same of integers; a test holds the two together.
 */

/** What is under way in the order in which it was caused, whatever is due when. */
export const inCausalOrder = (world: World): Pending[] => [...world.pending].sort((a, b) => a.id - b.id);

/** Whoever waits for a packet of this message in the end, or undefined when there is no packet. */
export function awaitedBy({ event }: Pick<Pending, 'event'>): ComponentId | undefined {
	if (!('packet' in event)) return undefined;
	return componentOf((event.packet.inner ?? event.packet).destination);
}

const firstOfEachChannel = (messages: readonly Pending[]): Pending[] =>
	messages.filter(
		(message, at) => messages.findIndex(({ from, to }) => from === message.from && to === message.to) === at
	);

const taken = ({ id, asks }: Pending): Choice[] =>
	asks ? [true, false].map((value) => ({ type: 'resolve', id, value })) : [{ type: 'deliver', id }];

/**
 * Every choice that the bounds allow in a world.
 * @param world as it is after some step
 * @param bounds of the exploration
 * @returns choices for `step`
 */
export function enabledChoices(world: World, { acts }: Bounds): Choice[] {
	const [instant = [], inside = [], network = [], slow = [], timers = []] = PACES.map((pace) =>
		inCausalOrder(world).filter((message) => paceOf(message) === pace)
	);
	if (instant[0]) return taken(instant[0]);
	if (inside.length > 0) return firstOfEachChannel(inside).flatMap(taken);
	if (network[0]) return taken(network[0]);
	const awaited = slow.map(awaitedBy);
	return [
		...firstOfEachChannel(slow).flatMap(taken),
		...timers.filter(({ to }) => !awaited.includes(to)).flatMap(taken),
		...acts.filter((act) => refusal(world, act) === null).map((act): Choice => ({ type: 'act', act }))
	];
}

/**
 * What of a component’s snapshot makes a difference to the others, now or ever. Which relay is tried, and how often one
 * has failed, makes none but in time; what the app missed while it was being replaced makes none once it is back; how a
 * fetched push or a cancelled update ended makes none once it is over.
 */
export function canonicalSnapshot(component: ComponentId, { value, context }: Snapshot): Snapshot {
	if (component === 'tunnelProcess')
		return { value, context: { ...context, relayIndex: 0, failures: 0, synRetries: 0 } };
	if (component === 'mainApp' && value !== 'beingReplaced')
		return { value, context: { ...context, unseen: 'disconnected' } };
	if (component === 'pushNotifications' && (value === 'delivered' || value === 'stalled'))
		return { value: 'listening', context };
	if (component === 'appStoreUpdater' && value === 'cancelled')
		return { value: 'idle', context: { ...context, pieces: 0 } };
	if (component === 'appStoreUpdater' && value === 'done') return { value, context: { ...context, pieces: 0 } };
	return { value, context };
}

/** What a part of a world is called. */
export interface StateKeys {
	readonly snapshot: (component: ComponentId, snapshot: Snapshot) => string;
	readonly message: (message: Pending) => string;
}
const NAMES: StateKeys = {
	snapshot: (component, snapshot) => JSON.stringify(canonicalSnapshot(component, snapshot)),
	message: (message) => messageKey(message)
};

/** A name for all that matters in a world: equal names, equal futures. Whoever needs many may have shorter names for the parts. */
export function stateKey(world: World, names: StateKeys = NAMES): string {
	const machines = COMPONENTS.map((component) => names.snapshot(component, world.machines[component]));
	const messages = inCausalOrder(world).map((message) => ({
		pace: paceOf(message),
		channel: `${message.from} ${message.to}`,
		text: names.message(message)
	}));
	const of = (pace: string) => messages.filter((message) => message.pace === pace);
	const inTurn = (pace: string) => of(pace).map(({ text }) => text);
	const byChannel = (pace: string) =>
		of(pace)
			.sort((a, b) => (a.channel < b.channel ? -1 : a.channel > b.channel ? 1 : 0))
			.map(({ text }) => text);
	const timers = of('timer')
		.map(({ text }) => text)
		.sort();
	return [machines, inTurn('instant'), byChannel('inside'), inTurn('network'), byChannel('slow'), timers]
		.map((parts) => parts.join())
		.join(';');
}

/** A message without its times and numbers. */
export const messageKey = (message: Omit<Pending, 'id' | 'cause'>): string =>
	JSON.stringify([
		paceOf(message),
		message.from,
		message.to,
		message.asks ?? null,
		message.timer ?? null,
		message.event
	]);
