import type { ComponentId } from '../machines/components';
import { KNOB_VALUES, type Knobs } from '../machines/knobs';
import { knobLabel } from '../machines/knobLabels';
import { REPAIRS } from '../machines/repairLabels';
import { ACTS } from '../sim/acts';
import type { Entry, History } from '../sim/history';
import { OUTCOME_IDS, OUTCOMES } from '../sim/outcomes';
import { whatHappened } from './timeline';

/** What was done in a run, in the words of the buttons; refused acts were not done. */
export const actsDone = ({ entries }: History): string[] =>
	entries.flatMap(({ choice, records }) =>
		choice.type === 'act' && !records.some(({ refused }) => refused) ? [ACTS[choice.act].label] : []
	);

/** The knobs by which a run differs from another one, each with its value in this one. */
export function turnedIn({ knobs, outcomes }: History, other: History): string[] {
	const turned = (Object.keys(KNOB_VALUES) as (keyof typeof KNOB_VALUES)[]).filter(
		(knob) => knobs[knob] !== other.knobs[knob]
	);
	const answered = OUTCOME_IDS.filter((id) => outcomes[id] !== other.outcomes[id]);
	const repairs = repairsOf(knobs);
	return [
		...turned.map((knob) => knobLabel(knob, knobs[knob])),
		...(repairs === repairsOf(other.knobs) ? [] : [repairs === '' ? 'no repair' : `repaired: ${repairs}`]),
		...answered.map((id) => (outcomes[id] ? OUTCOMES[id].yes : OUTCOMES[id].no))
	];
}

const repairsOf = ({ repairs = [] }: Knobs): string => repairs.map((id) => REPAIRS[id].name).join(' + ');

/**
 * How many steps two runs share: up to there they are one and the same past.
 * @param one a run
 * @param other another
 * @returns a number of steps
 */
export function sharedSteps(one: History, other: History): number {
	if (one.first !== other.first && JSON.stringify(one.knobs) !== JSON.stringify(other.knobs)) return 0;
	const most = Math.min(one.entries.length, other.entries.length);
	for (let step = 0; step < most; step++) if (!isSame(one.entries[step], other.entries[step])) return step;
	return most;
}

/**
 * The machine in which two runs differ at an entry at which they do: that of the first record that only one of them
 * has so.
 * @param one a run
 * @param other another
 * @param entry the index of the entry, from 0, as `firstDifference` gives it
 * @returns the component, or null where their records are the same
 */
export function partingMachine(one: History, other: History, entry: number): ComponentId | null {
	const [first = [], second = []] = [one, other].map(({ entries }) => entries[entry]?.records ?? []);
	const shapes = second.map((record) => JSON.stringify(whatHappened(record)));
	const at = first.findIndex((record, i) => JSON.stringify(whatHappened(record)) !== shapes[i]);
	return (at < 0 ? second[first.length] : first[at])?.component ?? null;
}

/** Whether two entries of phones with the same past are the same one, or the same one played again. */
const isSame = (one: Entry | undefined, other: Entry | undefined): boolean =>
	one === other || JSON.stringify(one?.choice) === JSON.stringify(other?.choice);
