/** FNV-1a, 32 bits: its offset basis and prime (Fowler, Noll, Vo). */
const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * A number of 32 bits that is always the same for the same label: initial sequence numbers, identifiers, transaction
 * numbers. Where a real phone draws lots, the bytes of a run must be the same wherever they are made. No secret comes
 * from here.
 */
export function stableHash(label: string): number {
	let hash = BASIS;
	for (const character of label) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), PRIME) >>> 0;
	// The last character would hardly reach the upper bits otherwise.
	return Math.imul(hash ^ (hash >>> 15), PRIME) >>> 0;
}

/** So many bytes for a label: what fills an echo request. */
export const stableBytes = (label: string, length: number): Uint8Array =>
	Uint8Array.from({ length }, (_, i) => stableHash(`${label} ${i}`) & 0xff);
