import { play } from '../../src/lib/scenarios/scenarios.ts';
import { act, fork, runUntil, settle, start, type History } from '../../src/lib/sim/history.ts';
import type { Request } from './options.ts';

/**
 * The history that was asked for: the scenario with its own cues, then each act once the system has
 * come to rest, then on to rest. With `untilMs` it goes on to that moment instead, and ends there
 * even if acts were to follow: the summary then is that of the phone at this moment.
 */
export function run({ scenario, knobs, outcomes, acts, untilMs }: Request): History {
	const begun = scenario ? play({ ...scenario, knobs, outcomes }) : start(knobs, outcomes);
	const acted = acts.reduce((history, id) => act(settle(history), id), begun);
	if (untilMs !== null) return cut(runUntil(acted, untilMs), untilMs);
	// A scenario on its own knows by itself where it ends.
	return scenario && acts.length === 0 ? acted : settle(acted);
}

function cut(history: History, untilMs: number): History {
	const steps = history.entries.findIndex(({ world }) => world.nowMs > untilMs);
	return steps < 0 ? history : fork(history, steps);
}
