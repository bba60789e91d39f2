/** Blocks of a capture that are damaged: each is told with its offset, and the packets around it are read. */
import { describe, expect, test } from 'vitest';
import { ofKind, packetsIn, problemsIn, read } from './captures.ts';
import { file, pcapngIn, text } from './handmadeCaptures.ts';

describe('a damaged block', () => {
	const { u16, u32, block, option, section, interface: description, packet, simplePacket, secrets } = pcapngIn(true);
	const head = [section(), description(1)];
	const next = packet(0, 2n, [2]);
	const headLength = file(...head).length;
	/** Problems of a file with this block after a section and an interface, and before a packet, whose bytes are then read as 2. */
	function around(damaged: readonly number[]) {
		const bytes = file(...head, damaged, next);
		return { problems: problemsIn(bytes), packets: packetsIn(bytes).map((item) => item.bytes[0]) };
	}
	const at = (offset: number, sentence: string) => `at ${headLength + offset}: ${sentence}`;

	test('with another length at its end is read when another block follows', () => {
		const damaged = block(6, packet(0, 1n, [1]).slice(8, -4), { lengthAtEnd: 40 });
		const sentence =
			'A block gives its length as 36 bytes at its beginning and as 40 at its end; they have to be equal.';
		expect(around(damaged)).toEqual({
			problems: [at(32, `${sentence} The first leads to another block.`)],
			packets: [1, 2]
		});
		expect(problemsIn(file(...head, damaged))).toEqual([at(32, `${sentence} The first leads to another block.`)]);
		expect(problemsIn(file(...head, damaged, section()))).toEqual([
			at(32, `${sentence} The first leads to another block.`)
		]);
		expect(problemsIn(file(...head, damaged, pcapngIn(false).section()))).toEqual([
			at(32, `${sentence} The first leads to another block.`)
		]);
		for (const none of [block(77, []), [...u32(6), ...u32(13)], [6, 0, 0]]) {
			expect(problemsIn(file(...head, damaged, none))).toEqual([at(32, `${sentence} (end)`)]);
		}
	});

	test('with a wrong length at its beginning ends the file, and packets before it stay', () => {
		const damaged = (length: number) =>
			packetsIn(file(...head, next, block(6, packet(0, 1n, [1]).slice(8, -4), { lengthAtBeginning: length }), next));
		expect([0, 11, 13, 32, 40, 2 ** 31].map((length) => damaged(length).map((item) => item.bytes[0]))).toEqual(
			new Array(6).fill([2])
		);
	});

	test.each([0, 8, 11, 13, 16 * 1024 * 1024 + 4, 0xffff_ffff])('never has a length of %i', (length) => {
		const sentence = `A block gives its length as ${length} bytes; a multiple of 4 from 12 to 16777216 is allowed. (end)`;
		expect(around(block(6, [], { lengthAtBeginning: length }))).toEqual({ problems: [at(4, sentence)], packets: [] });
	});

	test('that is a packet longer than its block, or than is allowed, is left out', () => {
		const claims = (length: number) =>
			block(6, [...u32(0), ...u32(0), ...u32(0), ...u32(length), ...u32(length), 1, 2, 3, 4]);
		expect(around(claims(5))).toEqual({
			problems: [at(20, 'A packet has 5 bytes, and its block has room for 4. It is left out.')],
			packets: [2]
		});
		expect(around(claims(262_145))).toEqual({
			problems: [at(20, 'A packet has 262145 bytes; at most 262144 are read here. It is left out.')],
			packets: [2]
		});
		expect(around(simplePacket([1], 5))).toEqual({
			problems: [at(8, 'A packet has 5 bytes, and its block has room for 4. It is left out.')],
			packets: [2]
		});
	});

	test('that is a packet of an interface nobody described is left out', () => {
		const sentence = 'A packet belongs to interface 1, which its section has not described. It is left out.';
		expect(around(packet(1, 1n, [1]))).toEqual({ problems: [at(8, sentence)], packets: [2] });
		const nobody = 'A packet belongs to interface 0, which its section has not described. It is left out.';
		expect(problemsIn(file(section(), simplePacket([1])))).toEqual([`at 36: ${nobody}`]);
		expect(problemsIn(file(...head, section(), next))).toEqual([at(28 + 8, nobody)]);
	});

	test('that is too short for its fields is left out, and an interface keeps its number', () => {
		const shorter = (type: number) => around(block(type, u32(0))).problems;
		expect(shorter(6)).toEqual([at(12, 'A packet block takes at least 28 bytes, and here are 12.')]);
		expect(shorter(2)).toEqual([at(12, 'A packet block takes at least 28 bytes, and here are 12.')]);
		expect(around(block(3, [])).problems).toEqual([
			at(8, 'A simple packet block takes at least 12 bytes, and here are 8.')
		]);
		expect(shorter(10)).toEqual([at(12, 'A decryption secrets block takes at least 16 bytes, and here are 12.')]);
		expect(shorter(1)).toEqual([at(12, 'An interface description block takes at least 16 bytes, and here are 12.')]);
		const items = read(file(...head, block(1, u32(0)), description(101), packet(2, 1n, []), packet(1, 1n, [])));
		expect(ofKind('interface', items).map(({ index }) => index)).toEqual([0, 2]);
		expect(ofKind('packet', items).map((item) => item.interface)).toEqual([2]);
	});

	test('with an option that does not fit loses that option only', () => {
		const withOption = (length: number) =>
			file(...head, packet(0, 1n, [1], [...option(1, text('fine')), ...u16(1), ...u16(length), ...text('four')]), next);
		for (const length of [5, 256, 65_535]) {
			const sentence = `An option gives its length as ${length} bytes, and its block has 4 left. It is left out.`;
			expect(problemsIn(withOption(length))).toEqual([at(28 + 4 + 8 + 2, sentence)]);
			expect(packetsIn(withOption(length))).toMatchObject([{ comment: 'fine' }, {}]);
		}
		expect(problemsIn(withOption(4))).toEqual([]);
	});

	test('with an option of another length than its type has loses that option only', () => {
		const bytes = file(
			section(),
			description(1, [...option(9, [9, 9]), ...option(14, [1]), ...option(9, [3])]),
			packet(0, 7n, [], option(2, [1]))
		);
		expect(problemsIn(bytes)).toEqual([
			'at 48: Option 9 has 2 bytes; 1 are allowed. It is left out.',
			'at 56: Option 14 has 1 bytes; 8 are allowed. It is left out.',
			'at 104: Option 2 has 1 bytes; 4 are allowed. It is left out.'
		]);
		expect(packetsIn(bytes)).toMatchObject([{ timeUs: 7000 }]);
	});

	test('with a time too far from 1970 loses its time only', () => {
		const sentence = 'The time of a packet is more than 285 years away from 1970. The time is left out.';
		expect(around(packet(0, 1n << 53n, [1]))).toEqual({ problems: [at(12, sentence)], packets: [1, 2] });
	});

	test('with more secrets than it has room for is left out', () => {
		const lying = secrets(0x57474b4c, [1]).with(12, 5);
		expect(around(lying)).toEqual({
			problems: [at(12, 'Secrets have 5 bytes, and their block has room for 4. They are left out.')],
			packets: [2]
		});
	});

	test('that begins a section of a strange version ends with that section', () => {
		const bytes = file(
			section([], [2, 0]),
			description(1),
			next,
			section([], [1, 1]),
			description(1),
			next,
			...head,
			next
		);
		expect(problemsIn(bytes)).toEqual([
			'at 12: This section has version 2.0 of pcapng; 1.0 can be read here. The section is left out.',
			'at 96: This section has version 1.1 of pcapng; 1.0 can be read here. The section is left out.'
		]);
		expect(read(bytes).map(({ kind }) => kind)).toEqual(['problem', 'problem', 'section', 'interface', 'packet']);
	});

	test('that begins a section and is too short ends with that section', () => {
		const bytes = file(...head, block(0x0a0d0d0a, u32(0x1a2b3c4d)), description(1), next, section());
		expect(problemsIn(bytes)).toEqual([at(12, 'A section header block takes at least 24 bytes, and here are 12.')]);
		expect(read(bytes).map(({ kind }) => kind)).toEqual(['section', 'interface', 'problem', 'section']);
	});

	test('that begins a section without a byte order ends the file', () => {
		const sentence =
			'The byte-order magic of a section header is 0x01020304; 0x1a2b3c4d is allowed, in either byte order. (end)';
		expect(problemsIn(file(block(0x0a0d0d0a, [1, 2, 3, 4, 0, 0, 0, 0])))).toEqual([`at 8: ${sentence}`]);
		expect(problemsIn(file(...head, block(0x0a0d0d0a, [1, 2, 3, 4])))).toEqual([at(8, sentence)]);
	});

	test('that is interface 4097 ends the file', () => {
		const many = new Array<number[]>(2048).fill(description(1));
		const bytes = file(section(), ...many, next, section(), ...many, packet(2047, 1n, [1]), description(1), next);
		expect(problemsIn(bytes)).toEqual([
			`at ${bytes.length - next.length - 20}: The file describes more than 4096 interfaces; as many are read here. (end)`
		]);
		expect(packetsIn(bytes).map((item) => item.interface)).toEqual([0, 4095]);
	});

	test('at the end, cut off, is a problem, and a file without packets is none', () => {
		const bytes = file(...head, next);
		expect(problemsIn(bytes.subarray(0, -3))).toEqual([
			`at ${bytes.length - 3}: The file ends in the middle of a block that begins at byte 48: only 33 bytes of it are there. (end)`
		]);
		expect(problemsIn(file(...head))).toEqual([]);
	});
});
