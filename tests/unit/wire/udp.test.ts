import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, fromHex, toHex } from '../../../src/lib/wire/bytes.ts';
import { WireError } from '../../../src/lib/wire/errors.ts';
import { parseIpv4 } from '../../../src/lib/wire/ipv4.ts';
import { emitUdp, fieldsOfUdp, parseUdp, parseUdpHeader } from '../../../src/lib/wire/udp.ts';
import { DHCP_PCAP_DISCOVER } from '../../vectors/packets.ts';
import { anyAddresses, anyBytes, anyUint, badFields, describeSturdy, inDirt, unnamedBits, valueOf } from './fuzzing.ts';

const anyDatagram = fc.record({ sourcePort: anyUint(16), destinationPort: anyUint(16), payload: anyBytes(80) });
const packet = parseIpv4(fromHex(DHCP_PCAP_DISCOVER).subarray(14));
const ADDRESSES = { source: '192.0.2.1', destination: '192.0.2.2' };
const DATAGRAM = { sourcePort: 49_152, destinationPort: 51_820, payload: fromHex('cafe') };

describe('a datagram of somebody else', () => {
	test('is parsed into what it says, and its checksum is right between its addresses', () => {
		expect(parseUdp(packet.payload, packet)).toMatchObject({
			sourcePort: 68,
			destinationPort: 67,
			length: 280,
			checksum: 0x591f,
			checksumIsRight: true
		});
	});

	test('is emitted again byte for byte, checksum and all', () => {
		expect(emitUdp(parseUdp(packet.payload), packet)).toEqual(packet.payload);
	});

	test('has a wrong checksum between other addresses, and none that can be checked between unknown ones', () => {
		expect(parseUdp(packet.payload, ADDRESSES).checksumIsRight).toBe(false);
		expect(parseUdp(packet.payload).checksumIsRight).toBe(null);
	});
});

test('what is emitted is parsed as it was, with the right checksum, and has the length that was said', () => {
	fc.assert(
		fc.property(anyDatagram, anyAddresses, (datagram, addresses) => {
			const bytes = emitUdp(datagram, addresses);
			expect(parseUdp(bytes, addresses)).toMatchObject({ ...datagram, length: bytes.length, checksumIsRight: true });
			expect(bytes).toHaveLength(8 + datagram.payload.length);
			expect(emitUdp({ ...datagram, payload: inDirt(datagram.payload) }, addresses)).toEqual(bytes);
		})
	);
});

test('without addresses there is no checksum: 0 is sent, and nothing can be said of it', () => {
	const bytes = emitUdp(DATAGRAM, null);
	expect(toHex(bytes)).toBe('c000ca6c000a0000cafe');
	expect(parseUdp(bytes, ADDRESSES)).toMatchObject({ checksum: 0, checksumIsRight: null });
	expect(valueOf(fieldsOfUdp(bytes, ADDRESSES), 'Checksum')).toBe('0x0000, none');
});

test('a checksum that comes out as 0 is sent as ffff, and is right', () => {
	// With the checksum of the same datagram over two zero bytes as its payload, the sum is ffff and its complement 0.
	const payload = emitUdp({ ...DATAGRAM, payload: new Uint8Array(2) }, ADDRESSES).slice(6, 8);
	const bytes = emitUdp({ ...DATAGRAM, payload }, ADDRESSES);
	expect(parseUdp(bytes, ADDRESSES)).toMatchObject({ checksum: 0xffff, checksumIsRight: true });
});

test('what lies behind the length is no payload, and not under the checksum', () => {
	const bytes = concat(emitUdp(DATAGRAM, ADDRESSES), fromHex('0102'));
	expect(parseUdp(bytes, ADDRESSES)).toMatchObject({ payload: fromHex('cafe'), checksumIsRight: true });
	expect(valueOf(fieldsOfUdp(bytes, ADDRESSES), 'Checksum')).toMatch(/, good$/);
});

test.each([7, 11, 0])('a length of %i in a datagram of 10 bytes is refused, with what is allowed', (length) => {
	const bytes = emitUdp(DATAGRAM, ADDRESSES);
	bytes[5] = length;
	expect(() => parseUdp(bytes)).toThrow('8 (the header) to 10 (what is there) are allowed');
	expect(() => parseUdp(bytes)).toThrow(expect.objectContaining({ offset: 4 }));
	expect(parseUdpHeader(bytes).length).toBe(length);
	expect(valueOf(fieldsOfUdp(bytes, ADDRESSES), 'Checksum')).toMatch(/, not checked$/);
});

test.each([{ sourcePort: -1 }, { destinationPort: 65_536 }, { payload: new Uint8Array(65_528) }])(
	'%o is not emitted',
	(wrong) => {
		expect(() => emitUdp({ ...DATAGRAM, ...wrong }, ADDRESSES)).toThrow(WireError);
	}
);

test('the fields name every bit of the header and say what they mean', () => {
	const fields = fieldsOfUdp(emitUdp(DATAGRAM, ADDRESSES), ADDRESSES);
	expect(unnamedBits(fields, 8)).toEqual([]);
	expect(badFields(fields, 8)).toEqual([]);
	expect(fields.map(({ value }) => value)).toEqual([
		'49152',
		'51820',
		'10 bytes',
		expect.stringMatching(/^0x[0-9a-f]{4}, good$/)
	]);
});

describeSturdy(
	{ parseUdp: (bytes) => parseUdp(bytes, ADDRESSES), fieldsOfUdp: (bytes) => fieldsOfUdp(bytes, ADDRESSES) },
	[emitUdp(DATAGRAM, ADDRESSES), emitUdp(DATAGRAM, null)]
);
