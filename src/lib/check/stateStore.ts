import { IntVector } from './graph';

/** The longest word. A world has a letter for each machine and each message under way, so it stays far below. */
export const MAX_VECTOR_LENGTH = 1_024;

/**
 * Words of small integers, each with a number: equal words have the same. All letters stand in one block, so a million
 * words are no million objects.
 */
export class StateStore {
	#letters = new Uint16Array(1 << 16);
	/** Where each word begins; the last one is where the next will. */
	readonly #starts = new IntVector();
	readonly #hashes = new IntVector();
	/** Open addressing: the number of a word stands at its hash, or at the next place that was free; -1 where none does. */
	#places = new Int32Array(1 << 12).fill(-1);

	constructor() {
		this.#starts.push(0);
	}

	/** How many there are. */
	get count(): number {
		return this.#hashes.length;
	}

	/** The number of the word that these first letters spell; a new word gets the next one. */
	of(letters: Uint16Array, length: number): number {
		const hash = hashOf(letters, length);
		const last = this.#places.length - 1;
		let place = hash & last;
		for (let known = this.#places[place] as number; known >= 0; known = this.#places[place] as number) {
			if (this.#hashes.at(known) === hash && this.#spells(known, letters, length)) return known;
			place = (place + 1) & last;
		}
		this.#places[place] = this.count;
		this.#add(letters, length, hash);
		return this.count - 1;
	}

	/** Copies a word, and gives its length. */
	read(word: number, into: Uint16Array): number {
		const start = this.#starts.at(word);
		const length = this.#starts.at(word + 1) - start;
		for (let at = 0; at < length; at++) into[at] = this.#letters[start + at] as number;
		return length;
	}

	letter(word: number, at: number): number {
		return this.#letters[this.#starts.at(word) + at] as number;
	}

	#spells(word: number, letters: Uint16Array, length: number): boolean {
		const start = this.#starts.at(word);
		if (this.#starts.at(word + 1) - start !== length) return false;
		for (let at = 0; at < length; at++) {
			if (this.#letters[start + at] !== letters[at]) return false;
		}
		return true;
	}

	#add(letters: Uint16Array, length: number, hash: number): void {
		const start = this.#starts.at(this.count);
		if (start + length > this.#letters.length) this.#letters = grown(this.#letters);
		for (let at = 0; at < length; at++) this.#letters[start + at] = letters[at] as number;
		this.#starts.push(start + length);
		this.#hashes.push(hash);
		if (this.count * 2 > this.#places.length) this.#spread();
	}

	/** Twice as many places, so that at most half of them are taken. */
	#spread(): void {
		const places = new Int32Array(this.#places.length * 2).fill(-1);
		const last = places.length - 1;
		for (let word = 0; word < this.count; word++) {
			let place = this.#hashes.at(word) & last;
			while ((places[place] as number) >= 0) place = (place + 1) & last;
			places[place] = word;
		}
		this.#places = places;
	}
}

function grown(letters: Uint16Array): Uint16Array<ArrayBuffer> {
	const twice = new Uint16Array(letters.length * 2);
	twice.set(letters);
	return twice;
}

/** FNV-1a over whole letters. Its low bits hardly hear of a letter’s high ones, so they are mixed once more at the end. */
function hashOf(letters: Uint16Array, length: number): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < length; at++) hash = Math.imul(hash ^ (letters[at] as number), 0x01000193);
	return hash ^ (hash >>> 15);
}
