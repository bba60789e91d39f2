import type { FilePackets } from './filePackets.svelte';

/** Whose packets are looked at: of a run, by its number, or of the reader's file. */
export type PacketSource = number | 'imported';

interface Looked {
	readonly row: number;
	/** How many of its envelopes are open. */
	readonly opened: number;
}

/** Where the reader was on a figure’s inspector. */
class Place {
	source = $state<PacketSource>(0);
	#looked = $state.raw<ReadonlyMap<PacketSource, Looked>>(new Map());

	get row(): number {
		return this.#looked.get(this.source)?.row ?? 0;
	}
	get opened(): number {
		return this.#looked.get(this.source)?.opened ?? 0;
	}
	/** Takes up a packet; its envelopes are closed unless said otherwise. */
	look(row: number, opened = 0): void {
		this.#looked = new Map([...this.#looked, [this.source, { row, opened }]]);
	}
}

/** What the inspector remembers from one opening to the next, as long as the page is there. It is kept nowhere else. */
class InspectorState {
	/** The file that the reader opened last, for the inspectors of all figures. */
	imported = $state.raw<FilePackets | null>(null);
	readonly #places = new Map<string, Place>();

	/** The place on the inspector of this name, and whether anybody has been there before. */
	placeOn(name: string): { readonly place: Place; readonly isNew: boolean } {
		const known = this.#places.get(name);
		const place = known ?? new Place();
		this.#places.set(name, place);
		return { place, isNew: !known };
	}
}

export const inspectorState = new InspectorState();
