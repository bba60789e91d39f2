import type { Layout } from '../scene/layout';
import { TALL } from '../scene/layoutTall';
import { WIDE } from '../scene/layoutWide';
import { sceneAt } from '../scene/scene';
import type { Player } from './player.svelte';

/** After so many moments that brought nothing new, it is said that the film repeats: once is enough. */
const REPEATS = 3;

/** What shows a player’s runs: the scenes of the moment, and what is said of it. Figures and the lab are such shows. */
export class Playback {
	/** The last thing said to screen readers. */
	said = $state('');
	/** What was wrong with the link that opened it, or why it has stopped. */
	notice = $state<string | null>(null);
	/** Whether there is room for the wide layout; null before that is known, and then both are made. */
	narrow = $state<boolean | null>(null);

	scenes = $derived.by(() =>
		this.player.timelines.map((timeline) => ({
			wide:
				this.player.runs.length > 1 || this.narrow === true
					? null
					: sceneAt(timeline, WIDE, this.player.playMs, this.player.knownOnly),
			tall:
				this.player.runs.length === 1 && this.narrow === false
					? null
					: sceneAt(
							timeline,
							this.player.runs.length > 1 ? this.paired : TALL,
							this.player.playMs,
							this.player.knownOnly
						)
		}))
	);
	/** One scene of each run, whichever layout it is in: for the words. */
	shown = $derived(this.scenes.flatMap(({ wide, tall }) => wide ?? tall ?? []));

	/** What the runs tell of the moment: each under its name; what they have in common, once. */
	words = $derived.by(() => this.#wordsOf(this.shown.map((_, i) => i)));

	#told = 0;
	#played = false;
	/** Which event of each run was the last to be said. */
	#said: readonly string[] = [];
	/** What the film has said already, and how often it had nothing new to say. */
	#heard: string[] = [];
	#repeated = 0;

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

	/** Says what just happened, once: of two runs only the one in which something did. A film does not say the same again. */
	tell(filming = false): void {
		const keys = this.shown.map(({ caption }) => `${caption.step} ${caption.text}`);
		const news = keys.flatMap((key, i) => (key === this.#said[i] ? [] : i));
		if (!filming) [this.#heard, this.#repeated] = [[], 0];
		if (news.length === 0) return;
		const words = this.#wordsOf(news);
		if (this.#heard.includes(words)) {
			if (++this.#repeated === REPEATS) this.said = 'It repeats.';
			return;
		}
		this.#heard.push(words);
		this.#said = keys;
		// The timeline’s value is the same words: whoever stands on it hears them from there.
		if (!document.activeElement?.matches('[type=range]')) this.said = words;
	}

	/** While it plays, only the moments that matter are told, and when it stops, how it ended: not a flood. */
	follow(): void {
		const { moments, playMs, playing } = this.player;
		const passed = moments.filter((moment) => moment <= playMs).length;
		if (playing ? passed > this.#told : this.#played) this.tell(playing);
		this.#told = passed;
		this.#played = playing;
	}

	#wordsOf(runs: readonly number[]): string {
		const texts = this.shown.map(({ caption }) => caption.text);
		if (runs.length > 1 && texts.every((text) => text === texts[0])) return texts[0] ?? '';
		return runs.map((i) => (this.runNames[i] ? `${this.runNames[i]}: ${texts[i]}` : texts[i])).join(' ');
	}

	#stepping(go: () => void): () => void {
		return () => {
			this.player.pause();
			go();
			this.tell();
		};
	}
}
