import { WireError } from './errors';

/** A view for reading and writing numbers in network byte order over the very bytes that are given. */
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Joins bytes.
 * @param parts in the order in which they are to stand
 * @returns all of them, one after the other, in fresh memory
 */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/**
 * Writes bytes as hexadecimal text.
 * @param bytes any number of them
 * @returns two lower-case digits a byte, without anything between them
 */
export const toHex = (bytes: Uint8Array): string =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Reads bytes from hexadecimal text.
 * @param text two digits a byte, of either case, without anything between them
 * @returns the bytes, in fresh memory
 * @throws {@link WireError} with the offset of the first pair of digits that is none
 */
export function fromHex(text: string): Uint8Array {
	return Uint8Array.from({ length: Math.ceil(text.length / 2) }, (_, i) => {
		const pair = text.slice(2 * i, 2 * i + 2);
		if (!/^[0-9a-f]{2}$/i.test(pair)) throw new WireError(i, `“${pair}” is not a byte; two hexadecimal digits are.`);
		return parseInt(pair, 16);
	});
}

/** Says no unless there are so many bytes. */
export function needs(bytes: Uint8Array, length: number, what: string): void {
	if (bytes.length < length)
		throw new WireError(bytes.length, `${what} takes at least ${length} bytes, and here are ${bytes.length}.`);
}

/** “10.64.0.1” as four bytes; throws a WireError for anything else. RFC 791 §2.3. */
export function addressBytes(address: string): Uint8Array {
	const parts = address.split('.');
	if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) {
		throw new WireError(
			0,
			`“${address}” is not an IPv4 address; four numbers from 0 to 255 with dots between them are.`
		);
	}
	return Uint8Array.from(parts, Number);
}

/** Four bytes as “10.64.0.1”. */
export const addressText = (bytes: Uint8Array): string => bytes.subarray(0, 4).join('.');

const GROUPS = 8;

/** “2001:db8::1” as sixteen bytes; throws a WireError for anything else. RFC 4291 §2.2, without IPv4 at its end. */
export function ipv6AddressBytes(address: string): Uint8Array {
	const [before = '', after, ...more] = address.split('::');
	const groupsOf = (text: string) => (text === '' ? [] : text.split(':'));
	const [head, tail] = [groupsOf(before), groupsOf(after ?? '')];
	const missing = GROUPS - head.length - tail.length;
	const groups = [...head, ...new Array<string>(after === undefined ? 0 : Math.max(0, missing)).fill('0'), ...tail];
	if (more.length > 0 || groups.length !== GROUPS || !groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) {
		throw new WireError(
			0,
			`“${address}” is not an IPv6 address; eight groups of up to four hexadecimal digits with colons between them are.`
		);
	}
	return Uint8Array.from(groups.flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 0xff]));
}
