/** What is written is pcapng, byte by byte and in the eyes of Wireshark. */
import { expect, describe, test } from 'vitest';
import { type Capture, type CapturedPacket, MAX_PACKET_LENGTH, nameOfLinkType } from '../../../src/lib/wire/capture.ts';
import { toHex } from '../../../src/lib/wire/bytes.ts';
import { blocksOfCapture, writeCapture } from '../../../src/lib/wire/pcapng.ts';
import { everything, ofKind, packetsIn, read } from './captures.ts';
import { file, pcapngIn, text } from './handmadeCaptures.ts';
import { run, temporaryFile, testWith, tshark } from './tshark.ts';

const en0 = { name: 'en0', description: '', linkType: 1 };
const packet: CapturedPacket = { interface: 0, timeUs: 0, bytes: Uint8Array.of(1) };
const withPacket = (fields: Partial<CapturedPacket>): Capture => ({
	interfaces: [en0],
	packets: [{ ...packet, ...fields }]
});

test('a file is what the draft says, byte by byte', () => {
	const { option, section, interface: description, packet: enhanced, secrets, u32 } = pcapngIn(true);
	const end = option(0, []);
	const expected = file(
		section([...option(1, text('Two lines,\nand “quotes”.')), ...option(4, text('Flip the Flag')), ...end]),
		description(1, [...option(2, text('en0')), ...option(3, text('Wi-Fi')), ...option(9, [6]), ...end], 262_144),
		description(
			108,
			[...option(2, text('utun4')), ...option(3, text('The tunnel’s own interface')), ...option(9, [6]), ...end],
			262_144
		),
		secrets(0x57474b4c, text(everything.secrets ?? '')),
		enhanced(
			0,
			1_700_000_000_123_456n,
			Array.from({ length: 61 }, (_, i) => i),
			[...option(1, text('Grüße 🌍')), ...option(2, u32(2)), ...end]
		),
		enhanced(1, 1_700_000_000_123_457n, [0, 0, 0, 2, 0x45], [...option(2, u32(1)), ...end], 900),
		enhanced(1, 1_700_000_001_000_000n, [])
	);
	expect(toHex(writeCapture(everything))).toBe(toHex(expected));
});

test('what is empty takes no option, and a packet without any no end of options', () => {
	const { option, section, interface: description, packet: enhanced } = pcapngIn(true);
	const bytes = writeCapture({
		comment: '',
		interfaces: [{ name: '', description: '', linkType: 228 }],
		secrets: '',
		packets: [packet]
	});
	const head = [
		section([...option(4, text('Flip the Flag')), ...option(0, [])]),
		description(228, [...option(9, [6]), ...option(0, [])], 262_144)
	];
	expect(toHex(bytes)).toBe(toHex(file(...head, enhanced(0, 0n, [1]))));
});

test('a view in the middle of other bytes is written as what it shows', () => {
	const around = new Uint8Array(20).fill(0xff);
	around.set([1, 2, 3], 8);
	expect(writeCapture(withPacket({ bytes: around.subarray(8, 11) }))).toEqual(
		writeCapture(withPacket({ bytes: Uint8Array.of(1, 2, 3) }))
	);
});

describe('a comment', () => {
	const packetComment = (comment: string) => packetsIn(writeCapture(withPacket({ comment })))[0]?.comment;

	test('of more than 65535 bytes is cut between two characters', () => {
		expect(packetComment('a'.repeat(65_535))).toBe('a'.repeat(65_535));
		expect(packetComment('a'.repeat(65_536))).toBe('a'.repeat(65_535));
		expect(packetComment('é'.repeat(40_000))).toBe('é'.repeat(32_767));
		expect(packetComment('🌍'.repeat(20_000))).toBe('🌍'.repeat(16_383));
		expect(packetComment('ab' + '€'.repeat(30_000))).toBe('ab' + '€'.repeat(21_844));
	});

	test('loses what UTF-8 or a reader cannot hold, and nothing after it', () => {
		expect(packetComment('a\0b')).toBe('a\ufffdb');
		expect(packetComment('a\ud800b')).toBe('a\ufffdb');
		expect(packetComment('\ufeffa')).toBe('\ufeffa');
	});
});

