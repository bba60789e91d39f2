/**
 * Bytes that have come in and are not read yet. It copies what is added, so that the giver may use its memory again, and uses
 * its own memory again too: a view of `bytes` is good until the next `add`.
 */
export class ByteQueue {
	#memory = new Uint8Array(0);
	#from = 0;
	#to = 0;

	/** What is not taken yet. */
	get bytes(): Uint8Array {
		return this.#memory.subarray(this.#from, this.#to);
	}

	get length(): number {
		return this.#to - this.#from;
	}

	add(chunk: Uint8Array): void {
		if (this.#to + chunk.length > this.#memory.length) this.#makeRoom(this.length + chunk.length);
		this.#memory.set(chunk, this.#to);
		this.#to += chunk.length;
	}

	/** Forgets so many bytes from the beginning; at most `length`. */
	take(count: number): void {
		this.#from += count;
	}

	/** Moves what is left to the beginning, of twice as much memory when it needs more than half: a byte moves a few times at most, however small the chunks are. */
	#makeRoom(length: number): void {
		const left = this.bytes;
		if (2 * length > this.#memory.length) this.#memory = new Uint8Array(2 * length);
		this.#memory.set(left);
		this.#from = 0;
		this.#to = left.length;
	}
}
