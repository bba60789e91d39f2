/** What the reader gives of files that are as they should be, and of those that are not. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_PACKET_LENGTH, type Capture, type CapturedItem } from '../../../src/lib/wire/capture.ts';
import { CaptureReader } from '../../../src/lib/wire/captureReader.ts';
import { writeCapture } from '../../../src/lib/wire/pcapng.ts';
import { anyCapture, everything, ofKind, packetsIn, read } from './captures.ts';
import { file, pcapngIn, text } from './handmadeCaptures.ts';

/** What reading a written capture should give, but for the offsets in the file. */
function expectedItems({ comment = '', interfaces, secrets, packets }: Capture): object[] {
	const kept = (written: string) => written.replaceAll('\0', '\ufffd');
	return [
		{ kind: 'section', format: 'pcapng', littleEndian: true, application: 'Flip the Flag', comment: kept(comment) },
		...interfaces.map(({ name, description, linkType }, index) => ({
			kind: 'interface',
			index,
			name: kept(name),
			description: kept(description),
			linkType,
			snapLength: MAX_PACKET_LENGTH
		})),
		...(secrets ? [{ kind: 'secrets', secretsType: 0x57474b4c, text: secrets }] : []),
		...Array.from(packets, (packet, index) => ({
			originalLength: packet.bytes.length,
			...packet,
			...(packet.comment && { comment: kept(packet.comment) }),
			kind: 'packet',
			index
		}))
	];
}

const withoutOffsets = (items: readonly CapturedItem[]): object[] => items.map(({ offset: _, ...item }) => item);

test('a capture with everything comes back as it was written', () => {
	expect(withoutOffsets(read(writeCapture(everything)))).toEqual(expectedItems(everything));
});

test('every capture comes back as it was written, in whatever chunks', () => {
	fc.assert(
		fc.property(anyCapture, fc.integer({ min: 1, max: 300 }), (capture, chunkLength) => {
			expect(withoutOffsets(read(writeCapture(capture), chunkLength))).toEqual(expectedItems(capture));
		})
	);
});

test('packets come as soon as they are there, and offsets say where their blocks begin', () => {
	const { section, interface: description, packet } = pcapngIn(true);
	const [head, first, second] = [
		file(section(), description(1)),
		file(packet(0, 5n, [1, 2, 3])),
		file(packet(0, 6n, [4]))
	];
	const reader = new CaptureReader();
	expect(reader.push(head).map(({ kind, offset }) => [kind, offset])).toEqual([
		['section', 0],
		['interface', 28]
	]);
	expect(reader.push(first.subarray(0, -1))).toEqual([]);
	expect(reader.push(first.subarray(-1))).toMatchObject([{ kind: 'packet', index: 0, timeUs: 5, offset: head.length }]);
	expect(reader.push(second)).toMatchObject([
		{ kind: 'packet', index: 1, timeUs: 6, offset: head.length + first.length }
	]);
	expect(reader.end()).toEqual([]);
	expect([...reader.push(first), ...reader.end()]).toEqual([]);
});

test('packets keep their bytes when the memory of their chunk is used again, and do not hold on to it', () => {
	const bytes = writeCapture(everything);
	const reader = new CaptureReader();
	const packets = ofKind('packet', reader.push(bytes));
	bytes.fill(0xff);
	reader.push(bytes);
	expect(packets.map((packet) => packet.bytes)).toEqual(Array.from(everything.packets, (packet) => packet.bytes));
	expect(packets.every((packet) => packet.bytes.buffer.byteLength === packet.bytes.length)).toBe(true);
});

