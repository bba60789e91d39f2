/** Classic pcap in its four forms, and what is wrong with some files. */
import { describe, expect, test } from 'vitest';
import { ofKind, packetsIn, problemsIn, read } from './captures.ts';
import { file, pcapIn, text } from './handmadeCaptures.ts';

const MICROSECONDS = 0xa1b2c3d4;
const NANOSECONDS = 0xa1b23c4d;

describe.each([
	['little', true],
	['big', false]
])('pcap in %s endian', (_, littleEndian) => {
	const { header, record } = pcapIn(littleEndian);

	test('has one section and one interface, and its packets have their bytes, lengths and offsets', () => {
		const bytes = file(
			header(MICROSECONDS, 108),
			record(1_700_000_000, 123_456, [1, 2, 3], 900),
			record(4_294_967_295, 999_999, [])
		);
		expect(read(bytes)).toEqual([
			{ kind: 'section', format: 'pcap', littleEndian, application: '', comment: '', offset: 0 },
			{ kind: 'interface', index: 0, name: '', description: '', linkType: 108, snapLength: 65535, offset: 0 },
			{
				kind: 'packet',
				index: 0,
				interface: 0,
				timeUs: 1_700_000_000_123_456,
				bytes: Uint8Array.of(1, 2, 3),
				originalLength: 900,
				offset: 24
			},
			{
				kind: 'packet',
				index: 1,
				interface: 0,
				timeUs: 4_294_967_295_999_999,
				bytes: Uint8Array.of(),
				originalLength: 0,
				offset: 43
			}
		]);
	});

	test('has times in nanoseconds if its magic number says so; they are rounded down', () => {
		const bytes = file(header(NANOSECONDS, 1), record(1_700_000_000, 123_456_999, []), record(0, 999, []));
		expect(packetsIn(bytes).map(({ timeUs }) => timeUs)).toEqual([1_700_000_000_123_456, 0]);
	});

	test('has its link type in the lower 16 bits, under a length of check sequences', () => {
		const linkType = (field: number) => ofKind('interface', read(file(header(MICROSECONDS, field))))[0]?.linkType;
		expect([1, 0xffff, 0x2400_0001, 0xf400_0093].map(linkType)).toEqual([1, 0xffff, 1, 0x93]);
	});

	test('is the same in every chunk length', () => {
		const bytes = file(header(MICROSECONDS, 1), record(1, 2, [1, 2, 3]), record(3, 4, text('four')), record(5, 6, [7]));
		for (let chunkLength = 1; chunkLength < bytes.length; chunkLength++)
			expect(read(bytes, chunkLength)).toEqual(read(bytes));
	});

	test('ends with a sentence where it is cut off', () => {
		const bytes = file(header(MICROSECONDS, 1), record(1, 2, [1, 2, 3]));
		expect(problemsIn(bytes.subarray(0, 23))).toEqual([
			'at 23: The file ends in the middle of a header that begins at byte 0: only 23 bytes of it are there. (end)'
		]);
		expect(problemsIn(bytes.subarray(0, 24))).toEqual([]);
		expect(problemsIn(bytes.subarray(0, 42))).toEqual([
			'at 42: The file ends in the middle of a record that begins at byte 24: only 18 bytes of it are there. (end)'
		]);
	});

	test('is given up at a packet that is too long, and packets before it stay', () => {
		const bytes = file(
			header(MICROSECONDS, 1),
			record(1, 2, [1, 2, 3]),
			record(1, 2, [], 0, 262_145),
			record(1, 2, [4])
		);
		expect(problemsIn(bytes)).toEqual(['at 51: A packet has 262145 bytes; at most 262144 are read here. (end)']);
		expect(packetsIn(bytes)).toHaveLength(1);
		expect(packetsIn(file(header(MICROSECONDS, 1), record(1, 2, new Array<number>(262_144).fill(1))))).toHaveLength(1);
	});

	test('is not read in another version, nor with reserved bits set', () => {
		expect(problemsIn(file(header(MICROSECONDS, 1, [3, 0])))).toEqual([
			'at 4: This file has version 3.0 of pcap; 2.4 can be read here. (end)'
		]);
		expect(read(file(header(MICROSECONDS, 1, [2, 3]))).map(({ kind }) => kind)).toEqual(['section', 'interface']);
		const sentence = 'bits 16 to 25 and 27 have to be zero. (end)';
		expect(problemsIn(file(header(MICROSECONDS, 0x0030_0001)))).toEqual([
			`at 20: The link type of this file is 0x00300001; ${sentence}`
		]);
		expect(problemsIn(file(header(MICROSECONDS, 0x0800_0001)))).toEqual([
			`at 20: The link type of this file is 0x08000001; ${sentence}`
		]);
	});

	test('never says that less was on the wire than was captured', () => {
		expect(packetsIn(file(header(MICROSECONDS, 1), record(0, 0, [1, 2, 3], 2)))).toMatchObject([{ originalLength: 3 }]);
	});
});