test('times are exact up to the last microsecond that a safe integer holds', () => {
	const times = [
		0,
		1,
		2 ** 32 - 1,
		2 ** 32,
		2 ** 32 + 1,
		1_700_000_000_123_457,
		Number.MAX_SAFE_INTEGER - 1,
		Number.MAX_SAFE_INTEGER
	];
	const bytes = writeCapture({ interfaces: [en0], packets: times.map((timeUs) => ({ ...packet, timeUs })) });
	expect(packetsIn(bytes).map(({ timeUs }) => timeUs)).toEqual(times);
});

describe('chunks', () => {
	const large: Capture = {
		interfaces: [en0],
		packets: Array.from({ length: 300 }, (_, i) => ({ ...packet, timeUs: i, bytes: new Uint8Array(1000 + i).fill(i) }))
	};
	const huge = withPacket({ bytes: new Uint8Array(MAX_PACKET_LENGTH).fill(5), comment: 'x'.repeat(70_000) });

	test.each([
		['many packets', large],
		['one packet larger than a chunk', huge],
		['a small file', everything]
	])('of %s have 64 KiB, but for the last, and memory of their own', (_, capture) => {
		const chunks = [...blocksOfCapture(capture)];
		expect(chunks.slice(0, -1).every(({ length }) => length === 65_536)).toBe(true);
		expect(chunks.at(-1)?.length).toBeGreaterThan(0);
		expect(chunks.at(-1)?.length).toBeLessThanOrEqual(65_536);
		expect(chunks.every((chunk) => chunk.buffer.byteLength === chunk.length)).toBe(true);
		expect(new Set(chunks.map(({ buffer }) => buffer)).size).toBe(chunks.length);
		expect(toHex(Uint8Array.from(chunks.flatMap((chunk) => [...chunk])))).toBe(toHex(writeCapture(capture)));
	});

	test('end with the file, even where that ends with a chunk', () => {
		const rest = 65_536 - writeCapture(withPacket({ bytes: new Uint8Array() })).length;
		const chunks = [...blocksOfCapture(withPacket({ bytes: new Uint8Array(rest) }))];
		expect(chunks.map(({ length }) => length)).toEqual([65_536]);
	});

	test('are made only as they are asked for, and giving up ends the packets too', () => {
		let made = 0;
		let ended = false;
		function* packets(): Generator<CapturedPacket> {
			try {
				for (;;) {
					made++;
					yield { ...packet, bytes: new Uint8Array(1000) };
				}
			} finally {
				ended = true;
			}
		}
		const chunks = blocksOfCapture({ interfaces: [en0], packets: packets() });
		expect(made).toBe(0);
		chunks.next();
		expect(made).toBeLessThan(70);
		chunks.return();
		expect(ended).toBe(true);
		expect(chunks.next().done).toBe(true);
	});
});

