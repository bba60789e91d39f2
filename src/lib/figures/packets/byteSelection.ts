import type { Field, Layer } from '../../wire/fields';
import type { ByteBlock, Span } from './rows';

/** Bytes that are pointed at, and the field that they are, if any. */
export interface Lit extends Span {
	readonly field: Field | null;
}

/** A field’s bytes in its packet. */
export const litBy = (layer: Layer, field: Field): Lit => ({
	offset: layer.offset + field.offset,
	length: field.length,
	field
});

/** The narrowest field that a byte belongs to. */
export function fieldAt({ layers }: ByteBlock, at: number): Lit {
	const fields = layers.flatMap((layer) => layer.fields.map((field) => litBy(layer, field)));
	const found = fields
		.filter(({ offset, length }) => at >= offset && at < offset + length)
		.sort((a, b) => a.length - b.length)[0];
	return found ?? { offset: at, length: 1, field: null };
}

/** A number in so many hexadecimal digits. */
export const digits = (number: number, count: number): string => number.toString(16).padStart(count, '0');

/** Where bytes lie, in decimal and as the offsets beside the bytes are written. */
export function placeOf({ offset, length }: Span): string {
	const last = offset + length - 1;
	return length === 1
		? `byte ${offset} (0x${digits(offset, 4)})`
		: `bytes ${offset} to ${last} (0x${digits(offset, 4)} to 0x${digits(last, 4)})`;
}

/** The bytes of an envelope in which these bytes of its content are; null for none. */
export const sealedBytes = (sealed: Span | null, inside: Span | null): Span | null =>
	sealed && inside && inside.offset < sealed.length
		? { offset: sealed.offset + inside.offset, length: Math.min(inside.length, sealed.length - inside.offset) }
		: null;

/** The bytes of the content that these bytes of the envelope are encrypted; null for none. */
export function openedBytes(sealed: Span | null, outside: Span | null): Span | null {
	if (!sealed || !outside) return null;
	const from = Math.max(outside.offset, sealed.offset);
	const to = Math.min(outside.offset + outside.length, sealed.offset + sealed.length);
	return from < to ? { offset: from - sealed.offset, length: to - from } : null;
}
