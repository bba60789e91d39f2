import type { TracedPacket } from './tracedPacket';

/** Packets that wait somewhere, first come, first served among equals. */
export class PacketQueue {
	#waiting: readonly (readonly [key: string, traced: TracedPacket])[] = [];

	put(key: string, traced: TracedPacket): void {
		this.#waiting = [...this.#waiting, [key, traced]];
	}

	/** The one that has waited longest among those with this key, or undefined. */
	take(key: string): TracedPacket | undefined {
		const at = this.#waiting.findIndex(([other]) => other === key);
		const found = this.#waiting[at]?.[1];
		if (found) this.#waiting = this.#waiting.toSpliced(at, 1);
		return found;
	}

	/** Forgets those of which this holds. */
	drop(gone: (traced: TracedPacket) => boolean): void {
		this.#waiting = this.#waiting.filter(([, traced]) => !gone(traced));
	}
}
