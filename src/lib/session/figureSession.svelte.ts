import { loadOrTell } from '../figures/onDemand/loadPart';
import { refuseKnobs, type Knobs } from '../machines/knobs';
import { placeOf, timelineIn, toldIn } from '../scene/figureRuns';
import type { Layout } from '../scene/layout';
import { TALL } from '../scene/layoutTall';
import { stillOf, stillsOf, type Frame, type Told } from '../scene/storyboard';
import { knobsOf, playWith, SCENARIOS, type ScenarioId } from '../scenarios';
import { formatPermalink } from '../scenarios/permalink';
import type { FigureSpec } from '../scenarios/figureSpecs';
import type { ActId } from '../sim/acts';
import type { History } from '../sim/history';
import { Player } from './player.svelte';
import { PredictionGate } from './predictionGate';
import { Playback } from './playback.svelte';

/** One figure as a reader uses it: its player, what it shows, and what it says. */
export class FigureSession extends Playback {
	/** Questions before which a reader wants to be stopped. */
	readonly predictionGate = new PredictionGate();
	/** The scenarios whose acts are played; what the reader turns or does comes on top. */
	scenarios = $state.raw<readonly ScenarioId[]>([]);
	/** Where the reader has put the switch; the profile follows a little later. */
	flagOn = $derived.by(() => {
		const [run] = this.player.runs;
		const flip = run?.entries
			.slice(0, this.player.positions[0])
			.findLast(
				({ choice, records }) =>
					choice.type === 'act' &&
					choice.act.startsWith('editProfile:includeAllNetworks=') &&
					!records.some(({ refused }) => refused)
			);
		return flip?.choice.type === 'act' ? flip.choice.act.endsWith('=on') : run?.knobs.includeAllNetworks === true;
	});
	/** The stills: the figure's own, or those of the runs that the reader made. */
	frames: readonly Frame[] = $derived.by(() =>
		this.player.left.length > 0
			? this.player.timelines.flatMap((timeline, i) => stillsOf(timeline, TALL, this.spec.runNames?.[i] ?? null))
			: ownStills(this.spec)
	);
	/** The moments that have been passed, in any of the runs; the last one last. */
	passed: readonly string[] = $derived.by(() =>
		this.player.timelines
			.flatMap(({ moments, playMs }) => moments.map(({ title, entry }) => ({ title, atMs: playMs[entry] ?? 0 })))
			.filter(({ atMs }) => atMs <= this.player.playMs)
			.sort((a, b) => a.atMs - b.atMs)
			.map(({ title }) => title)
	);
	/** Whether the reader has acted or turned a knob: then the runs are not the figure’s own any more. */
	isOwn = $derived.by(() => {
		const acts = (run: History) => run.entries.filter(({ choice }) => choice.type === 'act').length;
		return this.player.runs.some((run, i) => {
			const script = this.#script()[i];
			return !script || run.entries[script.entries.length - 1] !== script.entries.at(-1) || acts(run) !== acts(script);
		});
	});

	constructor(
		readonly spec: FigureSpec,
		paired?: Layout
	) {
		super(new Player(scriptOf(spec, spec.runs), spec.marks), paired);
		this.scenarios = spec.runs;
		this.player.gate = (fromMs, toMs) => this.#questionBetween(fromMs, toMs);
		this.#openAtMoment();
	}

	override get runNames(): readonly string[] {
		return this.spec.runNames ?? [];
	}

	/** Flips the flag, in the way that this figure means it. */
	flip(): void {
		if (this.spec.flagSwitch === 'anew') return this.turn({ includeAllNetworks: !this.flagOn });
		const edit = `editProfile:includeAllNetworks=${this.flagOn ? 'off' : 'on'}` as const;
		const at = this.player.playMs;
		// The app hears of a flip a moment later; whoever flips back before that waits for it.
		for (let steps = 0; steps < 3 && this.player.refusalOf(edit) !== null; steps++) this.player.stepForward();
		if (this.player.refusalOf(edit) !== null) this.player.seekTo(at);
		if (this.spec.flagSwitch === 'edit') this.act(edit);
		else this.act(edit, 'disconnect', 'connect');
	}

	/** Other knobs: the same acts begin anew. Knobs that cannot be are refused with a reason. */
	turn(change: Partial<Knobs>): void {
		const knobs = this.player.runs.map((run) => ({
			...run.knobs,
			...(this.player.runs.length === 1 ? { includeAllNetworks: this.flagOn } : {}),
			...change
		}));
		this.player.refused = knobs.map(refuseKnobs).find(Boolean) ?? null;
		if (this.player.refused) return;
		this.player.begin(this.scenarios.map((id, i) => playWith(SCENARIOS[id], knobs[i] ?? knobsOf(SCENARIOS[id]))));
		this.tell();
	}

