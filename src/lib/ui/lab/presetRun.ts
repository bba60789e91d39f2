import { play, SCENARIOS, type ScenarioId } from '../../scenarios/scenarios';
import type { History } from '../../sim/history';

const runs = new Map<ScenarioId, History>();

/** A run of the story, played once: whoever asks for it again gets the same. */
export function presetRun(id: ScenarioId): History {
	const run = runs.get(id) ?? play(SCENARIOS[id]);
	runs.set(id, run);
	return run;
}

/** Which run of the story this is; null for one that somebody has made, or made longer. */
export const presetOf = (run: History): ScenarioId | null => [...runs].find(([, known]) => known === run)?.[0] ?? null;
