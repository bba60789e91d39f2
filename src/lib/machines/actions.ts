import type { ComponentId } from './components';
import type { ModelEvent, OutcomeId } from './events';
import type { ReasonId } from './reasons';
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