describe('the writer refuses', () => {
	test.each<[string, Partial<CapturedPacket>, string]>([
		[
			'an interface that is not there',
			{ interface: 1 },
			'A packet belongs to interface 1; the capture has 1, counted from 0.'
		],
		[
			'a time before 1970',
			{ timeUs: -1 },
			'The time -1 is not a whole number of microseconds from 0 to 9007199254740991.'
		],
		[
			'half a microsecond',
			{ timeUs: 0.5 },
			'The time 0.5 is not a whole number of microseconds from 0 to 9007199254740991.'
		],
		['no time', { timeUs: NaN }, 'The time NaN is not a whole number of microseconds from 0 to 9007199254740991.'],
		[
			'a packet that is too long',
			{ bytes: new Uint8Array(262_145) },
			'A packet has 262145 bytes; at most 262144 are allowed.'
		],
		[
			'an original length below the captured one',
			{ originalLength: 0 },
			'The original length 0 of a packet with 1 bytes is not a whole number from that to 4294967295.'
		],
		[
			'an original length of more than 32 bits',
			{ originalLength: 2 ** 32 },
			'The original length 4294967296 of a packet with 1 bytes is not a whole number from that to 4294967295.'
		]
	])('%s', (_, fields, sentence) => {
		expect(() => writeCapture(withPacket(fields))).toThrow(
			expect.objectContaining({ name: 'WireError', message: sentence })
		);
	});

	test('a link type of more than 16 bits, too many interfaces, too many secrets', () => {
		const refusal = (capture: Partial<Capture>) =>
			expect(() => writeCapture({ interfaces: [en0], packets: [], ...capture }));
		refusal({ interfaces: [{ ...en0, linkType: 65_536 }] }).toThrow(
			'The link type 65536 is not a whole number from 0 to 65535.'
		);
		refusal({ interfaces: new Array(4097).fill(en0) }).toThrow(
			'The capture has 4097 interfaces; at most 4096 are allowed.'
		);
		refusal({ secrets: 'x'.repeat(16 * 1024 * 1024 - 19) }).toThrow(
			'The secrets take 16777197 bytes; at most 16777196 are allowed.'
		);
	});
});

test('the longest secrets, as many interfaces as allowed and the longest packet can be read again', () => {
	const secrets = 'x'.repeat(16 * 1024 * 1024 - 20);
	const bytes = new Uint8Array(MAX_PACKET_LENGTH).fill(3);
	const items = read(
		writeCapture({ interfaces: new Array(4096).fill(en0), secrets, packets: [{ ...packet, interface: 4095, bytes }] })
	);
	expect(ofKind('problem', items)).toEqual([]);
	expect(ofKind('secrets', items)[0]?.text === secrets).toBe(true);
	expect(ofKind('packet', items)).toMatchObject([{ interface: 4095, originalLength: MAX_PACKET_LENGTH }]);
});

test('link types have the names of their registry', () => {
	expect([0, 1, 101, 108, 228, 147].map(nameOfLinkType)).toEqual([
		'LINKTYPE_NULL',
		'LINKTYPE_ETHERNET',
		'LINKTYPE_RAW',
		'LINKTYPE_LOOP',
		'LINKTYPE_IPV4',
		'link type 147'
	]);
});

const FIELDS = [
	'number',
	'interface_id',
	'interface_name',
	'interface_description',
	'time_epoch',
	'cap_len',
	'len',
	'comment',
	'packet_flags_direction'
];

testWith(['tshark'], 'tshark reads every field', () => {
	const path = temporaryFile('everything.pcapng', writeCapture(everything));
	const lines = tshark(path, '-T', 'fields', ...FIELDS.flatMap((name) => ['-e', `frame.${name}`]))
		.split('\n')
		.slice(0, -1);
	expect(lines.map((line) => line.split('\t').map((field) => field.replace(/^0x0+/, '')))).toEqual([
		['1', '0', 'en0', 'Wi-Fi', '1700000000.123456000', '61', '61', 'Grüße 🌍', '2'],
		['2', '1', 'utun4', 'The tunnel’s own interface', '1700000000.123457000', '5', '900', '', '1'],
		['3', '1', 'utun4', 'The tunnel’s own interface', '1700000001.000000000', '0', '0', '', '']
	]);
});

testWith(['capinfos'], 'capinfos finds the application, the comment, interfaces, secrets and packets', () => {
	const lines = run('capinfos', '-M', temporaryFile('everything.pcapng', writeCapture(everything))).split('\n');
	const said = Object.fromEntries(
		lines.flatMap((line) => (/^\S/.test(line) ? [line.split(/:\s+/, 2) as [string, string]] : []))
	);
	expect(said).toMatchObject({
		'File type': 'pcapng',
		'Number of packets': '3',
		'Capture application': 'Flip the Flag',
		'Capture comment': expect.stringMatching(/^Two lines,.and “quotes”\.$/) as string,
		'Number of interfaces in file': '2',
		'Number of decryption secrets in file': '1'
	});
});
