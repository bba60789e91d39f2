import { MAX_UINT16 } from './capture';
import { AT, AT_OPTION, OPTION, padded, TRAILER_LENGTH } from './pcapngBlocks';

const encoder = new TextEncoder();
/** UTF-8 takes at most so many bytes for a UTF-16 code unit. */
const MOST_BYTES_PER_UNIT = 3;
/** What most blocks need, in bytes; for others it grows. */
const FIRST_ROOM = 4_096;

/**
 * Writes one block after the other into the same memory: a long capture would otherwise leave a dozen small arrays for
 * each packet, faster than they are cleared away. Little endian, everything aligned to 32 bits; §3.1, §3.5, §3.6.2.
 */
export class BlockWriter {
	#bytes = new Uint8Array(FIRST_ROOM);
	#view = new DataView(this.#bytes.buffer);
	#length = 0;
	#hasOptions = false;

	/** Begins a block; what was written before is finished with `end`, or forgotten. */
	begin(type: number): this {
		this.#length = 0;
		this.#hasOptions = false;
		return this.u32(type).u32(0);
	}

	u16(value: number): this {
		const at = this.#take(Uint16Array.BYTES_PER_ELEMENT);
		this.#view.setUint16(at, value, true);
		return this;
	}

	u32(value: number): this {
		const at = this.#take(Uint32Array.BYTES_PER_ELEMENT);
		this.#view.setUint32(at, value, true);
		return this;
	}

	i64(value: bigint): this {
		const at = this.#take(BigInt64Array.BYTES_PER_ELEMENT);
		this.#view.setBigInt64(at, value, true);
		return this;
	}

	/** These bytes, and zeros up to the next 32 bits. */
	padded(bytes: Uint8Array): this {
		const at = this.#take(bytes.length);
		this.#bytes.set(bytes, at);
		return this.#pad();
	}

	/** An option with a value of at most 65535 bytes; §3.5. */
	option(type: number, value: Uint8Array): this {
		this.#hasOptions = true;
		return this.u16(type).u16(value.length).padded(value);
	}

	/** An option of text, or nothing for an empty text. What does not fit into 65535 bytes is cut off; a NUL, which would end the text for readers (§3.5), becomes U+FFFD. */
	textOption(type: number, text = ''): this {
		if (text === '') return this;
		this.#hasOptions = true;
		const at = this.#length;
		this.u16(type).u16(0).#text(text.replaceAll('\0', '\ufffd'), MAX_UINT16);
		this.#view.setUint16(at + AT_OPTION.length, this.#length - at - AT_OPTION.value, true);
		return this.#pad();
	}

	/** A whole text and zeros up to the next 32 bits; its length without them, in bytes, goes into the 32 bits at `lengthAt`. */
	text(text: string, lengthAt: number): this {
		const at = this.#length;
		this.#text(text, Infinity);
		this.#view.setUint32(lengthAt, this.#length - at, true);
		return this.#pad();
	}

	/** The whole block, in memory that is good until the next `begin`. */
	end(): Uint8Array {
		if (this.#hasOptions) this.u16(OPTION.endOfOptions).u16(0);
		const length = this.#length + TRAILER_LENGTH;
		this.u32(length);
		this.#view.setUint32(AT.blockTotalLength, length, true);
		return this.#bytes.subarray(0, length);
	}

	/** UTF-8, as far as it fits into so many bytes: never a part of a character. A lone surrogate becomes U+FFFD. */
	#text(text: string, limit: number): void {
		const most = Math.min(limit, text.length * MOST_BYTES_PER_UNIT);
		const at = this.#take(most);
		const { written } = encoder.encodeInto(text, this.#bytes.subarray(at, at + most));
		this.#length = at + written;
	}

	#pad(): this {
		const at = this.#take(padded(this.#length) - this.#length);
		this.#bytes.fill(0, at, this.#length);
		return this;
	}

	/** So many bytes more; gives where they begin. */
	#take(count: number): number {
		const at = this.#length;
		this.#length += count;
		if (this.#length > this.#bytes.length) {
			const larger = new Uint8Array(2 * this.#length);
			larger.set(this.#bytes.subarray(0, at));
			this.#bytes = larger;
			this.#view = new DataView(larger.buffer);
		}
		return at;
	}
}
