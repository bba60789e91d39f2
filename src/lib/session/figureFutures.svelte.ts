import type { Knobs } from '../machines/knobs';
import { ownStills, timelineIn } from '../scene/figureRuns';
import { stillsOf, type Frame } from '../scene/storyboard';
import { knobsOf, playWith, SCENARIOS, type ScenarioId } from '../scenarios/scenarios';
import type { FigureSpec } from '../scenarios/figureSpecs';
import { ACTS, refusal, type ActId } from '../sim/acts';
import { seek, type History } from '../sim/history';
import { performActs } from './performActs';
import type { Player } from './player.svelte';

/** How many futures that were left stay to be returned to when another is left. */
const MOST_LEFT = 8;

/**
 * The runs of a figure: those that it opens with, and the futures that its reader makes of them. Owns which scenarios
 * are played, and which futures were left; the runs at hand are the player’s.
 */
export class FigureFutures {
	/** The scenarios whose acts are played; what the reader turns or does comes on top. */
	#scenarios = $state.raw<readonly ScenarioId[]>([]);
	#left = $state.raw<readonly (readonly History[])[]>([]);

	/** The stills: the figure's own, or those of the runs that the reader made. */
	readonly frames: readonly Frame[] = $derived.by(() =>
		this.#left.length > 0
			? this.#player.timelines.flatMap((timeline, i) => stillsOf(timeline, this.#spec.runNames?.[i] ?? null))
			: ownStills(this.#spec)
	);

	readonly #spec: FigureSpec;
	readonly #player: Player;

	/** @param player plays the figure’s own runs */
	constructor(spec: FigureSpec, player: Player) {
		this.#spec = spec;
		this.#player = player;
		this.#scenarios = spec.runs;
	}

	/** The histories of the scenarios that are played, as they are before the reader has done anything. */
	get scripts(): readonly History[] {
		return scriptOf(this.#spec, this.#scenarios);
	}
	/** The runs that were left by acting in their past: both futures stay. The latest last. */
	get left(): readonly (readonly History[])[] {
		return this.#left;
	}

	/** Loads the figure’s own runs, as they are before anybody has done anything. */
	loadOwn(): void {
		this.#load(this.#spec.runs);
	}

	/** Loads the figure’s set of runs to which this scenario belongs. */
	loadSetWith(scenario: ScenarioId): void {
		const sets = [this.#spec.runs, ...(this.#spec.also ?? [])];
		this.#load(sets.find((set) => set.includes(scenario)) ?? this.#spec.runs);
	}

	/** Why an act makes no sense where the figure stands now, in every run; null when it does in one. */
	refusalOf(id: ActId): string | null {
		const reasons = this.#player.runs.map((run, i) => refusal(seek(run, this.#player.positions[i] ?? 0), id));
		return reasons.every((reason) => reason !== null) ? (reasons[0] ?? null) : null;
	}

	/**
	 * Performs acts now, one after the other, each once the system rests; those that make no sense are skipped but the
	 * last. Gives why the first is refused: then the runs stay as they are, their future too. Null when it is not.
	 */
	perform(ids: readonly ActId[]): string | null {
		const [first] = ids;
		const why = first ? this.refusalOf(first) : null;
		if (first && why) return `${ACTS[first].label}: ${why}`;
		const { runs, positions } = this.#player;
		const nowMs = Math.max(...runs.map((run, i) => seek(run, positions[i] ?? 0).nowMs));
		if (runs.some((run, i) => positions[i] !== run.entries.length)) this.#leave(runs);
		this.#player.replaceRuns(runs.map((run, i) => performActs(run, positions[i] ?? 0, ids, nowMs)));
		this.#player.stepForward();
		this.#player.play();
		return null;
	}

	/** The same acts from the beginning, with these knobs for each run. */
	beginWith(knobs: readonly Knobs[]): void {
		this.begin(this.#scenarios.map((id, i) => playWith(SCENARIOS[id], knobs[i] ?? knobsOf(SCENARIOS[id]))));
	}

	/** Plays other runs from their beginning; those that were there stay to be returned to. */
	begin(runs: readonly History[]): void {
		this.#leave(this.#player.runs);
		this.#player.load(runs);
		this.#player.play();
	}

	/** Goes back to the runs that were left last, at their end; those that were there stay to be returned to. */
	returnToLast(): void {
		const runs = this.#left.at(-1);
		if (!runs) return;
		this.#left = [...this.#left.slice(0, -1), this.#player.runs];
		this.#player.load(
			runs,
			runs.map(({ entries }) => entries.length)
		);
	}

	/** Where a moment is in the runs at hand, in ms of play time: in that of a scenario, if one is asked for and untouched. */
	playMsOf(title: string, scenario?: ScenarioId): number | undefined {
		const { runs, timelines } = this.#player;
		const asked = scenario
			? timelines.filter(
					(_, i) => this.#scenarios[i] === scenario && runs[i] === timelineIn(this.#spec, scenario).history
				)
			: timelines;
		return asked.flatMap(({ moments, playMs }) =>
			moments.filter((each) => each.title === title).map(({ entry }) => playMs[entry] ?? 0)
		)[0];
	}

	#load(scenarios: readonly ScenarioId[]): void {
		this.#scenarios = scenarios;
		this.#player.load(scriptOf(this.#spec, scenarios));
		this.#left = [];
	}

	#leave(runs: readonly History[]): void {
		this.#left = [...this.#left.slice(1 - MOST_LEFT), runs];
	}
}

/** The histories of a figure’s scenarios. */
export const scriptOf = (spec: FigureSpec, scenarios: readonly ScenarioId[]): History[] =>
	scenarios.map((id) => timelineIn(spec, id).history);
