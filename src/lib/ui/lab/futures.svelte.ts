import { formatPermalink } from '../../scenarios/permalink';
import type { ScenarioId } from '../../scenarios/scenarios';
import type { History } from '../../sim/history';

/** A run that somebody made, with the number and the name that it keeps. */
export interface Future {
	readonly number: number;
	/** What it was made by, said once and for all. */
	readonly name: string;
	readonly run: History;
	/** The run of the story that it was at first, or null. */
	readonly preset: ScenarioId | null;
	/** Of a fresh phone: the run as it was before any of its knobs was turned. */
	readonly fresh?: History;
}

/** As many futures as are kept; when there is one more, the oldest goes. */
export const MOST_FUTURES = 20;

/** What makes a run that run, however much of it has been played: two with the same are the same. */
export const keyOf = (run: History): string => formatPermalink({ runs: [run], positions: [0] });

/** Whether nothing has been done in a run. */
export const isUntouched = ({ entries }: History): boolean => entries.every(({ choice }) => choice.type !== 'act');

/** All futures, oldest first. Numbers are never given twice. */
export class Futures {
	kept = $state.raw<readonly Future[]>([]);
	/** Those that were forgotten last: until something else is, they can be kept after all. */
	forgotten = $state.raw<readonly Future[]>([]);
	/** Whether they were forgotten because there were too many. */
	wereTooMany = $state(false);
	#last = 0;

	/** Starts over with these. */
	fill(futures: readonly Future[]): void {
		this.kept = futures;
		this.forgotten = [];
		this.#last = Math.max(this.#last, ...futures.map(({ number }) => number));
	}

	/** One more; gives its number. `staying` are on the screen, and never go to make room. */
	add(made: Omit<Future, 'number'>, staying: readonly (number | null)[]): number {
		const number = ++this.#last;
		this.kept = [...this.kept, { number, ...made }];
		const tooMany = this.kept
			.filter((future) => future.number !== number && !staying.includes(future.number))
			.slice(0, Math.max(0, this.kept.length - MOST_FUTURES));
		if (tooMany.length > 0) this.forget(tooMany.map((future) => future.number));
		this.wereTooMany = tooMany.length > 0;
		return number;
	}

	/** Puts another run in the place of one in which there was nothing: it is still that phone, and keeps its number. */
	replace(number: number, made: Omit<Future, 'number'>): void {
		this.kept = this.kept.map((future) => (future.number === number ? { number, ...made } : future));
	}

	/** Forgets some, which can be taken back. */
	forget(numbers: readonly number[]): void {
		this.forgotten = this.kept.filter(({ number }) => numbers.includes(number));
		this.kept = this.kept.filter(({ number }) => !numbers.includes(number));
		this.wereTooMany = false;
	}

	/** Drops one for good: there was nothing in it. */
	drop(number: number): void {
		this.kept = this.kept.filter((future) => future.number !== number);
	}

	/** Keeps what was forgotten last after all. */
	restore(): void {
		this.kept = [...this.kept, ...this.forgotten].sort((a, b) => a.number - b.number);
		this.forgotten = [];
	}
}
