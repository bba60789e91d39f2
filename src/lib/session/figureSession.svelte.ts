import { loadOrTell } from '../figures/onDemand/loadPart';
import { refuseKnobs, type Knobs } from '../machines/knobs';
import { placeOf } from '../scene/figureRuns';
import type { ScenarioId } from '../scenarios/scenarios';
import type { FigureSpec } from '../scenarios/figureSpecs';
import { formatPermalink } from '../scenarios/permalink';
import type { ActId } from '../sim/acts';
import type { History } from '../sim/history';
import { FigureFutures, scriptOf } from './figureFutures.svelte';
import { Notices } from './notices.svelte';
import { Playback } from './playback.svelte';
import type { Player } from './player.svelte';
import { PredictionGate } from './predictionGate';
import { Selection } from './selection.svelte';

const WAITS = 'The figure waits: the text asks what will happen next. Answer there, or press Play to see it.';

/**
 * One figure as a reader uses it. It owns no state but in its parts: what plays, the futures that were made, what is
 * opened, what is to be said to the reader, and the questions before which a reader wants to be stopped.
 */
export class FigureSession {
	readonly playback: Playback;
	readonly futures: FigureFutures;
	readonly selection: Selection;
	readonly notices = new Notices();
	readonly predictionGate = new PredictionGate();

	/** Where the reader has put the switch; the profile follows a little later. */
	readonly flagOn: boolean = $derived.by(() => {
		const [run] = this.player.runs;
		return run ? isFlagOn(run, this.player.positions[0] ?? 0) : false;
	});

	constructor(readonly spec: FigureSpec) {
		this.playback = new Playback(scriptOf(spec, spec.runs), {
			...(spec.marks ? { marks: spec.marks } : {}),
			runNames: () => spec.runNames ?? [],
			gate: (fromMs, toMs) => this.#questionBetween(fromMs, toMs),
			onSeek: () => this.notices.closeRefusal()
		});
		this.futures = new FigureFutures(spec, this.player);
		// Of two runs, the one in which it goes wrong.
		this.selection = new Selection(this.player, spec.runs.length - 1);
		this.#openAtMoment();
	}

	get player(): Player {
		return this.playback.player;
	}

	/** Flips the flag, in the way that this figure means it. */
	flip(): void {
		const { player, futures } = this;
		if (this.spec.flagSwitch === 'anew') return this.turn({ includeAllNetworks: !this.flagOn });
		const edit = `editProfile:includeAllNetworks=${this.flagOn ? 'off' : 'on'}` as const;
		const at = player.playMs;
		// The app hears of a flip a moment later; whoever flips back before that waits for it.
		for (let steps = 0; steps < 3 && futures.refusalOf(edit) !== null; steps++) player.stepForward();
		if (futures.refusalOf(edit) !== null) player.seekTo(at);
		if (this.spec.flagSwitch === 'edit') this.act(edit);
		else this.act(edit, 'disconnect', 'connect');
	}

	/** Other knobs: the same acts begin anew. Knobs that cannot be are refused with a reason. */
	turn(change: Partial<Knobs>): void {
		const { runs } = this.player;
		const knobs = runs.map((run) => ({
			...run.knobs,
			...(runs.length === 1 ? { includeAllNetworks: this.flagOn } : {}),
			...change
		}));
		const why = knobs.map(refuseKnobs).find(Boolean) ?? null;
		this.notices.refuse(why);
		if (why !== null) return;
		this.futures.beginWith(knobs);
		this.playback.announcer.tell();
	}

	/** Performs acts one after the other and says what comes of the first; a refusal has its own place. */
	act(...ids: ActId[]): void {
		const why = this.futures.perform(ids);
		this.notices.refuse(why);
		this.playback.announcer.tell();
	}

	startOver(): void {
		this.futures.loadOwn();
		this.#openAtMoment();
		this.playback.announcer.tell();
		this.playback.announcer.say('Back at the beginning.');
	}

	/** Shows the moment with this title; when the runs at hand have none, those that have it are fetched first. */
	show(title: string, scenario?: ScenarioId): void {
		const { futures } = this;
		const place = placeOf(this.spec, title, scenario);
		if (!place) return;
		// Without a scenario, the reader’s own run will do as well.
		const own = title === place.title && scenario === undefined ? futures.playMsOf(title) : undefined;
		if (own === undefined && futures.playMsOf(place.title, place.scenario) === undefined)
			futures.loadSetWith(place.scenario);
		const playMs = own ?? futures.playMsOf(place.title, place.scenario);
		if (playMs !== undefined) this.playback.stopAt(playMs);
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
		const tell = (sentence: string) => this.notices.show(sentence);
		const parser = await loadOrTell('the moment of this link', () => import('../scenarios/parsePermalink'), tell);
		const opened = parser?.parsePermalink(search, this.player.runs.length);
		if (!opened) return parser !== null;
		if ('error' in opened) this.notices.show(`${opened.error} The figure starts from its beginning.`);
		else {
			this.player.load(opened.runs, opened.positions);
			this.notices.show(opened.notice);
		}
		return true;
	}

	#openAtMoment(): void {
		if (this.spec.opensAt === 'end') return this.player.seekTo(this.player.durationMs);
		const moment = this.player.timelines[0]?.moments.find(({ title }) => title === this.spec.opensAt);
		if (moment) this.player.seekStep(moment.entry + 1);
	}

	/** The play time just before the first moment on this way that an open question is about; there the figure says so. */
	#questionBetween(fromMs: number, toMs: number): number | null {
		const stop = this.predictionGate.stopBetween(fromMs, toMs, ({ title, scenario }) =>
			this.futures.playMsOf(placeOf(this.spec, title, scenario)?.title ?? title, scenario)
		);
		if (stop !== null) this.notices.show(WAITS);
		return stop;
	}
}

/** Where the flag’s switch stands after so many steps of a run: as the last edit that was not refused has put it. */
function isFlagOn(run: History, steps: number): boolean {
	const flip = run.entries
		.slice(0, steps)
		.findLast(
			({ choice, records }) =>
				choice.type === 'act' &&
				choice.act.startsWith('editProfile:includeAllNetworks=') &&
				!records.some(({ refused }) => refused)
		);
	return flip?.choice.type === 'act' ? flip.choice.act.endsWith('=on') : run.knobs.includeAllNetworks;
}