	/** Performs acts one after the other and says what comes of the first; a refusal has its own place. */
	act(...ids: ActId[]): void {
		this.player.perform(ids);
		this.tell();
	}

	startOver(): void {
		this.#load(this.spec.runs);
		this.#openAtMoment();
		this.tell();
		this.said = 'Back at the beginning.';
	}

	/** Shows the moment with this title; when the runs at hand have none, those that have it are fetched first. */
	show(title: string, scenario?: ScenarioId): void {
		const place = placeOf(this.spec, title, scenario);
		if (!place) return;
		// Without a scenario, the reader’s own run will do as well.
		const own = title === place.title && scenario === undefined ? this.#playMsOf(title) : undefined;
		if (own === undefined && this.#playMsOf(place.title, place.scenario) === undefined)
			this.#load(setWith(this.spec, place.scenario));
		const playMs = own ?? this.#playMsOf(place.title, place.scenario);
		this.player.pause();
		if (playMs !== undefined) this.player.seekTo(playMs + 1);
		this.tell();
		this.player.unfold();
	}

	/** What the model tells at a moment. Throws when none of the figure’s runs has it. */
	told(title: string, scenario?: ScenarioId): Told {
		return toldIn(this.spec, title, scenario);
	}

	/** The query of a link to where the figure stands. */
	query(): string {
		return formatPermalink({ runs: this.player.runs, positions: this.player.positions });
	}

	/**
	 * Opens a link's query, if it holds a moment; one that cannot be read leaves the figure at its beginning and says why.
	 * Gives whether it could be looked at: what could not is worth a try on a fresh page.
	 */
	async open(search: string): Promise<boolean> {
		if (!/[?&](v|acts)=/.test(search)) return true;
		const tell = (sentence: string) => (this.notice = sentence);
		const parser = await loadOrTell('the moment of this link', () => import('../scenarios/parsePermalink'), tell);
		const opened = parser?.parsePermalink(search, this.player.runs.length);
		if (!opened) return parser !== null;
		if ('error' in opened) this.notice = `${opened.error} The figure starts from its beginning.`;
		else {
			this.player.load(opened.runs, opened.positions);
			this.notice = opened.notice;
		}
		return true;
	}

	#script() {
		return scriptOf(this.spec, this.scenarios);
	}

	#load(scenarios: readonly ScenarioId[]): void {
		this.scenarios = scenarios;
		this.player.load(this.#script());
		this.player.left = [];
	}

	#openAtMoment(): void {
		if (this.spec.opensAt === 'end') return this.player.seekTo(this.player.durationMs);
		const moment = this.player.timelines[0]?.moments.find(({ title }) => title === this.spec.opensAt);
		if (moment) this.player.seekStep(moment.entry + 1);
	}

	/** Where a moment is in the runs at hand: in that of a scenario, if one is asked for and untouched. */
	#playMsOf(title: string, scenario?: ScenarioId): number | undefined {
		const timelines = scenario
			? this.player.timelines.filter(
					(_, i) => this.scenarios[i] === scenario && this.player.runs[i] === timelineIn(this.spec, scenario).history
				)
			: this.player.timelines;
		return timelines.flatMap(({ moments, playMs }) =>
			moments.filter((each) => each.title === title).map(({ entry }) => playMs[entry] ?? 0)
		)[0];
	}

	/** The play time just before the first moment on this way that an open question is about. */
	#questionBetween(fromMs: number, toMs: number): number | null {
		const stop = this.predictionGate.open
			.flatMap(
				({ title, scenario }) => this.#playMsOf(placeOf(this.spec, title, scenario)?.title ?? title, scenario) ?? []
			)
			.filter((atMs) => atMs - 1 > fromMs && atMs - 1 <= toMs)
			.sort((a, b) => a - b)[0];
		if (stop === undefined) return null;
		this.notice = 'The figure waits: the text asks what will happen next. Answer there, or press Play to see it.';
		return stop - 1;
	}
}

/** The histories of a figure’s scenarios. */
const scriptOf = (spec: FigureSpec, scenarios: readonly ScenarioId[]): History[] =>
	scenarios.map((id) => timelineIn(spec, id).history);

/** The figure’s set of runs that this scenario belongs to. */
const setWith = (spec: FigureSpec, scenario: ScenarioId): readonly ScenarioId[] =>
	[spec.runs, ...(spec.also ?? [])].find((set) => set.includes(scenario)) ?? spec.runs;

/** A figure’s own stills, in the order of its telling. */
export const ownStills = (spec: FigureSpec): Frame[] =>
	spec.frames.map(({ scenario, moment, title }) => {
		const { runNames } = spec;
		const place = [spec.runs, ...(spec.also ?? [])].map((set) => set.indexOf(scenario)).find((at) => at >= 0) ?? 0;
		return stillOf(timelineIn(spec, scenario), TALL, moment, runNames?.[place] ?? null, title);
	});
