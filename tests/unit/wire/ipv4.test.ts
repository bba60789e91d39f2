import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, fromHex, toHex } from '../../../src/lib/wire/bytes.ts';
import { WireError } from '../../../src/lib/wire/errors.ts';
import {
	emitIpv4,
	parseIpv4,
	parseIpv4Header,
	PROTOCOL,
	protocolName,
	type Ipv4Packet
} from '../../../src/lib/wire/ipv4.ts';
import { fieldsOfIpv4 } from '../../../src/lib/wire/ipv4Fields.ts';
import { HTTP_CAP_SYN, WIKIPEDIA_IPV4 } from '../../vectors/packets.ts';
import { anyBytes, anyUint, badFields, describeSturdy, inDirt, unnamedBits, valueOf } from './fuzzing.ts';

const anyPacket: fc.Arbitrary<Ipv4Packet> = fc.record({
	dscp: anyUint(6),
	ecn: anyUint(2),
	identification: anyUint(16),
	flags: fc.record({ DF: fc.boolean(), MF: fc.boolean() }),
	fragmentOffset: anyUint(13),
	timeToLive: anyUint(8),
	protocol: anyUint(8),
	source: fc.ipV4(),
	destination: fc.ipV4(),
	options: anyBytes(40).map((options) => options.slice(0, options.length - (options.length % 4))),
	payload: anyBytes(100)
});

/** The packet of Wikipedia, with zeros for the payload that is not given. */
const WIKIPEDIA: Ipv4Packet = {
	...{
		dscp: 0,
		ecn: 0,
		identification: 0,
		flags: { DF: true, MF: false },
		fragmentOffset: 0,
		timeToLive: 64,
		protocol: PROTOCOL.udp
	},
	...{ source: '192.168.0.1', destination: '192.168.0.199', options: new Uint8Array(), payload: new Uint8Array(95) }
};
const WITH_OPTIONS: Ipv4Packet = {
	...WIKIPEDIA,
	dscp: 46,
	ecn: 3,
	options: fromHex('94040000'),
	payload: fromHex('cafe')
};
const syn = fromHex(HTTP_CAP_SYN).subarray(14);

describe('a published header', () => {
	test('is emitted byte for byte, checksum and all', () => {
		expect(toHex(emitIpv4(WIKIPEDIA).subarray(0, 20))).toBe(WIKIPEDIA_IPV4);
	});

	test('is parsed into what it says', () => {
		const { payload: _, ...header } = WIKIPEDIA;
		expect(parseIpv4Header(fromHex(WIKIPEDIA_IPV4))).toEqual({
			...header,
			headerLength: 20,
			totalLength: 115,
			headerChecksum: 0xb861,
			checksumIsRight: true
		});
	});
});

test('a packet of somebody else is parsed, and emitted again as it was', () => {
	const packet = parseIpv4(syn);
	expect(packet).toMatchObject({
		identification: 0x0f41,
		timeToLive: 128,
		protocol: 6,
		source: '145.254.160.237',
		destination: '65.208.228.223',
		checksumIsRight: true
	});
	expect(emitIpv4(packet)).toEqual(syn);
});

test('what is emitted is parsed as it was, with the right checksum, and has the length that was said', () => {
	fc.assert(
		fc.property(anyPacket, (packet) => {
			const bytes = emitIpv4(packet);
			expect(parseIpv4(bytes)).toMatchObject({ ...packet, totalLength: bytes.length, checksumIsRight: true });
			expect(bytes).toHaveLength(20 + 4 * Math.ceil(packet.options.length / 4) + packet.payload.length);
			expect(emitIpv4({ ...packet, options: inDirt(packet.options), payload: inDirt(packet.payload) })).toEqual(bytes);
		})
	);
});

