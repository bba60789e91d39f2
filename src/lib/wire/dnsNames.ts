import { concat } from './bytes';
import { WireError } from './errors';

/** RFC 1035 §2.3.4, in bytes; a name counts its length bytes, the last one too. */
const LONGEST_LABEL = 63;
const LONGEST_NAME = 255;
/** RFC 1035 §4.1.4: both upper bits of a length say that it is the first of two bytes of a pointer. */
const POINTER = 0xc0;
const POINTER_OFFSET = 0x3f;
/** No name needs more: 255 bytes hold 127 labels, and a pointer after a pointer leads nowhere that one of them could not. */
const MOST_POINTERS = 127;

/** A name in a message, and where what follows it begins. */
export interface PlacedName {
	/** “example.com”; the root is “.”. Dots within a label and unprintable bytes are escaped as in RFC 1035 §5.1. */
	readonly name: string;
	readonly next: number;
}

/**
 * The name at an offset in a whole DNS message, with compression. Pointers may only lead further towards the beginning,
 * as “prior occurrence” in RFC 1035 §4.1.4 has it, and a name has at most 255 bytes, so that this always ends.
 * Throws a WireError for anything else.
 */
export function readName(message: Uint8Array, at: number): PlacedName {
	const labels: string[] = [];
	let length = 1;
	let next: number | null = null;
	let begin = at;
	let pointers = 0;
	for (let offset = at; ;) {
		const size = byteAt(message, offset);
		if (size === 0) return { name: labels.join('.') || '.', next: next ?? offset + 1 };
		if (size >= POINTER) {
			const target = (size & POINTER_OFFSET) * 0x100 + byteAt(message, offset + 1);
			if (target >= begin)
				throw new WireError(offset, `A name continues at ${target}; only places before ${begin} are allowed.`);
			if (++pointers > MOST_POINTERS)
				throw new WireError(
					offset,
					`A name goes through more than ${MOST_POINTERS} pointers, which is the most that is allowed.`
				);
			next ??= offset + 2;
			offset = begin = target;
			continue;
		}
		if (size > LONGEST_LABEL)
			throw new WireError(
				offset,
				`A label begins with the byte ${size}; lengths up to ${LONGEST_LABEL} and pointers from ${POINTER} on are allowed.`
			);
		length += 1 + size;
		if (length > LONGEST_NAME)
			throw new WireError(offset, `A name has more than ${LONGEST_NAME} bytes, which is the most that is allowed.`);
		byteAt(message, offset + size);
		labels.push(labelText(message.subarray(offset + 1, offset + 1 + size)));
		offset += 1 + size;
	}
}

function byteAt(message: Uint8Array, offset: number): number {
	const byte = message[offset];
	if (byte === undefined)
		throw new WireError(message.length, 'The message ends in the middle of a name; a name ends with a zero byte.');
	return byte;
}

/** RFC 1035 §5.1: `\.` and `\\` for what would end or begin something, `\DDD` for what cannot be printed. */
const labelText = (label: Uint8Array): string =>
	Array.from(label, (byte) => {
		const character = String.fromCharCode(byte);
		if (character === '.' || character === '\\') return `\\${character}`;
		return byte > 0x20 && byte < 0x7f ? character : `\\${String(byte).padStart(3, '0')}`;
	}).join('');

/** A name as bytes, without compression; a dot at its end changes nothing. Throws a WireError for a name that is none. */
export function nameBytes(name: string): Uint8Array {
	if (name === '.') return Uint8Array.of(0);
	const labels = labelsOf(name.endsWith('.') && !/(?<!\\)(\\\\)*\\\.$/.test(name) ? name.slice(0, -1) : name);
	const bytes = concat(...labels.map((label) => concat(Uint8Array.of(label.length), label)), Uint8Array.of(0));
	if (bytes.length > LONGEST_NAME)
		throw new WireError(LONGEST_NAME, `“${name}” takes ${bytes.length} bytes; ${LONGEST_NAME} are allowed.`);
	return bytes;
}

function labelsOf(name: string): Uint8Array[] {
	const labels: number[][] = [[]];
	for (const [token] of name.matchAll(/\\\d{3}|\\.|[^]/gs)) {
		if (token === '.') labels.push([]);
		else labels.at(-1)?.push(byteOf(token, name));
	}
	if (labels.some((label) => label.length === 0 || label.length > LONGEST_LABEL)) {
		throw new WireError(
			0,
			`“${name}” is not a name; labels of 1 to ${LONGEST_LABEL} bytes with dots between them are.`
		);
	}
	return labels.map((label) => Uint8Array.from(label));
}

function byteOf(token: string, name: string): number {
	const byte = token.length === 4 ? Number(token.slice(1)) : (token.at(-1) ?? '').charCodeAt(0);
	const isLonely = token === '\\';
	if (byte > 0xff || isLonely || (token.length === 1 && byte > 0x7e)) {
		throw new WireError(0, `“${name}” is not a name in ASCII; other bytes are written as \\DDD, from \\000 to \\255.`);
	}
	return byte;
}
