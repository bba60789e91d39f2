import type { History } from '../sim/history';
import { Announcer, type AnnouncerOptions } from './announcer.svelte';
import { Player, type PlayerOptions } from './player.svelte';
import { Scenes } from './scenes.svelte';

export interface PlaybackOptions extends PlayerOptions, AnnouncerOptions {}

/**
 * Runs as they are played before a reader’s eyes and ears, in a figure or in the lab: owns their player, the scenes of
 * the moment, and what is announced of it. What the reader does to go from moment to moment is announced at once.
 */
export class Playback {
	readonly player: Player;
	readonly scenes: Scenes;
	readonly announcer: Announcer;
	readonly #runNames: () => readonly string[];

	constructor(runs: readonly History[], options: PlaybackOptions) {
		this.player = new Player(runs, options);
		this.scenes = new Scenes(this.player);
		this.announcer = new Announcer(this.player, this.scenes, options);
		this.#runNames = options.runNames;
	}

	/** What the runs are called when there are two. */
	get runNames(): readonly string[] {
		return this.#runNames();
	}

	readonly step = this.#announced(() => this.player.stepForward());
	readonly back = this.#announced(() => this.player.stepBack());
	readonly next = this.#announced(() => this.player.nextMoment());
	readonly previous = this.#announced(() => this.player.previousMoment());

	/** Stands after so many steps of a run. */
	seekStep(steps: number, run: number): void {
		this.player.pause();
		this.player.seekStep(steps, run);
		this.announcer.tell();
	}

	/** Shows the moment of a stop, and lets it unfold. */
	readonly stopAt = (playMs: number): void => {
		this.player.pause();
		this.player.seekTo(playMs + 1);
		this.announcer.tell();
		this.player.unfold();
	};

	#announced(go: () => void): () => void {
		return () => {
			this.player.pause();
			go();
			this.announcer.tell();
		};
	}
}
