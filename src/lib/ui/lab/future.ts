import { SCENARIOS, type ScenarioId } from '../../scenarios/scenarios';
import { formatPermalink } from '../../scenarios/permalink';
import type { History } from '../../sim/history';
import { presetRun } from './presetRun';

/** A run that somebody made, with the number and the name that it keeps. */
export interface Future {
	readonly number: number;
	/** What it was made by, said once and for all. */
	readonly name: string;
	readonly run: History;
	/** The run of the story that it was at first, or null. */
	readonly preset: ScenarioId | null;
	/** Of a fresh phone: the run as it was before any of its knobs was turned. */
	readonly fresh?: History;
}

/** A future that has no number yet. */
export type NewFuture = Omit<Future, 'number'>;

/** What makes a run that run, however much of it has been played: two with the same are the same. */
export const keyOf = (run: History): string => formatPermalink({ runs: [run], positions: [0] });

/** Whether nothing has been done in a run. */
export const isUntouched = ({ entries }: History): boolean => entries.every(({ choice }) => choice.type !== 'act');

/** A run of the story, as one future more. */
export const presetFuture = (id: ScenarioId): NewFuture => ({
	name: SCENARIOS[id].title,
	run: presetRun(id),
	preset: id
});