describe.each([
	['little', true],
	['big', false]
])('pcapng in %s endian', (_, littleEndian) => {
	const {
		u32,
		i64,
		block,
		option,
		section,
		interface: description,
		packet,
		obsoletePacket,
		simplePacket,
		secrets
	} = pcapngIn(littleEndian);
	const packetsOf = (...blocks: readonly number[][]) => packetsIn(file(section(), ...blocks));

	test('a section has its application, its comments and its byte order', () => {
		const items = read(
			file(
				section([
					...option(2, text('x86')),
					...option(1, text('one')),
					...option(1, text('two')),
					...option(4, text('dumpcap'))
				])
			)
		);
		expect(items).toEqual([
			{ kind: 'section', format: 'pcapng', littleEndian, application: 'dumpcap', comment: 'one\ntwo', offset: 0 }
		]);
	});

	test('a text ends at a zero byte, and bytes that are not UTF-8 are replaced', () => {
		const items = read(
			file(section(), description(1, [...option(2, [...text('en0'), 0, 0x41]), ...option(3, [0x41, 0xff, 0x42])]))
		);
		expect(items).toMatchObject([{}, { name: 'en0', description: 'A\ufffdB' }]);
	});

	test('an interface has its link type, snap length, name and description', () => {
		const items = read(
			file(section(), description(147, [...option(3, text('Loopback')), ...option(2, text('lo0'))], 96))
		);
		expect(items).toMatchObject([
			{},
			{ kind: 'interface', index: 0, name: 'lo0', description: 'Loopback', linkType: 147, snapLength: 96 }
		]);
	});

	test('an enhanced packet has its time, lengths, comments and direction', () => {
		const options = [
			...option(1, text('one')),
			...option(2, u32(0b1101)),
			...option(1, text('two')),
			...option(0, []),
			...option(1, text('behind the end'))
		];
		expect(packetsOf(description(1), packet(0, (3n << 32n) + 7n, [1, 2, 3, 4, 5], options, 1500))).toMatchObject([
			{
				index: 0,
				interface: 0,
				timeUs: 3 * 2 ** 32 + 7,
				bytes: Uint8Array.of(1, 2, 3, 4, 5),
				originalLength: 1500,
				comment: 'one\ntwo',
				direction: 'inbound'
			}
		]);
	});

	test('direction bits other than inbound and outbound mean no direction', () => {
		const direction = (flags: number) =>
			packetsOf(description(1), packet(0, 0n, [], option(2, u32(flags))))[0]?.direction;
		expect([0b00, 0b01, 0b10, 0b11, 0xffff_fffe].map(direction)).toEqual([
			undefined,
			'inbound',
			'outbound',
			undefined,
			'outbound'
		]);
	});

	test('an obsolete packet block is a packet', () => {
		expect(
			packetsOf(description(1), description(1), obsoletePacket(1, 9n, [1, 2, 3], option(2, u32(2))))
		).toMatchObject([
			{ interface: 1, timeUs: 9, bytes: Uint8Array.of(1, 2, 3), originalLength: 3, direction: 'outbound' }
		]);
	});

	test('a simple packet is of the first interface, cut at its snap length, and has no time', () => {
		expect(
			packetsOf(description(1, [], 4), description(1), simplePacket([1, 2, 3]), simplePacket([1, 2, 3, 4], 900))
		).toMatchObject([
			{ interface: 0, timeUs: null, bytes: Uint8Array.of(1, 2, 3), originalLength: 3 },
			{ interface: 0, timeUs: null, bytes: Uint8Array.of(1, 2, 3, 4), originalLength: 900 }
		]);
		expect(packetsOf(description(1), simplePacket([1, 2, 3]))).toMatchObject([{ bytes: Uint8Array.of(1, 2, 3) }]);
	});

	test.each<[string, number[], bigint, number | null]>([
		['microseconds, when nothing is said', [], 1_700_000_000_123_456n, 1_700_000_000_123_456],
		['microseconds', option(9, [6]), 1_700_000_000_123_456n, 1_700_000_000_123_456],
		['nanoseconds, rounded down', option(9, [9]), 1_700_000_000_123_456_999n, 1_700_000_000_123_456],
		['milliseconds', option(9, [3]), 1_700_000_000_123n, 1_700_000_000_123_000],
		['seconds', option(9, [0]), 1_700_000_000n, 1_700_000_000_000_000],
		['1024ths of a second', option(9, [0x80 | 10]), 1024n * 5n + 1n, 5_000_976],
		['the finest unit of all', option(9, [127]), 2n ** 64n - 1n, 0],
		['2 ** 64ths of a second', option(9, [0x80 | 64]), 2n ** 63n, 500_000],
		['seconds after an offset', option(14, i64(1_700_000_000n)), 5n, 1_700_000_000_000_005],
		['seconds before an offset', option(14, i64(-10n)), 5n, -9_999_995],
		['nothing that a safe integer holds', option(9, [0]), 2n ** 64n - 1n, null]
	])('times are in %s', (_, options, units, timeUs) => {
		expect(packetsOf(description(1, options), packet(0, units, []))[0]?.timeUs).toBe(timeUs);
	});

	test('secrets that are text are given, others are not', () => {
		const items = read(
			file(
				section(),
				secrets(0x57474b4c, text('KEY = ü\n')),
				secrets(0x5a4e574b, [1, 2]),
				secrets(0x544c534b, text('\0'))
			)
		);
		expect(ofKind('secrets', items).map(({ secretsType, text }) => [secretsType, text])).toEqual([
			[0x57474b4c, 'KEY = ü\n'],
			[0x544c534b, '\0']
		]);
	});

	test('blocks of other types are skipped', () => {
		const others = [4, 5, 9, 0xbad, 0x40000bad, 0x80000001, 77, 0].flatMap((type) => block(type, u32(0xffff_ffff)));
		expect(
			read(file(section(), others, description(1), others, packet(0, 1n, []), others)).map(({ kind }) => kind)
		).toEqual(['section', 'interface', 'packet']);
	});

	test('sections follow each other in either byte order, and numbers go on', () => {
		const other = pcapngIn(!littleEndian);
		const first = [section(), description(1), description(101), packet(1, 1n, [1])];
		const second = [other.section([], [1, 2]), other.interface(108), other.packet(0, 2n, [2]), other.simplePacket([3])];
		const items = read(file(...first, ...second));
		expect(ofKind('problem', items)).toEqual([]);
		expect(ofKind('section', items).map((item) => item.littleEndian)).toEqual([littleEndian, !littleEndian]);
		expect(ofKind('interface', items).map(({ index, linkType }) => [index, linkType])).toEqual([[0, 1], [1, 101], [2, 108]]); // prettier-ignore
		expect(ofKind('packet', items).map((item) => [item.index, item.interface])).toEqual([[0, 1], [1, 2], [2, 2]]); // prettier-ignore
	});
});

