import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../../src/lib/wire/bytes.ts';
import { WireError } from '../../../src/lib/wire/errors.ts';
import { parseIpv4 } from '../../../src/lib/wire/ipv4.ts';
import {
	emitTcp,
	fieldsOfTcp,
	flagsText,
	parseTcp,
	parseTcpHeader,
	TCP_FLAGS,
	tcpFlags,
	type TcpFlags,
	type TcpSegment
} from '../../../src/lib/wire/tcp.ts';
import { emitTcpOptions, parseTcpOptions, type TcpOption } from '../../../src/lib/wire/tcpOptions.ts';
import { HTTP_CAP_SYN } from '../../vectors/packets.ts';
import { anyAddresses, anyBytes, anyUint, badFields, describeSturdy, inDirt, unnamedBits, valueOf } from './fuzzing.ts';

const anyOption: fc.Arbitrary<TcpOption> = fc.oneof(
	fc.constant<TcpOption>({ name: 'noOperation' }),
	fc.record({ name: fc.constant('maximumSegmentSize' as const), size: anyUint(16) }),
	fc.record({ name: fc.constant('windowScale' as const), shiftCount: anyUint(8) }),
	fc.constant<TcpOption>({ name: 'sackPermitted' }),
	fc.record({ name: fc.constant('timestamps' as const), value: anyUint(32), echoReply: anyUint(32) }),
	fc.record({ name: fc.constant('fastOpen' as const), cookie: anyBytes(16) }),
	fc.record({ name: fc.constant('unknown' as const), kind: fc.constantFrom(5, 19, 30, 253, 255), data: anyBytes(16) }),
	// Known kinds of a length that they do not have.
	fc.record({ name: fc.constant('unknown' as const), kind: fc.constantFrom(2, 3, 4, 8), data: anyBytes(16, 9) })
);

/** Options that fill whole words, either with padding or without. */
const anyOptions = fc.tuple(fc.array(anyOption, { maxLength: 8 }), fc.boolean()).map(([options, ends]) => {
	const list = [...options];
	while (emitTcpOptions(list).length > 36) list.pop();
	if (ends) return [...list, { name: 'end' } as const];
	while (emitTcpOptions(list).length % 4 !== 0) list.push({ name: 'noOperation' });
	return list;
});

const anySegment: fc.Arbitrary<TcpSegment> = fc.record({
	sourcePort: anyUint(16),
	destinationPort: anyUint(16),
	sequenceNumber: anyUint(32),
	acknowledgmentNumber: anyUint(32),
	flags: fc.subarray([...TCP_FLAGS]).map((set) => tcpFlags(...set)),
	window: anyUint(16),
	urgentPointer: anyUint(16),
	options: anyOptions,
	payload: anyBytes(80)
});

const packet = parseIpv4(fromHex(HTTP_CAP_SYN).subarray(14));
const SYN: TcpSegment = {
	...{
		sourcePort: 3372,
		destinationPort: 80,
		sequenceNumber: 951_057_939,
		acknowledgmentNumber: 0,
		flags: tcpFlags('SYN'),
		window: 8760,
		urgentPointer: 0
	},
	options: [
		{ name: 'maximumSegmentSize', size: 1460 },
		{ name: 'noOperation' },
		{ name: 'noOperation' },
		{ name: 'sackPermitted' }
	],
	payload: new Uint8Array()
};
const IPHONE_LIKE: TcpSegment = {
	...{ ...SYN, sourcePort: 49_152, destinationPort: 1337, flags: tcpFlags('CWR', 'ECE', 'SYN') },
	options: [
		{ name: 'maximumSegmentSize', size: 1240 },
		{ name: 'noOperation' },
		{ name: 'windowScale', shiftCount: 6 },
		{ name: 'noOperation' },
		{ name: 'noOperation' },
		{ name: 'timestamps', value: 0xffff_fffe, echoReply: 0 },
		{ name: 'sackPermitted' },
		{ name: 'end' }
	]
};

describe('a segment of somebody else', () => {
	test('is parsed into what it says, and its checksum is right between its addresses', () => {
		expect(parseTcp(packet.payload, packet)).toEqual({
			...SYN,
			dataOffset: 7,
			checksum: 0xc30c,
			checksumIsRight: true
		});
	});

	test('is emitted again byte for byte, checksum and all', () => {
		expect(emitTcp(SYN, packet)).toEqual(packet.payload);
	});

	test('has a wrong checksum between other addresses, and none that can be checked between unknown ones', () => {
		expect(parseTcp(packet.payload, { source: '192.0.2.1', destination: packet.destination }).checksumIsRight).toBe(
			false
		);
		expect(parseTcp(packet.payload).checksumIsRight).toBe(null);
	});
});