test('any one bit flipped in a header is a wrong checksum, or no header', () => {
	const bytes = fromHex(WIKIPEDIA_IPV4);
	for (let bit = 0; bit < 8 * bytes.length; bit++) {
		const flipped = Uint8Array.from(bytes, (byte, at) => (at === bit >> 3 ? byte ^ (0x80 >> (bit & 7)) : byte));
		let isRight = false;
		try {
			isRight = parseIpv4Header(flipped).checksumIsRight;
		} catch (error) {
			expect(error).toBeInstanceOf(WireError);
		}
		expect(isRight).toBe(false);
	}
});

test('options are filled up with zeros to a multiple of 4 bytes', () => {
	const packet = parseIpv4(emitIpv4({ ...WITH_OPTIONS, options: fromHex('0107') }));
	expect(toHex(packet.options)).toBe('01070000');
	expect(packet.headerLength).toBe(24);
});

test('padding of the link is no payload', () => {
	expect(parseIpv4(concat(syn, fromHex('000000'))).payload).toEqual(parseIpv4(syn).payload);
});

describe('is refused, with what is allowed:', () => {
	test.each([
		['version 6', '65', 0, 'IPv4 has 4'],
		['a header length of 16 bytes', '44', 0, '20 to 60 are allowed'],
		['a header longer than what is there', '4f', 20, 'at least 60 bytes'],
		['a total length below the header', '45000013', 2, '20 (the header)'],
		['a total length above what is there', '45000015', 2, 'to 20 (what is there)']
	])('%s', (_, begin, offset, sentence) => {
		const read = () => parseIpv4(fromHex(begin.padEnd(40, '0')));
		expect(read).toThrow(sentence);
		expect(read).toThrow(expect.objectContaining({ offset }));
	});

	test.each([
		{ dscp: 64 },
		{ ecn: 4 },
		{ identification: 65_536 },
		{ fragmentOffset: 8192 },
		{ timeToLive: -1 },
		{ protocol: 0.5 },
		{ source: '192.168.0' },
		{ destination: '192.168.0.1.1' },
		{ options: new Uint8Array(41) },
		{ payload: new Uint8Array(65_516) }
	])('to emit %o', (wrong) => {
		expect(() => emitIpv4({ ...WIKIPEDIA, ...wrong })).toThrow(WireError);
	});
});

describe('the fields', () => {
	test('name every bit of the header, options too, and say what they mean', () => {
		for (const [packet, length] of [
			[WIKIPEDIA, 20],
			[WITH_OPTIONS, 24]
		] as const) {
			const fields = fieldsOfIpv4(emitIpv4(packet));
			expect(unnamedBits(fields, length)).toEqual([]);
			expect(badFields(fields, length)).toEqual([]);
		}
	});

	test('say values for people', () => {
		const fields = fieldsOfIpv4(emitIpv4(WITH_OPTIONS));
		const values = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
		expect(values).toMatchObject({
			IHL: '6 (24 bytes)',
			DSCP: '46, expedited forwarding',
			ECN: '3, congestion experienced',
			DF: '1',
			MF: '0',
			Protocol: '17, UDP',
			Options: '4 bytes'
		});
		expect(values['Header Checksum']).toMatch(/^0x[0-9a-f]{4}, good$/);
	});

	test('say when the checksum is wrong', () => {
		expect(valueOf(fieldsOfIpv4(fromHex(WIKIPEDIA_IPV4.replace('b861', 'b862'))), 'Header Checksum')).toBe(
			'0xb862, wrong'
		);
	});

	test('say where a fragment belongs', () => {
		const fields = fieldsOfIpv4(emitIpv4({ ...WIKIPEDIA, fragmentOffset: 185 }));
		expect(valueOf(fields, 'Fragment Offset')).toBe('185 (1480 bytes)');
	});
});

test('a protocol without a name has its number', () => {
	expect([protocolName(1), protocolName(99)]).toEqual(['ICMP', 'protocol 99']);
});

describeSturdy({ parseIpv4, parseIpv4Header, fieldsOfIpv4 }, [syn, emitIpv4(WITH_OPTIONS)]);
