import type { ComponentId } from './components';
import type { ModelEvent, OutcomeId } from './events';
import type { Packet } from './packets';
import type { ReasonId } from './reasons';
import { IPC_MS } from './timings';
import type { TransitionRef } from './transitionRef';

/** A message for another machine: data for the queue of the simulation, never sent by XState. */
export interface Post {
	readonly to: ComponentId;
	readonly event: ModelEvent;
	/** Model time until it is due, in ms. */
	readonly delayMs: number;
}

export type PostParams = Post | readonly Post[];
export interface NoteParams {
	readonly reason: ReasonId;
	/** The transition whose note it is. Not written by hand: `withTransitionRefs` puts it there. */
	readonly transition?: TransitionRef;
}
export interface AskParams {
	readonly outcome: OutcomeId;
}

/**
 * The three actions that machines use. They do nothing: `getMicrosteps` returns them as data, and
 * `sim/step` reads them. `post` is a message for another machine, `note` says why a transition
 * was taken, `ask` opens a question that the evidence leaves open.
 */
export const modelActions = {
	post: (_: unknown, params: PostParams) => void params,
	note: (_: unknown, params: NoteParams) => void params,
	ask: (_: unknown, params: AskParams) => void params
};

/** Why this transition: the words, the evidence and the claims are in `reasons`. */
export const because = (reason: ReasonId) => ({ type: 'note' as const, params: { reason } });

/** What XState gives to the parameters of an action: the machine’s context, and the event that it got. */
export interface ActionArgs<Context = unknown> {
	readonly context: Context;
	readonly event: ModelEvent;
}

/** The action that posts these messages, or those that follow from context and event. */
export const post = <Context = unknown>(params: PostParams | ((args: ActionArgs<Context>) => PostParams)) => ({
	type: 'post' as const,
	params
});

/** A message to another part of the phone; it takes as long as one from process to process unless a delay is given, in ms. */
export const messageTo = (component: ComponentId, event: ModelEvent, delayMs = IPC_MS): Post => ({
	to: component,
	event,
	delayMs
});

/** A process hands this packet to the kernel. */
export const sendPacket = (packet: Packet) => post(messageTo('kernelRouter', { type: 'packet.send', packet }));

/** A process gives up the connection on which this packet waits. */
export const cancelConnection = (packet: Packet) =>
	post(messageTo('kernelRouter', { type: 'connection.cancel', packet }));
