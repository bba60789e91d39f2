import { addressBytes, concat, ipv6AddressBytes } from './bytes';
import { WireError } from './errors';

/** From whom and to whom, as IPv4 or IPv6 addresses in text: what the checksums of TCP and UDP cover beyond their own bytes. */
export interface Addresses {
	readonly source: string;
	readonly destination: string;
}

const WORD = 0x10000;

/**
 * The ones’ complement sum of 16-bit words, not yet complemented; an odd last byte counts as the upper half of a word.
 * `initial` is such a sum of what came before, which has to have had an even length. RFC 1071 §1.
 * @internal for its tests
 */
export function onesComplementSum(bytes: Uint8Array, initial = 0): number {
	let sum = initial;
	for (let at = 0; at < bytes.length; at += 2) sum += (bytes[at] ?? 0) * 0x100 + (bytes[at + 1] ?? 0);
	// Carries go round to the lowest bit. Division, for a sum of many bytes has more than the 32 bits that shifts know.
	while (sum >= WORD) sum = (sum % WORD) + Math.floor(sum / WORD);
	return sum;
}

/**
 * The internet checksum: the complement of the ones’ complement sum. RFC 1071 §1.
 * @param bytes what it is about; an odd last byte is the high half of a word
 * @param initial a sum that other bytes have come to already, such as that of a pseudo-header
 * @returns 16 bits; 0 over bytes that carry their own checksum and are as they were sent
 */
export const internetChecksum = (bytes: Uint8Array, initial = 0): number =>
	WORD - 1 - onesComplementSum(bytes, initial);

/**
 * The 12 bytes that TCP and UDP sum up before their own: both addresses, a zero, the protocol, the length in bytes of
 * header and payload. Over IPv6 they are 40. They are never sent. RFC 9293 §3.1, RFC 768, RFC 8200 §8.1. Throws a WireError
 * for what is no address.
 * @internal for its tests
 */
export function pseudoHeader({ source, destination }: Addresses, protocol: number, length: number): Uint8Array {
	if (source.includes(':')) {
		const numbers = Uint8Array.of(
			length >>> 24,
			(length >> 16) & 0xff,
			(length >> 8) & 0xff,
			length & 0xff,
			0,
			0,
			0,
			protocol
		);
		return concat(ipv6AddressBytes(source), ipv6AddressBytes(destination), numbers);
	}
	if (length >= WORD)
		throw new WireError(0, `TCP and UDP over IPv4 carry at most 65535 bytes, and these are ${length}.`);
	return concat(
		addressBytes(source),
		addressBytes(destination),
		Uint8Array.of(0, protocol, length >> 8, length & 0xff)
	);
}

/**
 * The checksum of a TCP segment or a UDP datagram, with the pseudo-header of its addresses. RFC 9293 §3.1, RFC 768.
 * @param addresses the two ends, as IP has them
 * @param protocol 6 for TCP, 17 for UDP
 * @param bytes header and payload
 * @returns 16 bits; 0 when the bytes carry the right checksum
 */
export const transportChecksum = (addresses: Addresses, protocol: number, bytes: Uint8Array): number =>
	internetChecksum(bytes, onesComplementSum(pseudoHeader(addresses, protocol, bytes.length)));
