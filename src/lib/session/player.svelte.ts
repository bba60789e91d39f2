import type { MomentMark } from '../scenarios/figureSpecs';
import type { History } from '../sim/history';
import {
	firstDifference,
	layOut,
	momentStopsOf,
	pace,
	playMsOf,
	stepsAt,
	stopsOf,
	type Timeline
} from '../scene/timeline';
import { FrameLoop } from './frameLoop';
import { extendToMoment, isOver } from './performActs';

/** How long a moment that is shown may unfold, in ms of play time: as long as a packet takes to dissolve. */
const UNFOLD_MS = 1_300;

export const SPEEDS = [0.5, 1, 2, 4] as const;

export interface PlayerOptions {
	/** The moments that matter in these runs. */
	readonly marks?: readonly MomentMark[];
	/** Where playback on its way from one play time to another has to stop first: before an open question. Null when nowhere. */
	readonly gate?: (fromMs: number, toMs: number) => number | null;
	/** Called whenever it is set to another moment, and not when playback gets there. */
	readonly onSeek?: () => void;
}

/**
 * Plays one run, or several in lockstep. It owns the runs, the point in play time at which they stand, and whether and
 * how fast that moves. The histories are always computed ahead; playing moves a point in play time along them.
 */
export class Player {
	#runs = $state.raw<readonly History[]>([]);
	#playMs = $state(0);
	#playing = $state(false);
	#speed = $state<number>(1);
	#knownOnly = $state(false);

	readonly timelines: readonly Timeline[] = $derived.by(() => {
		const paces = pace(this.#runs);
		return this.#runs.map((run, i) => layOut(run, paces[i], this.#options.marks));
	});
	readonly durationMs = $derived(Math.max(0, ...this.timelines.map(({ durationMs }) => durationMs)));
	/** After how many of its steps each run stands. */
	readonly positions = $derived(this.timelines.map((timeline) => stepsAt(timeline, this.#playMs)));
	readonly stops = $derived(stopsOf(this.timelines, this.#knownOnly));
	readonly moments = $derived(momentStopsOf(this.timelines));
	/** Play time at which two runs first part. */
	readonly partsAt = $derived.by(() => {
		const [one, other] = this.#runs;
		const entry = one && other ? firstDifference(one, other) : null;
		return entry === null ? null : (this.timelines[0]?.playMs[entry] ?? null);
	});

	readonly #options: PlayerOptions;
	readonly #frames = new FrameLoop((passedMs) => this.#advance(passedMs));
	#visible = true;
	#still = false;
	/** Where a moment that unfolds ends. */
	#untilMs = Infinity;

	constructor(runs: readonly History[], options: PlayerOptions = {}) {
		this.#runs = runs;
		this.#options = options;
	}

	get runs(): readonly History[] {
		return this.#runs;
	}
	/** The moment at which it stands, in ms of play time. */
	get playMs(): number {
		return this.#playMs;
	}
	get playing(): boolean {
		return this.#playing;
	}
	get speed(): number {
		return this.#speed;
	}
	/** Whether the steps that are assumed only are left out. */
	get knownOnly(): boolean {
		return this.#knownOnly;
	}
	/** Whether the reader has set it going, and not only a moment unfolds. */
	get isWatched(): boolean {
		return this.#playing && this.#untilMs === Infinity;
	}

	/** Starts over with other runs. */
	load(runs: readonly History[], positions: readonly number[] = []): void {
		this.pause();
		this.#runs = runs;
		this.#playMs = Math.max(0, ...this.timelines.map((timeline, i) => playMsOf(timeline, positions[i] ?? 0)));
	}

	/** Goes on with other runs at the same play time: those that were there, made longer or different from there on. */
	replaceRuns(runs: readonly History[]): void {
		this.#runs = runs;
	}

	/** Lets the moment at which it stands unfold: until the next thing happens, or for a little while. */
	unfold(): void {
		const next = this.stops.find((stop) => stop > this.#playMs) ?? Infinity;
		const untilMs = Math.min(this.durationMs, this.#playMs + UNFOLD_MS, next - 1);
		if (untilMs <= this.#playMs) return;
		this.play();
		this.#untilMs = untilMs;
	}

	/** Plays up to a play time; without motion it is there at once. */
	playTo(untilMs: number): void {
		if (this.#still) return this.seekTo(untilMs);
		this.play();
		this.#untilMs = Math.min(untilMs, this.durationMs);
	}

	play(): void {
		this.#untilMs = Infinity;
		if (this.#playing || this.#still) return;
		if (this.#playMs >= this.durationMs) this.#extend();
		this.#playing = true;
		if (this.#visible) this.#frames.start();
	}

	pause(): void {
		this.#playing = false;
		this.#frames.stop();
	}

	toggle(): void {
		if (this.#playing) this.pause();
		else this.play();
	}

	seekTo(playMs: number): void {
		this.#options.onSeek?.();
		this.#playMs = Math.min(this.durationMs, Math.max(0, playMs));
	}

	/** Shows the world after so many steps of a run. */
	seekStep(steps: number, run = 0): void {
		const timeline = this.timelines[run];
		if (timeline) this.seekTo(playMsOf(timeline, steps));
	}

	stepForward(): void {
		const next = () => this.stops.find((stop) => stop > this.#playMs);
		if (next() === undefined) this.#extend();
		this.seekTo(next() ?? this.durationMs);
	}

	stepBack(): void {
		this.seekTo(this.stops.findLast((stop) => stop < this.#lastSeen) ?? 0);
	}

	nextMoment(): void {
		this.seekTo(this.moments.find((moment) => moment > this.#playMs) ?? this.durationMs);
	}

	previousMoment(): void {
		this.seekTo(this.moments.findLast((moment) => moment < this.#lastSeen) ?? 0);
	}

	setSpeed(speed: number): void {
		this.#speed = speed;
	}

	/** Leaves out the steps that are assumed only, or takes them in again. */
	setKnownOnly(knownOnly: boolean): void {
		this.#knownOnly = knownOnly;
	}

	/** Without motion nothing plays: an act shows its first step, and the reader steps on from there. */
	setStill(still: boolean): void {
		this.#still = still;
		if (still) this.pause();
	}

	/** A figure that nobody looks at does not move. */
	setVisible(visible: boolean): void {
		this.#visible = visible;
		if (visible && this.#playing) this.#frames.start();
	}

	destroy(): void {
		this.pause();
	}

	/** Where it stands; after the last event as if it were at that: one looks at the same. */
	get #lastSeen(): number {
		return Math.min(this.#playMs, this.stops.at(-1) ?? 0);
	}

	#extend(): void {
		this.#runs = this.#runs.map(extendToMoment);
	}

	/** Moves on by what passed since the last frame. Gives whether another frame is wanted. */
	#advance(passedMs: number): boolean {
		const next = Math.min(this.durationMs, this.#untilMs, this.#playMs + passedMs * this.#speed);
		const gate = this.#options.gate?.(this.#playMs, next) ?? null;
		this.#playMs = gate ?? next;
		const isOverNow = this.#playMs >= this.durationMs && this.#runs.every(isOver);
		if (gate !== null || next === this.#untilMs || isOverNow) this.pause();
		else if (this.#playMs >= this.durationMs) this.#extend();
		return this.#visible && this.#playing;
	}
}
