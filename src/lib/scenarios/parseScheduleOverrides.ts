import { advance, append, present, type History } from '../sim/history';
import type { Choice } from '../sim/step';
import type { World } from '../sim/world';
import { formatScheduleOverride, type ScheduleOverride } from './scheduleOverrides';

/** The pick that this stands for, or null. */
export function parseScheduleOverride(part: string): ScheduleOverride | null {
	const [, step, place, answer] = /^(\d{1,5})\.(\d{1,3})([yn])?$/.exec(part) ?? [];
	if (step === undefined || place === undefined) return null;
	return { step: Number(step), place: Number(place), ...(answer === undefined ? {} : { answer: answer === 'y' }) };
}

/** Goes on to a step: by the player’s schedule, but as picked where something is. One sentence when that cannot be. */
export function followSchedule(history: History, step: number, picks: readonly ScheduleOverride[]): History | string {
	let reached = history;
	for (const pick of picks.filter((each) => each.step >= history.entries.length && each.step < step)) {
		reached = advance(reached, (_, steps) => steps >= pick.step);
		const choice = reached.entries.length === pick.step ? choiceOf(present(reached), pick) : null;
		if (!choice)
			return `This link’s pick ${formatScheduleOverride(pick)} asks for something that is not under way then.`;
		reached = append(reached, choice);
	}
	return advance(reached, (_, steps) => steps >= step);
}

function choiceOf(world: World, { place, answer }: ScheduleOverride): Choice | null {
	const message = world.pending[place];
	if (!message || (message.asks === undefined) !== (answer === undefined)) return null;
	return answer === undefined
		? { type: 'deliver', id: message.id }
		: { type: 'resolve', id: message.id, value: answer };
}
