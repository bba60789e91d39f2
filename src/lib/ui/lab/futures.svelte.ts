import { firstDifference } from '../../scene/timeline';
import type { ScenarioId } from '../../scenarios/scenarios';
import type { Player } from '../../session/player.svelte';
import { seek, type History } from '../../sim/history';
import { isUntouched, keyOf, presetFuture, type Future, type NewFuture } from './future';
import { FutureStore } from './futureStore.svelte';
import { presetOf, presetRun } from './presetRun';

/**
 * All futures of the lab, of which one is on the screen, or two side by side. Owns which those are, and that the player
 * plays them; those on the screen are as long as playback has made them.
 */
export class Futures {
	/** All futures; those on the screen as they were when another was last shown. */
	readonly store = new FutureStore();
	#shownNumber = $state(1);
	#besideNumber = $state<number | null>(null);

	/** All futures, oldest first. */
	readonly all: readonly Future[] = $derived.by(() =>
		this.store.kept.map((future) => {
			const run =
				this.#player.runs[future.number === this.#shownNumber ? 0 : future.number === this.#besideNumber ? 1 : -1];
			return run && run !== future.run ? { ...future, run } : future;
		})
	);
	/** The run of the story that is shown, as long as nobody has done anything to it; null for any other. */
	readonly shownPreset: ScenarioId | null = $derived.by(() => {
		const preset = this.shown?.preset ?? null;
		return preset !== null && keyOf(presetRun(preset)) === keyOf(this.run) ? preset : null;
	});
	/** Where the two on the screen first differ: the index of an entry; null when there is one, or they are alike. */
	readonly parts: number | null = $derived.by(() => {
		const [one, other] = this.#player.runs;
		return one && other ? firstDifference(one, other) : null;
	});

	readonly #player: Player;

	/** @param first the run of the story that the player plays */
	constructor(player: Player, first: ScenarioId) {
		this.#player = player;
		this.store.add(presetFuture(first), []);
	}

	/** The number of the future that is shown, and of the one beside it. */
	get shownNumber(): number {
		return this.#shownNumber;
	}
	get besideNumber(): number | null {
		return this.#besideNumber;
	}
	/** The future that is shown. */
	get shown(): Future | undefined {
		return this.all.find(({ number }) => number === this.#shownNumber);
	}
	/** The run that acts and knobs are about. */
	get run(): History {
		return this.#player.runs[0] as History;
	}

	/** A future by its number and by what it was made by: it keeps both, whatever is on the screen. */
	nameOf(number: number): string {
		return `${number}: ${this.store.kept.find((future) => future.number === number)?.name ?? ''}`;
	}
	/** What the two on the screen are called; none where there is one. */
	get runNames(): readonly string[] {
		return this.#besideNumber === null
			? []
			: [this.#shownNumber, this.#besideNumber].map((number) => this.nameOf(number));
	}
	/** What the saved runs on the screen are called: a run of the story by its name there but for its flag, others by their number. */
	get fileNames(): readonly string[] {
		return this.#player.runs.map(
			(run, i) =>
				`lab-${presetOf(run)?.replace(/-flag-o(n|ff)$/, '') ?? `run-${i === 0 ? this.#shownNumber : this.#besideNumber}`}`
		);
	}

	/** Starts over with these, of which one or two are on the screen and stand after so many steps. */
	open(futures: readonly Future[], shown: number, beside: number | null, positions: readonly number[]): void {
		this.store.fill(futures);
		this.#shownNumber = shown;
		this.#besideNumber = beside;
		this.#player.load(this.#runsOnScreen(), positions);
	}

	/**
	 * One more future, shown in the place of the one that was. One that is there already is shown, not made again; and
	 * a phone on which nothing had been done is no future yet: it is replaced. Gives whether one more has begun.
	 */
	begin(made: NewFuture): boolean {
		this.#keepAsPlayed();
		const before = this.shown;
		const untouched = before && isUntouched(before.run) ? before : null;
		const key = keyOf(made.run);
		const known = this.all.find((future) => keyOf(future.run) === key);
		const future = { ...made, ...(isUntouched(made.run) ? { fresh: untouched?.fresh ?? made.run } : {}) };
		const replaces = !known && untouched !== null && made.preset === null;
		if (replaces) this.store.replace(untouched.number, future);
		else {
			this.#shownNumber = known?.number ?? this.store.add(future, [this.#shownNumber, this.#besideNumber]);
			if (untouched && untouched.number !== this.#shownNumber) this.store.drop(untouched.number);
		}
		if (known && known.number === this.#besideNumber) this.#besideNumber = null;
		this.prolong(known?.run ?? made.run);
		return !known && !replaces;
	}

	/** One more future in the place of all that is on the screen. Gives whether one more has begun. */
	beginAlone(made: NewFuture): boolean {
		this.#player.pause();
		this.#keepAsPlayed();
		this.#besideNumber = null;
		return this.begin(made);
	}

	/** The shown future, longer. */
	prolong(run: History): void {
		this.#player.replaceRuns([run, ...this.#player.runs.slice(1)].slice(0, this.#besideNumber === null ? 1 : 2));
		this.#keepAsPlayed();
	}

	/** Keeps the shown future as it is now, under another number; what is done next is done to the one that is shown. */
	copy(): void {
		this.#keepAsPlayed();
		this.store.add({ name: `A copy of ${this.#shownNumber}`, run: this.run, preset: this.shown?.preset ?? null }, [
			this.#shownNumber,
			this.#besideNumber
		]);
	}

	/** Shows a future, and another one or none beside it, at the moment at which the screen stands or at its end. */
	show(shown: number, beside: number | null): void {
		this.#keepAsPlayed();
		const player = this.#player;
		const { nowMs } = seek(this.run, player.positions[0] ?? 0);
		const atEnd = player.playMs >= player.durationMs;
		this.#shownNumber = shown;
		this.#besideNumber = beside;
		player.load(this.#runsOnScreen());
		const steps = player.runs[0]?.entries.filter(({ world }) => world.nowMs <= nowMs).length ?? 0;
		if (atEnd) player.seekTo(player.durationMs);
		else player.seekStep(steps);
	}

	/** Forgets some, which can be taken back. None of them is on the screen. */
	forget(numbers: readonly number[]): void {
		this.#keepAsPlayed();
		this.store.forget(numbers);
	}

	/** Keeps the futures on the screen as playback has made them. */
	#keepAsPlayed(): void {
		this.store.update(this.all);
	}

	#runsOnScreen(): History[] {
		return [this.#shownNumber, this.#besideNumber].flatMap(
			(number) => this.store.kept.find((future) => future.number === number)?.run ?? []
		);
	}
}
