import type { Player } from './player.svelte';
import type { Scenes } from './scenes.svelte';

/** After so many moments that brought nothing new, it is said that playback repeats: once is enough. */
const REPEATS = 3;

export interface AnnouncerOptions {
	/** What the runs are called when there are two. */
	readonly runNames: () => readonly string[];
	/** Whether what has the focus says by itself what happened: then it is left to do so. */
	readonly isToldByFocus?: () => boolean;
}

/** Says to screen readers what happens, once. Owns the words of the live region, and what has been said already. */
export class Announcer {
	#said = $state('');

	/** What the runs tell of the moment: each under its name; what they have in common, once. */
	readonly words: string = $derived.by(() => this.#wordsOf(this.#scenes.shown.map((_, i) => i)));

	readonly #player: Player;
	readonly #scenes: Scenes;
	readonly #options: AnnouncerOptions;
	/** What is to be said before the next thing that happens. */
	#ahead = '';
	/** How many moments playback had passed when it was last followed, and whether it played then. */
	#passed = 0;
	#played = false;
	/** Which event of each run was the last to be said. */
	#lastEvents: readonly string[] = [];
	/** What has been said already, and how often there was nothing new to say. */
	#heard: string[] = [];
	#repeated = 0;

	constructor(player: Player, scenes: Scenes, options: AnnouncerOptions) {
		this.#player = player;
		this.#scenes = scenes;
		this.#options = options;
	}

	/** The last thing said. */
	get said(): string {
		return this.#said;
	}

	/** Says this, now. */
	say(text: string): void {
		this.#said = text;
	}

	/** Says this before the next thing that happens. */
	sayBeforeNext(text: string): void {
		this.#ahead = text;
	}

	/** Says what just happened, once: of two runs only the one in which something did. Playback does not say the same again. */
	tell(filming = false): void {
		const news = this.#news(filming);
		const isNew = news !== null && news !== this.#said && !this.#options.isToldByFocus?.();
		const words = [this.#ahead, isNew ? news : ''].filter(Boolean).join(' ');
		if (isNew || this.#ahead) this.#said = words;
		this.#ahead = '';
	}

	/** While it plays, only the moments that matter are told, and when it stops, how it ended: not a flood. */
	follow(): void {
		const { moments, playMs, playing } = this.#player;
		const passed = moments.filter((moment) => moment <= playMs).length;
		if (playing ? passed > this.#passed : this.#played) this.tell(playing);
		this.#passed = passed;
		this.#played = playing;
	}

	/** The words for what happened since something was last told; null where there are none, or they are heard anyhow. */
	#news(filming: boolean): string | null {
		const events = this.#scenes.shown.map(({ caption }) => `${caption.step} ${caption.text}`);
		const fresh = events.flatMap((event, i) => (event === this.#lastEvents[i] ? [] : i));
		if (!filming) [this.#heard, this.#repeated] = [[], 0];
		if (fresh.length === 0) return null;
		const words = this.#wordsOf(fresh);
		if (this.#heard.includes(words)) return ++this.#repeated === REPEATS ? 'It repeats.' : null;
		this.#heard.push(words);
		this.#lastEvents = events;
		// The timeline’s value is the same words: whoever stands on it hears them from there.
		return document.activeElement?.matches('[type=range]') ? null : words;
	}

	#wordsOf(runs: readonly number[]): string {
		const texts = this.#scenes.shown.map(({ caption }) => caption.text);
		if (runs.length > 1 && texts.every((text) => text === texts[0])) return texts[0] ?? '';
		const runNames = this.#options.runNames();
		return runs.map((i) => (runNames[i] ? `${runNames[i]}: ${texts[i]}` : texts[i])).join(' ');
	}
}
