import { TALL } from '../scene/layoutTall';
import { WIDE } from '../scene/layoutWide';
import { sceneAt } from '../scene/scene';
import { stillOf, stillsOf, type Frame } from '../scene/storyboard';
import { layOut } from '../scene/timeline';
import { play, SCENARIOS } from '../scenarios';
import { fromQuery, toQuery } from '../scenarios/address';
import type { ActId } from '../sim/acts';
import { FIGURES, type FigureId, type FigureSpec } from '../scenarios/figures';
import { Player } from './player.svelte';

/** One figure as a reader uses it: its player, what it shows, and what it says. */
export class FigureSession {
	readonly spec: FigureSpec;
	readonly player: Player;
	/** The last thing said to screen readers. */
	said = $state('');
	/** What was wrong with the link that opened it. */
	notice = $state<string | null>(null);
	/** Whether there is room for the wide layout; null before that is known, and then both are made. */
	narrow = $state<boolean | null>(null);

	scenes = $derived.by(() =>
		this.player.timelines.map((timeline) => ({
			wide: this.player.runs.length > 1 || this.narrow === true ? null : sceneAt(timeline, WIDE, this.player.playMs),
			tall: this.player.runs.length === 1 && this.narrow === false ? null : sceneAt(timeline, TALL, this.player.playMs)
		}))
	);
	/** One scene of each run, whichever layout it is in: for the words. */
	shown = $derived(this.scenes.flatMap(({ wide, tall }) => wide ?? tall ?? []));
	/** Where the reader has put the switch; the profile follows a little later. */
	flagOn = $derived.by(() => {
		const [run] = this.player.runs;
		const flip = run?.entries.slice(0, this.player.positions[0]).findLast(({ choice, records }) => choice.type === 'act' && choice.act.startsWith('editProfile:includeAllNetworks=') && !records.some(({ refused }) => refused));
		return flip?.choice.type === 'act' ? flip.choice.act.endsWith('=on') : run?.knobs.includeAllNetworks === true;
	});
	/** The stills: the figure's own, or those of the runs that the reader made. */
	frames: readonly Frame[] = $derived.by(() => (this.player.left.length > 0 ? this.player.timelines.flatMap((timeline, i) => stillsOf(timeline, TALL, this.spec.runNames?.[i] ?? null)) : this.#ownStills()));

	#told = 0;
	/** Which event of each run was the last to be said. */
	#said: readonly string[] = [];

	constructor(id: FigureId) {
		this.spec = FIGURES[id];
		this.player = new Player(this.#script());
		this.#openAtMoment();
	}

	readonly step = this.#stepping(() => this.player.stepForward());
	readonly back = this.#stepping(() => this.player.stepBack());
	readonly next = this.#stepping(() => this.player.nextMoment());
	readonly previous = this.#stepping(() => this.player.previousMoment());

	/** Flips the flag in the profile and reconnects, so that it is in force. */
	flip(): void {
		const edit = `editProfile:includeAllNetworks=${this.flagOn ? 'off' : 'on'}` as const;
		const at = this.player.playMs;
		// The app hears of a flip a moment later; whoever flips back before that waits for it.
		for (let steps = 0; steps < 3 && this.player.refusalOf(edit) !== null; steps++) this.player.stepForward();
		if (this.player.refusalOf(edit) !== null) this.player.seekTo(at);
		this.act(edit, 'disconnect', 'connect');
	}

	/** Performs acts one after the other and says what comes of the first; a refusal has its own place. */
	act(...ids: ActId[]): void {
		this.player.perform(ids);
		this.tell();
	}

	startOver(): void {
		this.player.load(this.#script());
		this.player.left = [];
		this.#openAtMoment();
		this.said = 'Back at the beginning.';
	}

	/** Shows the moment with this title; when the reader's own run has none, the figure starts over first. */
	show(title: string): void {
		if (this.#playMsOf(title) === undefined) this.startOver();
		const playMs = this.#playMsOf(title);
		this.player.pause();
		if (playMs !== undefined) this.player.seekTo(playMs + 1);
		this.tell();
	}

	/** The query of a link to where the figure stands. */
	query(): string {
		return toQuery({ runs: this.player.runs, positions: this.player.positions });
	}

	/** Opens a link's query; one that cannot be read leaves the figure at its beginning and says why. */
	open(search: string): void {
		const opened = fromQuery(search, this.player.runs.length);
		if (!opened) return;
		if ('error' in opened) {
			this.notice = `${opened.error} The figure starts from its beginning.`;
			return;
		}
		this.player.load(opened.runs, opened.positions);
		this.notice = opened.notice;
	}

	/** Says what just happened, once: of two runs only the one in which something did. */
	tell(): void {
		const { runNames } = this.spec;
		const lines = this.shown.map(({ caption }, i) => ({ key: `${caption.step} ${caption.text}`, text: runNames ? `${runNames[i]}: ${caption.text}` : caption.text }));
		const news = lines.filter(({ key }, i) => key !== this.#said[i]);
		this.#said = lines.map(({ key }) => key);
		if (news.length > 0) this.said = news.map(({ text }) => text).join(' ');
	}

	/** While it plays, only the moments that matter are told: one at a time, not a flood. */
	follow(): void {
		const passed = this.player.moments.filter((moment) => moment <= this.player.playMs).length;
		if (this.player.playing && passed > this.#told) this.tell();
		this.#told = passed;
	}

	#script() {
		return this.spec.runs.map((id) => play(SCENARIOS[id]));
	}

	#ownStills(): Frame[] {
		const { frames, runs, runNames } = this.spec;
		return frames.map(({ scenario, moment, title }) => stillOf(layOut(play(SCENARIOS[scenario])), TALL, moment, runNames?.[runs.indexOf(scenario)] ?? null, title));
	}

	#openAtMoment(): void {
		if (this.spec.opensAt === 'end') return this.player.seekTo(this.player.durationMs);
		const moment = this.player.timelines[0]?.moments.find(({ title }) => title === this.spec.opensAt);
		if (moment) this.player.seekStep(moment.entry + 1);
	}

	#playMsOf(title: string): number | undefined {
		return this.player.timelines.flatMap(({ moments, playMs }) => moments.filter((each) => each.title === title).map(({ entry }) => playMs[entry] ?? 0))[0];
	}

	#stepping(go: () => void): () => void {
		return () => {
			this.player.pause();
			go();
			this.tell();
		};
	}
}
