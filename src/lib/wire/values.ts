import { WireError } from './errors';
import { type Field } from './fields';

/** Offset and length of a field in its layer, both in bytes. */
export type Span = readonly [offset: number, length: number];

/** “0x08a3”: a number in so many hexadecimal digits. */
export const hex = (value: number, digits: number): string => `0x${value.toString(16).padStart(digits, '0')}`;

/** “1 byte”, “2 bytes”. */
export const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** A field of whole bytes, or with `bits` of a few bits in them. */
export const field = (
	name: string,
	[offset, length]: Span,
	value: string,
	means: string,
	bits?: readonly [number, number]
): Field => (bits ? { name, offset, length, bits, value, means } : { name, offset, length, value, means });

/** A field of one bit; `on` and `off` say what its two values mean. */
export const flag = (name: string, at: number, bit: number, isSet: boolean, on: string, off: string): Field =>
	field(name, [at, 1], isSet ? '1' : '0', isSet ? on : off, [bit, bit]);

/** “0x8a31, good”; null for a checksum that nobody can check here. */
export function checksumValue(checksum: number, isRight: boolean | null): string {
	if (isRight === null) return `${hex(checksum, 4)}, not checked`;
	return `${hex(checksum, 4)}, ${isRight ? 'good' : 'wrong'}`;
}

/** The value itself when it is a whole number of at most so many bits; a WireError at its field otherwise. */
export function fits(value: number, bits: number, offset: number, what: string): number {
	if (!Number.isInteger(value) || value < 0 || value >= 2 ** bits) {
		throw new WireError(offset, `${what} is ${value}; whole numbers from 0 to ${2 ** bits - 1} are allowed.`);
	}
	return value;
}

/** How many zero bytes make a length a multiple of `unit`. */
export const paddingTo = (unit: number, length: number): number => (unit - (length % unit)) % unit;
