import type { Layout } from '../scene/layout';
import { TALL } from '../scene/layoutTall';
import { WIDE } from '../scene/layoutWide';
import { sceneAt } from '../scene/scene';
import type { Player } from './player.svelte';

/** What shows a player’s runs: the scenes of the moment, and what is said of it. Figures and the lab are such shows. */
export class Show {
	/** The last thing said to screen readers. */
	said = $state('');
	/** What was wrong with the link that opened it, or why it has stopped. */
	notice = $state<string | null>(null);
	/** Whether there is room for the wide layout; null before that is known, and then both are made. */
	narrow = $state<boolean | null>(null);

	scenes = $derived.by(() =>
		this.player.timelines.map((timeline) => ({
			wide: this.player.runs.length > 1 || this.narrow === true ? null : sceneAt(timeline, WIDE, this.player.playMs, this.player.knownOnly),
			tall: this.player.runs.length === 1 && this.narrow === false ? null : sceneAt(timeline, this.player.runs.length > 1 ? this.paired : TALL, this.player.playMs, this.player.knownOnly)
		}))
	);
	/** One scene of each run, whichever layout it is in: for the words. */
	shown = $derived(this.scenes.flatMap(({ wide, tall }) => wide ?? tall ?? []));

	#told = 0;
	/** Which event of each run was the last to be said. */
	#said: readonly string[] = [];

	/** `paired`: how two runs are laid out; a page that never has two need not carry it. */
	constructor(
		readonly player: Player,
		readonly paired: Layout = TALL
	) {}

	/** What the runs are called when there are two. */
	get runNames(): readonly string[] {
		return [];
	}

	readonly step = this.#stepping(() => this.player.stepForward());
	readonly back = this.#stepping(() => this.player.stepBack());
	readonly next = this.#stepping(() => this.player.nextMoment());
	readonly previous = this.#stepping(() => this.player.previousMoment());

	/** Stands after so many steps of a run. */
	seekStep(steps: number, run: number): void {
		this.player.pause();
		this.player.seekStep(steps, run);
		this.tell();
	}

	/** Says what just happened, once: of two runs only the one in which something did. */
	tell(): void {
		const { runNames } = this;
		const lines = this.shown.map(({ caption }, i) => ({ key: `${caption.step} ${caption.text}`, text: runNames[i] ? `${runNames[i]}: ${caption.text}` : caption.text }));
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

	#stepping(go: () => void): () => void {
		return () => {
			this.player.pause();
			go();
			this.tell();
		};
	}
}
