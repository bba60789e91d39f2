import type { MomentMark } from '../scenarios/figureSpecs';
import { ACTS, refusal, type ActId } from '../sim/acts';
import { seek, type History } from '../sim/history';
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
import { isOver, performActs, extendToMoment } from './performActs';

/** How long a moment that is shown may unfold, in ms of play time: as long as a packet takes to dissolve. */
const UNFOLD_MS = 1_300;

export const SPEEDS = [0.5, 1, 2, 4] as const;

/**
 * Plays one run, or several in lockstep: the only owner of animation frames. The histories are
 * always computed ahead; playing moves a point in play time along them.
 */
export class Player {
	runs = $state.raw<readonly History[]>([]);
	/** Runs that were left by acting in their past: both futures stay. */
	left = $state.raw<readonly (readonly History[])[]>([]);
	playMs = $state(0);
	playing = $state(false);
	speed = $state<number>(1);
	/** A figure that nobody looks at does not move. */
	visible = $state(true);
	/** Leaves out the steps that are assumed only. */
	knownOnly = $state(false);
	/** The last act that was refused, and why. */
	refused = $state<string | null>(null);

	timelines: readonly Timeline[] = $derived.by(() => {
		const paces = pace(this.runs);
		return this.runs.map((run, i) => layOut(run, paces[i], this.marks));
	});
	durationMs = $derived(Math.max(0, ...this.timelines.map(({ durationMs }) => durationMs)));
	positions = $derived(this.timelines.map((timeline) => stepsAt(timeline, this.playMs)));
	stops = $derived(stopsOf(this.timelines, this.knownOnly));
	moments = $derived(momentStopsOf(this.timelines));
	/** Play time at which two runs first part. */
	partsAt = $derived.by(() => {
		const [one, other] = this.runs;
		const entry = one && other ? firstDifference(one, other) : null;
		return entry === null ? null : (this.timelines[0]?.playMs[entry] ?? null);
	});

	#still = false;
	/** Where a moment that unfolds ends. */
	#untilMs = Infinity;
	#frame: number | null = null;
	#lastMs = 0;

	/** Where a film on its way from one play time to another has to stop first: before an open question. Null when nowhere. */
	gate: (fromMs: number, toMs: number) => number | null = () => null;

	constructor(
		runs: readonly History[],
		readonly marks: readonly MomentMark[] = []
	) {
		this.runs = runs;
	}

	/** Starts over with other runs. */
	load(runs: readonly History[], positions: readonly number[] = []): void {
		this.pause();
		this.runs = runs;
		this.playMs = Math.max(0, ...this.timelines.map((timeline, i) => playMsOf(timeline, positions[i] ?? 0)));
	}

	/** Performs acts now, one after the other, each once the system rests; those that make no sense are skipped but the last. */
	perform(ids: readonly ActId[]): void {
		this.refused = this.#refusalOfFirst(ids);
		if (this.refused) return;
		const nowMs = Math.max(...this.runs.map((run, i) => seek(run, this.positions[i] ?? 0).nowMs));
		const before = this.runs;
		const atEnd = this.runs.every((run, i) => this.positions[i] === run.entries.length);
		const at = this.playMs;
		this.runs = this.runs.map((run, i) => performActs(run, this.positions[i] ?? 0, ids, nowMs));
		if (!atEnd) this.left = [...this.left.slice(-7), before];
		this.playMs = at;
		this.stepForward();
		this.play();
	}

