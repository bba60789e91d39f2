import { nextChoice, seek, type History } from '../sim/history';
import type { Choice } from '../sim/step';

/**
 * A choice that is not the player’s: after so many steps the message at this place in the queue was taken, though
 * another was due first, or a question was answered in another way. With these a link holds every history there can
 * be, also those of the checker, to which it does not matter how long things take.
 */
export interface ScheduleOverride {
	readonly step: number;
	/** The place in the queue, from 0. */
	readonly place: number;
	/** The answer, where what waits at this place is an open question. */
	readonly answer?: boolean;
}

/** The choices of a history that the player would not have made. A history that was played has none. */
export const scheduleOverridesOf = (history: History): ScheduleOverride[] =>
	history.entries.flatMap(({ choice }, step): ScheduleOverride[] => {
		if (choice.type === 'act') return [];
		const world = seek(history, step);
		const next = nextChoice(world, history.outcomes);
		if (next && isSame(next, choice)) return [];
		const place = world.pending.findIndex(({ id }) => id === choice.id);
		return [{ step, place, ...(choice.type === 'resolve' ? { answer: choice.value } : {}) }];
	});

const isSame = (one: Choice, other: Choice): boolean =>
	one.type === other.type &&
	(one.type === 'act' || other.type === 'act' || one.id === other.id) &&
	(one.type !== 'resolve' || other.type !== 'resolve' || one.value === other.value);

/** A pick as a link has it: `12.3`, and with an answer `12.3y` or `12.3n`. */
export const formatScheduleOverride = ({ step, place, answer }: ScheduleOverride): string =>
	`${step}.${place}${answer === undefined ? '' : answer ? 'y' : 'n'}`;
