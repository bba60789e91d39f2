/**
 * The world as a value, and the one function that moves it.
 *
 * A {@link World} is frozen, plain data: it can be kept, compared, sent and looked at again. {@link step} gives the next
 * one and what there is to tell; the world it was given stays as it was. There is no clock and no chance: time is
 * milliseconds of the model, and a question that the evidence leaves open is answered by whoever takes the step. So the
 * same knobs and choices give the same {@link History}, to the byte.
 *
 * @example The update with the flag on
 * ```ts
 * import { RELEASED_APP } from '$lib/machines';
 * import { act, connectivity, fork, isLocked, present, recordsIn, settle, start } from '$lib/sim';
 *
 * const connected = settle(act(start({ ...RELEASED_APP, includeAllNetworks: true }), 'connect'));
 * connectivity(present(connected)); // → 'tunnel'
 *
 * const updated = settle(act(connected, 'update'));
 * isLocked(present(updated)); // → true
 * recordsIn(updated).at(-1)?.evidence; // → 'observed'
 *
 * // The history of before is whole, and another future may begin there.
 * isLocked(present(settle(act(fork(updated, connected.entries.length), 'disconnect')))); // → false
 * ```
 * @module sim
 */
export { ACT_IDS, ACTS, refusal, type Act, type ActGroup, type ActId } from './acts';
export { causesOf, whyOf, type Why } from './causes';
export {
	act,
	advance,
	append,
	atRest,
	fork,
	nextChoice,
	present,
	recordsIn,
	runUntil,
	sameActs,
	seek,
	settle,
	SETTLE_CAP_MS,
	start,
	type Entry,
	type History,
	type Until
} from './history';
export { lockoutReasonOf, type LockoutReason } from './lockoutReason';
export { ARTICLE_OUTCOMES, OUTCOME_IDS, OUTCOMES, type Outcomes } from './outcomes';
export { firstWorld, step, type Choice, type Step } from './step';
export { connectivity, isLocked, summarise, type Connectivity, type Summary } from './summary';
export { type PacketRecord, type TraceRecord } from './traceRecord';
export { circleOf, waitsIn, type Wait } from './waits';
export {
	believesProtected,
	isIn,
	MODEL_VERSION,
	stateOf,
	type Pending,
	type Snapshot,
	type StateValue,
	type World
} from './world';
