import { COMPONENTS, type ComponentId } from '../machines/components';
import type { Pending, Snapshot, World } from '../sim/world';
import { paceOf } from './bounds';
import { canonicalMessage, canonicalSnapshot } from './canonicalSnapshot';
import { inCausalOrder } from './enabledChoices';

/*
 * When two worlds are the same, said of worlds as the model has them. The explorer says the same of integers; a test
 * holds the two together.
 */

/** How the parts of a world are written in its key. */
export interface KeyParts {
	readonly snapshot: (component: ComponentId, snapshot: Snapshot) => string;
	readonly message: (message: Pending) => string;
}
const IN_FULL: KeyParts = {
	snapshot: (component, snapshot) => JSON.stringify(canonicalSnapshot(component, snapshot)),
	message: (message) => messageKey(canonicalMessage(message))
};

/** A key for all that matters in a world: equal keys, equal futures. Whoever needs many may write the parts more briefly. */
export function stateKey(world: World, parts: KeyParts = IN_FULL): string {
	const machines = COMPONENTS.map((component) => parts.snapshot(component, world.machines[component]));
	const messages = inCausalOrder(world).map((message) => ({
		pace: paceOf(message),
		channel: `${message.from} ${message.to}`,
		text: parts.message(message)
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
		.map((list) => list.join())
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
