import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../../src/lib/wire/bytes.ts';
import {
	internetChecksum,
	onesComplementSum,
	pseudoHeader,
	transportChecksum
} from '../../../src/lib/wire/checksum.ts';
import { WireError } from '../../../src/lib/wire/errors.ts';
import { WIKIPEDIA_IPV4 } from '../../vectors/packets.ts';
import { anyBytes, inDirt } from './fuzzing.ts';

const EXAMPLE = fromHex('0001f203f4f5f6f7');

describe('the example of RFC 1071 §3', () => {
	test('sums up to ddf2', () => {
		expect(onesComplementSum(EXAMPLE)).toBe(0xddf2);
	});

	test('has the complement of that as its checksum', () => {
		expect(internetChecksum(EXAMPLE)).toBe(0x220d);
	});

	test('sums up to the same in two parts', () => {
		expect(onesComplementSum(EXAMPLE.subarray(4), onesComplementSum(EXAMPLE.subarray(0, 4)))).toBe(0xddf2);
	});
});

describe('the internet checksum', () => {
	test('of nothing is ffff', () => {
		expect(internetChecksum(new Uint8Array())).toBe(0xffff);
	});

	test('takes an odd last byte for the upper half of a word', () => {
		expect(internetChecksum(fromHex('010203'))).toBe(internetChecksum(fromHex('01020300')));
		expect(internetChecksum(inDirt(fromHex('010203')))).toBe(internetChecksum(fromHex('01020300')));
	});

	test('of a header that carries the right one is 0', () => {
		expect(internetChecksum(fromHex(WIKIPEDIA_IPV4))).toBe(0);
	});

	test('holds for more bytes than 32 bits of sum take', () => {
		expect(onesComplementSum(new Uint8Array(200_000).fill(0xff))).toBe(0xffff);
	});

	test('is 0 over any bytes with their own checksum among them', () => {
		fc.assert(
			fc.property(anyBytes(100), (bytes) => {
				const checksum = internetChecksum(bytes);
				const even = bytes.length % 2 === 0 ? bytes : Uint8Array.of(...bytes, 0);
				expect(internetChecksum(Uint8Array.of(...even, checksum >> 8, checksum & 0xff))).toBe(0);
			})
		);
	});

	test('is the same in the other byte order, with its bytes swapped (RFC 1071 §2 B)', () => {
		fc.assert(
			fc.property(anyBytes(50), (half) => {
				const bytes = Uint8Array.from([...half, ...half]);
				const swapped = Uint8Array.from(bytes, (_, at) => bytes[at ^ 1] ?? 0);
				const sum = internetChecksum(bytes);
				expect(internetChecksum(swapped)).toBe(((sum & 0xff) << 8) | (sum >> 8));
			})
		);
	});
});

describe('the pseudo header', () => {
	const addresses = { source: '192.0.2.1', destination: '198.51.100.2' };

	test('is both addresses, a zero, the protocol and the length', () => {
		expect(toHex(pseudoHeader(addresses, 6, 0x1234))).toBe('c0000201' + 'c6336402' + '00' + '06' + '1234');
	});

	test('comes before the bytes in the checksum of TCP and UDP', () => {
		expect(transportChecksum(addresses, 17, EXAMPLE)).toBe(
			internetChecksum(fromHex('c0000201c633640200110008' + toHex(EXAMPLE)))
		);
	});

	test.each(['192.0.2', '192.0.2.256', 'fe80::1', ''])('is not made of the address “%s”', (source) => {
		expect(() => pseudoHeader({ ...addresses, source }, 6, 20)).toThrow(WireError);
	});

	test('has no room for a length of 65536', () => {
		expect(() => pseudoHeader(addresses, 6, 65_536)).toThrow(WireError);
	});
});