	/** Why the first of some acts makes no sense now: then the run stays as it is, its future too. */
	#refusalOfFirst([first]: readonly ActId[]): string | null {
		const why = first ? this.refusalOf(first) : null;
		return first && why ? `${ACTS[first].label}: ${why}` : null;
	}

	/** Other runs from their beginning; those that were there stay to be returned to. */
	begin(runs: readonly History[]): void {
		this.refused = null;
		this.left = [...this.left.slice(-7), this.runs];
		this.load(runs);
		this.play();
	}

	/** Goes back to runs that were left. */
	returnTo(runs: readonly History[]): void {
		this.left = [...this.left.filter((other) => other !== runs), this.runs];
		this.load(
			runs,
			runs.map(({ entries }) => entries.length)
		);
	}

	/** Lets the moment at which it stands unfold: until the next thing happens, or for a little while. */
	unfold(): void {
		const next = this.stops.find((stop) => stop > this.playMs) ?? Infinity;
		const untilMs = Math.min(this.durationMs, this.playMs + UNFOLD_MS, next - 1);
		if (untilMs <= this.playMs) return;
		this.play();
		this.#untilMs = untilMs;
	}

	/** Whether the reader has set it going, and not only a moment unfolds. */
	get isWatched(): boolean {
		return this.playing && this.#untilMs === Infinity;
	}

	play(): void {
		this.#untilMs = Infinity;
		if (this.playing || this.#still) return;
		if (this.playMs >= this.durationMs) this.#extend();
		this.playing = true;
		this.#request();
	}

	pause(): void {
		this.playing = false;
		if (this.#frame !== null) cancelAnimationFrame(this.#frame);
		this.#frame = null;
	}

	toggle(): void {
		if (this.playing) this.pause();
		else this.play();
	}

	seekTo(playMs: number): void {
		this.refused = null;
		this.playMs = Math.min(this.durationMs, Math.max(0, playMs));
	}

	/** Shows the world after so many steps of a run. */
	seekStep(steps: number, run = 0): void {
		const timeline = this.timelines[run];
		if (timeline) this.seekTo(playMsOf(timeline, steps));
	}

	stepForward(): void {
		const next = () => this.stops.find((stop) => stop > this.playMs);
		if (next() === undefined) this.#extend();
		this.seekTo(next() ?? this.durationMs);
	}

	stepBack(): void {
		this.seekTo(this.stops.findLast((stop) => stop < this.#lastSeen) ?? 0);
	}

	nextMoment(): void {
		this.seekTo(this.moments.find((moment) => moment > this.playMs) ?? this.durationMs);
	}

	previousMoment(): void {
		this.seekTo(this.moments.findLast((moment) => moment < this.#lastSeen) ?? 0);
	}

	/** Where it stands; after the last event as if it were at that: one looks at the same. */
	get #lastSeen(): number {
		return Math.min(this.playMs, this.stops.at(-1) ?? 0);
	}

	/** Without motion nothing plays: an act shows its first step, and the reader steps on from there. */
	quieten(still: boolean): void {
		this.#still = still;
		if (still) this.pause();
	}

	/** Follows the figure in and out of sight. */
	look(visible: boolean): void {
		this.visible = visible;
		if (visible && this.playing) this.#request();
	}

	destroy(): void {
		this.pause();
	}

	/** Why an act makes no sense where the figure stands now, in every run; null when it does in one. */
	refusalOf(id: ActId): string | null {
		const reasons = this.runs.map((run, i) => refusal(seek(run, this.positions[i] ?? 0), id));
		return reasons.every((reason) => reason !== null) ? (reasons[0] ?? null) : null;
	}

	#extend(): void {
		const at = this.playMs;
		this.runs = this.runs.map(extendToMoment);
		this.playMs = at;
	}

	#request(): void {
		if (this.#frame !== null || !this.visible || !this.playing) return;
		this.#lastMs = performance.now();
		this.#frame = requestAnimationFrame((now) => this.#tick(now));
	}

	#tick(nowMs: number): void {
		this.#frame = null;
		// After a pause of the whole page, time has not passed for the figure.
		const passedMs = Math.min(100, Math.max(0, nowMs - this.#lastMs));
		const next = Math.min(this.durationMs, this.#untilMs, this.playMs + passedMs * this.speed);
		const gate = this.gate(this.playMs, next);
		this.playMs = gate ?? next;
		if (gate !== null || next === this.#untilMs) return this.pause();
		if (this.playMs >= this.durationMs) {
			if (this.runs.every(isOver)) return this.pause();
			this.#extend();
		}
		this.#lastMs = nowMs;
		if (this.visible && this.playing) this.#frame = requestAnimationFrame((now) => this.#tick(now));
	}
}