test('what is emitted is parsed as it was, with the right checksum, and has the length that was said', () => {
	fc.assert(
		fc.property(anySegment, anyAddresses, (segment, addresses) => {
			const bytes = emitTcp(segment, addresses);
			expect(parseTcp(bytes, addresses)).toMatchObject({ ...segment, checksumIsRight: true });
			expect(bytes).toHaveLength(parseTcpHeader(bytes).headerLength + segment.payload.length);
			expect(emitTcp({ ...segment, payload: inDirt(segment.payload) }, addresses)).toEqual(bytes);
		})
	);
});

test('any one bit flipped in a segment is a wrong checksum, or no segment', () => {
	const bytes = emitTcp({ ...IPHONE_LIKE, payload: fromHex('001122') }, packet);
	for (let bit = 0; bit < 8 * bytes.length; bit++) {
		const flipped = Uint8Array.from(bytes, (byte, at) => (at === bit >> 3 ? byte ^ (0x80 >> (bit & 7)) : byte));
		let isRight: boolean | null = false;
		try {
			isRight = parseTcp(flipped, packet).checksumIsRight;
		} catch (error) {
			expect(error).toBeInstanceOf(WireError);
		}
		expect(isRight).toBe(false);
	}
});

describe('the flags', () => {
	test.each([
		['CWR', 0x80],
		['ECE', 0x40],
		['URG', 0x20],
		['ACK', 0x10],
		['PSH', 0x08],
		['RST', 0x04],
		['SYN', 0x02],
		['FIN', 0x01]
	] as const)('%s is %i in byte 13 (RFC 9293 §3.1)', (name, byte) => {
		expect(emitTcp({ ...SYN, flags: tcpFlags(name) }, packet)[13]).toBe(byte);
	});

	test('are said in the order in which people say them', () => {
		expect([flagsText(tcpFlags('SYN', 'ACK')), flagsText(tcpFlags('PSH', 'ACK')), flagsText(tcpFlags())]).toEqual([
			'SYN, ACK',
			'PSH, ACK',
			''
		]);
	});
});

describe('the options', () => {
	test.each<[string, TcpOption, string]>([
		['end, RFC 9293 §3.2', { name: 'end' }, '00'],
		['no operation, RFC 9293 §3.2', { name: 'noOperation' }, '01'],
		['maximum segment size, RFC 9293 §3.2', { name: 'maximumSegmentSize', size: 1240 }, '020404d8'],
		['window scale, RFC 7323 §2.2', { name: 'windowScale', shiftCount: 6 }, '030306'],
		['SACK permitted, RFC 2018 §2', { name: 'sackPermitted' }, '0402'],
		[
			'timestamps, RFC 7323 §3.2',
			{ name: 'timestamps', value: 0x12345678, echoReply: 0x9abcdef0 },
			'080a123456789abcdef0'
		],
		['a request for a fast open cookie, RFC 7413 §4.1.1', { name: 'fastOpen', cookie: new Uint8Array() }, '2202'],
		[
			'a fast open cookie, RFC 7413 §4.1.1',
			{ name: 'fastOpen', cookie: fromHex('0011223344556677') },
			'220a0011223344556677'
		],
		['an unknown one', { name: 'unknown', kind: 253, data: fromHex('cafe') }, 'fd04cafe'],
		[
			'a maximum segment size of three bytes, which is unknown',
			{ name: 'unknown', kind: 2, data: fromHex('0004d8') },
			'02050004d8'
		]
	])('%s', (_, option, hex) => {
		expect(toHex(emitTcpOptions([option]))).toBe(hex);
		expect(parseTcpOptions(fromHex(hex)).map((placed) => placed.option)).toEqual([option]);
	});

	test('as RFC 7323 appendix A recommends them fill whole words', () => {
		const options: TcpOption[] = [
			{ name: 'noOperation' },
			{ name: 'noOperation' },
			{ name: 'timestamps', value: 1, echoReply: 2 }
		];
		expect(toHex(emitTcpOptions(options))).toBe('0101080a0000000100000002');
	});

	test('that do not fill whole words get zeros, which come back as “end”', () => {
		const segment = { ...SYN, options: [{ name: 'sackPermitted' }, { name: 'noOperation' }] as const };
		expect(parseTcp(emitTcp(segment, packet)).options).toEqual([...segment.options, { name: 'end' }]);
	});

	test('stop at “end”, which takes the padding behind it whatever that is', () => {
		expect(parseTcpOptions(fromHex('040200ff'))).toEqual([
			{ option: { name: 'sackPermitted' }, offset: 0, length: 2 },
			{ option: { name: 'end' }, offset: 2, length: 2 }
		]);
	});

	test.each(['01010400', '01010401', '01010405', '01010102'])(
		'%s lead nowhere, and the error says so of byte 23 of the header',
		(hex) => {
			const header = emitTcp({ ...SYN, options: [] }, packet);
			header[12] = 0x60;
			const read = () => parseTcp(Uint8Array.of(...header, ...fromHex(hex)));
			expect(read).toThrow(WireError);
			expect(read).toThrow(expect.objectContaining({ offset: 23 }));
		}
	);
});

