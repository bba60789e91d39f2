import type { Future, NewFuture } from './future';

/** As many futures as are kept; when there is one more, the oldest goes. */
export const MOST_FUTURES = 20;

/** Owns all futures, oldest first, and those that were forgotten last. Numbers are never given twice. */
export class FutureStore {
	#kept = $state.raw<readonly Future[]>([]);
	#forgotten = $state.raw<readonly Future[]>([]);
	#wereTooMany = $state(false);
	#last = 0;

	get kept(): readonly Future[] {
		return this.#kept;
	}
	/** Those that were forgotten last: until something else is, they can be kept after all. */
	get forgotten(): readonly Future[] {
		return this.#forgotten;
	}
	/** Whether they were forgotten because there were too many. */
	get wereTooMany(): boolean {
		return this.#wereTooMany;
	}

	/** Starts over with these. */
	fill(futures: readonly Future[]): void {
		this.#kept = futures;
		this.#forgotten = [];
		this.#last = Math.max(this.#last, ...futures.map(({ number }) => number));
	}

	/** Keeps the same futures, some of which have become longer. */
	update(futures: readonly Future[]): void {
		this.#kept = futures;
	}

	/** One more; gives its number. `staying` are on the screen, and never go to make room. */
	add(made: NewFuture, staying: readonly (number | null)[]): number {
		const number = ++this.#last;
		this.#kept = [...this.#kept, { number, ...made }];
		const tooMany = this.#kept
			.filter((future) => future.number !== number && !staying.includes(future.number))
			.slice(0, Math.max(0, this.#kept.length - MOST_FUTURES));
		if (tooMany.length > 0) this.forget(tooMany.map((future) => future.number));
		this.#wereTooMany = tooMany.length > 0;
		return number;
	}

	/** Puts another run in the place of one in which there was nothing: it is still that phone, and keeps its number. */
	replace(number: number, made: NewFuture): void {
		this.#kept = this.#kept.map((future) => (future.number === number ? { number, ...made } : future));
	}

	/** Forgets some, which can be taken back. */
	forget(numbers: readonly number[]): void {
		this.#forgotten = this.#kept.filter(({ number }) => numbers.includes(number));
		this.#kept = this.#kept.filter(({ number }) => !numbers.includes(number));
		this.#wereTooMany = false;
	}

	/** Drops one for good: there was nothing in it. */
	drop(number: number): void {
		this.#kept = this.#kept.filter((future) => future.number !== number);
	}

	/** Keeps what was forgotten last after all. */
	restore(): void {
		this.#kept = [...this.#kept, ...this.#forgotten].sort((a, b) => a.number - b.number);
		this.#forgotten = [];
	}
}
