import type { Knobs } from '../../machines/knobs';
import type { Purpose } from '../../machines/packets';
import type { ReasonId } from '../../machines/reasons';
import type { ActId } from '../../sim/acts';
import type { ScenarioId } from '../scenarios';

/** A still: which scenario, which of its moments, and under which name when the moment’s own is not enough. */
export interface StillSpec {
	readonly scenario: ScenarioId;
	readonly moment: string;
	readonly title?: string;
}

export const still = (scenario: ScenarioId, moment: string, title?: string): StillSpec => ({
	scenario,
	moment,
	...(title ? { title } : {})
});

/** A moment that matters in this figure beyond those that always do: one packet followed along its way. */
export interface MomentMark {
	readonly reason: ReasonId;
	/** Only packets of this purpose, in the open or in an envelope. */
	readonly purpose?: Purpose;
	readonly title: string;
}

/** A question of knobs that the reader answers before the run: the same acts then begin anew. */
export interface KnobChoice {
	readonly legend: string;
	readonly options: readonly { readonly label: string; readonly knobs: Partial<Knobs> }[];
}

/**
 * A figure of the site: which runs it shows, side by side when there are two, and what a reader can do in it. Specs of
 * the same shape are data, not code that repeats itself: what two figures happen to share today, either may change alone.
 */
export interface FigureSpec {
	readonly title: string;
	/** One or two sentences for those who do not see it. */
	readonly description: string;
	readonly runs: readonly [ScenarioId, ...ScenarioId[]];
	/** Other runs that the prose and its claims lead to: as many at a time as there are in `runs`. */
	readonly also?: readonly (readonly [ScenarioId, ...ScenarioId[]])[];
	/** What the runs are called when there are two. */
	readonly runNames?: readonly string[];
	/** The moment at which it opens, by title, or its end; the beginning when not given. */
	readonly opensAt?: string;
	readonly marks?: readonly MomentMark[];
	readonly acts: readonly ActId[];
	/**
	 * The flag’s switch: `reconnect` edits the profile and reconnects, `edit` only edits what is saved,
	 * `anew` begins the run again with the other knob.
	 */
	readonly flagSwitch?: 'reconnect' | 'edit' | 'anew';
	readonly choices?: readonly KnobChoice[];
	readonly showsWaits?: boolean;
	/** What the tunnel process writes into and what it reads from, drawn as two pipes (C20). */
	readonly showsPipes?: boolean;
	/** The storyboard’s stills, in order: each a moment of a scenario, by title. */
	readonly frames: readonly StillSpec[];
	/** The still on the chapter’s social picture, by its title; the first when not given. */
	readonly card?: string;
}

/**
 * Every scenario that a figure can show.
 * @param spec the figure
 * @returns their names, each once, those with which it opens first
 */
export const scenariosOf = ({ runs, also = [] }: FigureSpec): ScenarioId[] => [...new Set([...runs, ...also.flat()])];
