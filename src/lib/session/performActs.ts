import { act, atRest, fork, present, runUntil, settle, type History } from '../sim/history';
import { refusal, type ActId } from '../sim/acts';

/** How much is computed ahead after an act in a system that never rests, in ms of model time. */
const AHEAD_MS = 20_000;
/** By how much a run is prolonged at its end, in ms of model time. */
const MORE_MS = 10_000;
/** What a sequence of acts waits between two of them at most: a tunnel that never comes up must not hold it. */
const BETWEEN_MS = 1_000;

/** The past of a run up to a step, then acts one after the other, each once the system rests, and what follows. The first comes at this model time; those that make no sense are left out but the last. */
export function performActs(run: History, steps: number, ids: readonly ActId[], atMs: number): History {
	const acted = ids.reduce(
		(history, id, n) =>
			tried(n === 0 ? history : settle(history, BETWEEN_MS), id, n === 0 ? atMs : undefined, n === ids.length - 1),
		fork(run, steps)
	);
	return ahead(acted);
}

/** A run with a little more of its future: what comes next at least, however long that takes. */
export function extendToMoment(run: History): History {
	const { nowMs, pending } = present(run);
	return runUntil(run, Math.max(nowMs + MORE_MS, pending[0]?.dueMs ?? 0));
}

/** Whether nothing will ever follow by itself. */
export const isOver = (run: History): boolean => atRest(present(run));

/** Computes what follows: to rest, and for steady traffic a little further. */
function ahead(history: History): History {
	const rested = settle(history, AHEAD_MS);
	return history.knobs.safariTraffic === 'steady' ? extendToMoment(rested) : rested;
}

/** An act of a sequence: one that makes no sense is left out, unless it is what the reader asked for. */
function tried(history: History, id: ActId, atMs: number | undefined, last: boolean): History {
	return last || refusal(present(history), id) === null ? act(history, id, atMs) : history;
}
