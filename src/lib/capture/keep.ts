import type { Made } from './made';

/** Packets that wait somewhere, first come, first served among equals. */
export class Keep {
	#waiting: readonly (readonly [key: string, made: Made])[] = [];

	put(key: string, made: Made): void {
		this.#waiting = [...this.#waiting, [key, made]];
	}

	/** The one that has waited longest among those with this key, or undefined. */
	take(key: string): Made | undefined {
		const at = this.#waiting.findIndex(([other]) => other === key);
		const found = this.#waiting[at]?.[1];
		if (found) this.#waiting = this.#waiting.toSpliced(at, 1);
		return found;
	}

	/** Forgets those of which this holds. */
	drop(gone: (made: Made) => boolean): void {
		this.#waiting = this.#waiting.filter(([, made]) => !gone(made));
	}
}
