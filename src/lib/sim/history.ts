import type { Knobs } from '../machines/knobs';
import { KEEPS_GOING } from '../machines/timings';
import type { ActId } from './acts';
import { ARTICLE_OUTCOMES, type Outcomes } from './outcomes';
import type { TraceRecord } from './traceRecord';
import { firstWorld, step, type Choice } from './step';
import type { Pending, World } from './world';

/** One step of a history: what was chosen, what came of it, what there was to tell. */
export interface Entry {
	readonly choice: Choice;
	readonly world: World;
	readonly records: readonly TraceRecord[];
}

/**
 * A run as a value: the first world and everything that happened since. Each entry keeps its world;
 * worlds share all that did not change, so seeking to a step is a look-up whatever the length.
 */
export interface History {
	readonly knobs: Knobs;
	readonly outcomes: Outcomes;
	readonly first: World;
	readonly entries: readonly Entry[];
}

/**
 * A run in which nothing has happened yet.
 * @param knobs the phone, settled before anything happens
 * @param outcomes how open questions are answered; as in the article when not given
 * @returns a history without entries
 */
export const start = (knobs: Knobs, outcomes: Outcomes = ARTICLE_OUTCOMES): History => ({
	knobs,
	outcomes,
	first: firstWorld(knobs),
	entries: []
});

/**
 * The world at a position. A look-up, whatever the length of the run.
 * @param history the run
 * @param steps how many steps have been taken: 0 is the first world; beyond either end it is that end
 * @returns the world after so many steps
 */
export const seek = (history: History, steps: number): World =>
	steps <= 0 ? history.first : (history.entries[Math.min(steps, history.entries.length) - 1]?.world ?? history.first);

/**
 * The world as it is after the last step.
 * @param history the run
 * @returns the first world when nothing has happened yet
 */
export const present = (history: History): World => history.entries.at(-1)?.world ?? history.first;

/**
 * Takes one step.
 * @param history the run so far
 * @param choice what happens
 * @returns the run with one step more
 * @throws Error when the choice names a message that is not under way
 */
export const append = (history: History, choice: Choice): History => ({
	...history,
	entries: [...history.entries, { choice, ...step(present(history), choice) }]
});

/**
 * The same past up to a step, and a future still open. The history it comes from stays whole.
 * @param history the run
 * @param steps how many of its steps are kept; all of them when it has fewer
 * @returns the run as it was then
 */
export const fork = (history: History, steps: number): History => ({
	...history,
	entries: history.entries.slice(0, Math.max(0, steps))
});

/**
 * What the player lets happen next: the message that is due first.
 * @param world as it is now
 * @param outcomes how open questions are answered
 * @returns the choice, or null when nothing is under way
 */
export function nextChoice(world: World, outcomes: Outcomes): Choice | null {
	const message = world.pending[0];
	if (!message) return null;
	return message.asks
		? { type: 'resolve', id: message.id, value: outcomes[message.asks] }
		: { type: 'deliver', id: message.id };
}

/** Whether a message is only the system keeping itself going: a heartbeat, a page that refreshes itself. */
const keepsGoing = (message: Pending): boolean =>
	KEEPS_GOING.some((delay) => message.event.type.startsWith(`xstate.after.${delay}.`));

/**
 * Whether nothing is under way but what keeps itself going, such as a heartbeat.
 * @param world as it is after some step
 * @returns true also where nothing is under way at all
 */
export const atRest = (world: World): boolean => world.pending.every(keepsGoing);

/** Whether to stop here: asked with the world, and with the number of steps taken. */
export type Until = (world: World, steps: number) => boolean;

/**
 * Steps by the player’s schedule until something holds, or nothing is left to happen.
 * @param history the run so far
 * @param until asked before every step, with the world and the number of steps taken
 * @returns the run with these steps
 */
export function advance(history: History, until: Until): History {
	const entries = [...history.entries];
	let world = present(history);
	while (!until(world, entries.length)) {
		const choice = nextChoice(world, history.outcomes);
		if (!choice) break;
		const taken = step(world, choice);
		entries.push({ choice, ...taken });
		world = taken.world;
	}
	return { ...history, entries };
}

/** The cap on settling, for systems that never rest because relay after relay is tried, in ms. */
export const SETTLE_CAP_MS = 60_000;

/**
 * Goes on until the system has come to rest.
 * @param history the run so far
 * @param capMs how much model time it may take, in ms; some systems never rest, because relay after relay is tried
 * @returns the run up to there
 */
export function settle(history: History, capMs = SETTLE_CAP_MS): History {
	const endMs = present(history).nowMs + capMs;
	return advance(history, (world) => atRest(world) || (world.pending[0]?.dueMs ?? Infinity) > endMs);
}

/**
 * Goes on until model time has reached a moment: everything due by then has happened.
 * @param history the run so far
 * @param atMs the moment, in ms of model time
 * @returns the run up to there
 */
export const runUntil = (history: History, atMs: number): History =>
	advance(history, (world) => (world.pending[0]?.dueMs ?? Infinity) > atMs);

/**
 * Performs an act.
 * @param history the run so far
 * @param id the act; one that makes no sense now is refused, with a record that says why
 * @param atMs a later moment of model time in ms, at which nothing else is due before; now when not given
 * @returns the run with one step more
 */
export const act = (history: History, id: ActId, atMs?: number): History =>
	append(history, atMs === undefined ? { type: 'act', act: id } : { type: 'act', act: id, atMs });

/**
 * All that there is to tell.
 * @param history the run
 * @returns its records, in order
 */
export const recordsIn = (history: History): TraceRecord[] => history.entries.flatMap(({ records }) => records);

/**
 * The same acts at the same moments with other knobs, on to the same end: what would have been.
 * @param history the run
 * @param knobs all of them
 * @returns another run
 */
export function sameActs(history: History, knobs: Knobs): History {
	const acts = history.entries.flatMap(({ choice, world }) =>
		choice.type === 'act' ? [{ id: choice.act, atMs: world.nowMs }] : []
	);
	const acted = acts.reduce((run, { id, atMs }) => act(runUntil(run, atMs), id, atMs), start(knobs, history.outcomes));
	return runUntil(acted, present(history).nowMs);
}
