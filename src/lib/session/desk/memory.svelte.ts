import type { FilePackets } from './file.svelte';

/** Whose packets are looked at: of a run, by its number, or of the reader's file. */
export type Whose = number | 'theirs';

interface Looked {
	readonly row: number;
	/** How many of its envelopes are open. */
	readonly opened: number;
}

/** Where the reader was on a figure's desk. */
class Place {
	whose = $state<Whose>(0);
	#looked = $state.raw<ReadonlyMap<Whose, Looked>>(new Map());

	get row(): number {
		return this.#looked.get(this.whose)?.row ?? 0;
	}
	get opened(): number {
		return this.#looked.get(this.whose)?.opened ?? 0;
	}
	/** Takes up a packet; its envelopes are closed unless said otherwise. */
	look(row: number, opened = 0): void {
		this.#looked = new Map([...this.#looked, [this.whose, { row, opened }]]);
	}
}

/** What the desk remembers from one opening to the next, as long as the page is there. It is kept nowhere else. */
class Memory {
	/** The file that the reader opened last, for the desks of all figures. */
	theirs = $state.raw<FilePackets | null>(null);
	readonly #places = new Map<string, Place>();

	/** The place on the desk of this name, and whether anybody has been there before. */
	placeOn(name: string): { readonly place: Place; readonly isNew: boolean } {
		const known = this.#places.get(name);
		const place = known ?? new Place();
		this.#places.set(name, place);
		return { place, isNew: !known };
	}
}

export const memory = new Memory();