describe('is refused:', () => {
	test.each([0x40, 0x00, 0x80])('a data offset byte of %i in a segment of 28 bytes', (byte) => {
		const bytes = packet.payload.slice();
		bytes[12] = byte;
		expect(() => parseTcp(bytes)).toThrow(expect.objectContaining({ offset: 12 }));
		expect(() => parseTcp(bytes)).toThrow('20 to 28 are allowed');
	});

	test.each<Partial<TcpSegment>>([
		{ sourcePort: 65_536 },
		{ destinationPort: -1 },
		{ sequenceNumber: 2 ** 32 },
		{ acknowledgmentNumber: -1 },
		{ window: 65_536 },
		{ urgentPointer: 0.5 },
		{ options: [{ name: 'end' }, { name: 'noOperation' }] },
		{ options: [{ name: 'fastOpen', cookie: new Uint8Array(39) }] },
		{ options: [{ name: 'unknown', kind: 256, data: new Uint8Array() }] },
		{ options: [{ name: 'maximumSegmentSize', size: 65_536 }] },
		{ payload: new Uint8Array(65_536) }
	])('to emit %o', (wrong) => {
		expect(() => emitTcp({ ...SYN, ...wrong }, packet)).toThrow(WireError);
	});
});

describe('the fields', () => {
	const bytes = emitTcp(IPHONE_LIKE, packet);

	test('name every bit of the header, options and padding too, and say what they mean', () => {
		const fields = fieldsOfTcp(bytes, packet);
		expect(unnamedBits(fields, bytes.length)).toEqual([]);
		expect(badFields(fields, bytes.length)).toEqual([]);
	});

	test('say values for people', () => {
		const values = Object.fromEntries(fieldsOfTcp(bytes, packet).map(({ name, value }) => [name, value]));
		expect(values).toMatchObject({
			...{
				'Source Port': '49152',
				'Destination Port': '1337',
				'Data Offset': '11 (44 bytes)',
				'Control Bits': 'SYN, ECE, CWR',
				SYN: '1',
				ACK: '0'
			},
			...{
				'Option: Maximum Segment Size': '1240 bytes',
				'Option: Window Scale': '6 (times 64)',
				'Option: Timestamps': '4294967294, echoes 0'
			}
		});
		expect(values['Checksum']).toMatch(/^0x[0-9a-f]{4}, good$/);
	});

	test('say of the sequence number what it counts: the SYN where there is one, else the first byte of the payload', () => {
		const means = (flags: TcpFlags) =>
			fieldsOfTcp(emitTcp({ ...IPHONE_LIKE, flags }, packet)).find(({ name }) => name === 'Sequence Number')?.means;
		expect(means(tcpFlags('SYN'))).toMatch(/SYN itself takes it/);
		expect(means(tcpFlags('SYN', 'ACK'))).toMatch(/SYN itself takes it/);
		expect(means(tcpFlags('ACK'))).toMatch(/^The number of the first byte of the payload/);
	});

	test('are there when the options are not readable', () => {
		const broken = bytes.slice();
		broken[21] = 0;
		const fields = fieldsOfTcp(broken);
		expect(valueOf(fields, 'Destination Port')).toBe('1337');
		expect(valueOf(fields, 'Options')).toBe('not readable');
		expect(badFields(fields, bytes.length)).toEqual([]);
	});
});

describeSturdy(
	{ parseTcp: (bytes) => parseTcp(bytes, packet), fieldsOfTcp: (bytes) => fieldsOfTcp(bytes, packet), parseTcpOptions },
	[packet.payload, emitTcp({ ...IPHONE_LIKE, payload: fromHex('0011') }, packet), emitTcpOptions(IPHONE_LIKE.options)]
);
