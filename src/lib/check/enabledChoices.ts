import type { ComponentId } from '../machines/components';
import { componentOf } from '../machines/packets';
import { refusal } from '../sim/acts';
import type { Choice } from '../sim/step';
import type { Pending, World } from '../sim/world';
import { PACES, paceOf, type Bounds } from './bounds';

/*
 * What may come next, said of worlds as the model has them: slowly and plainly. The explorer says the same of integers;
 * a test holds the two together.
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