describe('what is no capture is refused in one sentence that says what is allowed', () => {
	test.each<[string, Uint8Array, string]>([
		['an empty file', new Uint8Array(), 'This file is empty; a pcapng or pcap file can be read here.'],
		[
			'a JPEG',
			file([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
			'No capture begins with the bytes ffd8ffe0; a pcapng or pcap file can be read here.'
		],
		[
			'a text',
			file(text('Hello')),
			'No capture begins with the bytes 48656c6c; a pcapng or pcap file can be read here.'
		],
		[
			'two bytes',
			file([0x0a, 0x0d]),
			'This file ends after 2 of the 4 bytes that tell its format; a pcapng or pcap file can be read here.'
		],
		[
			'a capture that gzip packed',
			gzipSync(writeCapture(everything)),
			'This file is packed with gzip. Unpack it first; a pcapng or pcap file can be read here.'
		],
		[
			'the beginning of gzip',
			file([0x1f, 0x8b]),
			'This file is packed with gzip. Unpack it first; a pcapng or pcap file can be read here.'
		],
		[
			'zip',
			file([0x50, 0x4b, 3, 4]),
			'This file is packed with zip. Unpack it first; a pcapng or pcap file can be read here.'
		],
		[
			'Zstandard',
			file([0x28, 0xb5, 0x2f, 0xfd]),
			'This file is packed with Zstandard. Unpack it first; a pcapng or pcap file can be read here.'
		]
	])('%s', (_, bytes, sentence) => {
		for (const chunkLength of [1, 3, 100])
			expect(read(bytes, chunkLength)).toEqual([{ kind: 'problem', offset: 0, sentence, goesOn: false }]);
	});

	test('and nothing of it is kept, however much comes', () => {
		const reader = new CaptureReader();
		expect(reader.push(file(text('Hello')))).toHaveLength(1);
		expect([...reader.push(new Uint8Array(10_000_000)), ...reader.end()]).toEqual([]);
	});
});
