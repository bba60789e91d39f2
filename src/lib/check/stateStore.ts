import { IntVector } from './graph';

/** The longest vector. A world has an integer for each machine and each message under way, so it stays far below. */
export const MAX_VECTOR_LENGTH = 1_024;

/**
 * Vectors of small integers, each with a number: equal vectors have the same. All integers stand in one block, so a
 * million vectors are no million objects.
 */
export class StateStore {
	#integers = new Uint16Array(1 << 16);
	/** Where each vector begins; the last one is where the next will. */
	readonly #starts = new IntVector();
	readonly #hashes = new IntVector();
	/** Open addressing: the number of a vector stands at its hash, or at the next place that was free; -1 where none does. */
	#places = new Int32Array(1 << 12).fill(-1);

	constructor() {
		this.#starts.push(0);
	}

	/** How many there are. */
	get count(): number {
		return this.#hashes.length;
	}

	/** The number of the vector of these first integers; a new one gets the next number. */
	of(integers: Uint16Array, length: number): number {
		const hash = hashOf(integers, length);
		const last = this.#places.length - 1;
		let place = hash & last;
		for (let known = this.#places[place] as number; known >= 0; known = this.#places[place] as number) {
			if (this.#hashes.at(known) === hash && this.#equals(known, integers, length)) return known;
			place = (place + 1) & last;
		}
		this.#places[place] = this.count;
		this.#add(integers, length, hash);
		return this.count - 1;
	}

	/** Copies a vector, and gives its length. */
	read(vector: number, into: Uint16Array): number {
		const start = this.#starts.at(vector);
		const length = this.#starts.at(vector + 1) - start;
		for (let at = 0; at < length; at++) into[at] = this.#integers[start + at] as number;
		return length;
	}

	/** The integer at a place of a vector. */
	at(vector: number, place: number): number {
		return this.#integers[this.#starts.at(vector) + place] as number;
	}

	#equals(vector: number, integers: Uint16Array, length: number): boolean {
		const start = this.#starts.at(vector);
		if (this.#starts.at(vector + 1) - start !== length) return false;
		for (let at = 0; at < length; at++) {
			if (this.#integers[start + at] !== integers[at]) return false;
		}
		return true;
	}

	#add(integers: Uint16Array, length: number, hash: number): void {
		const start = this.#starts.at(this.count);
		if (start + length > this.#integers.length) this.#integers = grown(this.#integers);
		for (let at = 0; at < length; at++) this.#integers[start + at] = integers[at] as number;
		this.#starts.push(start + length);
		this.#hashes.push(hash);
		if (this.count * 2 > this.#places.length) this.#spread();
	}

	/** Twice as many places, so that at most half of them are taken. */
	#spread(): void {
		const places = new Int32Array(this.#places.length * 2).fill(-1);
		const last = places.length - 1;
		for (let vector = 0; vector < this.count; vector++) {
			let place = this.#hashes.at(vector) & last;
			while ((places[place] as number) >= 0) place = (place + 1) & last;
			places[place] = vector;
		}
		this.#places = places;
	}
}

function grown(integers: Uint16Array): Uint16Array<ArrayBuffer> {
	const twice = new Uint16Array(integers.length * 2);
	twice.set(integers);
	return twice;
}

/** FNV-1a over whole integers. Its low bits hardly hear of an integer’s high ones, so they are mixed once more at the end. */
function hashOf(integers: Uint16Array, length: number): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < length; at++) hash = Math.imul(hash ^ (integers[at] as number), 0x01000193);
	return hash ^ (hash >>> 15);
}
