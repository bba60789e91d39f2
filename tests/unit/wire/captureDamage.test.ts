/** Whatever is done to a file, reading it ends, with items and never with an exception. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CapturedItem, MAX_PACKET_LENGTH } from '../../../src/lib/wire/capture.ts';
import { ByteQueue } from '../../../src/lib/wire/byteQueue.ts';
import { CaptureReader } from '../../../src/lib/wire/captureReader.ts';
import { writeCapture } from '../../../src/lib/wire/pcapng.ts';
import { everything, ofKind, read } from './captures.ts';
import { file, pcapIn, pcapngIn, text } from './handmadeCaptures.ts';

function smallPcapng(littleEndian: boolean): Uint8Array {
	const {
		u32,
		option,
		section,
		interface: description,
		packet,
		obsoletePacket,
		simplePacket,
		secrets
	} = pcapngIn(littleEndian);
	const other = pcapngIn(!littleEndian);
	return file(
		section(option(1, text('one'))),
		description(1, [...option(2, text('en0')), ...option(9, [9]), ...option(0, [])]),
		secrets(0x57474b4c, text('KEY\n')),
		packet(
			0,
			1_700_000_000_123_456_789n,
			[1, 2, 3],
			[...option(1, text('two')), ...option(2, u32(1)), ...option(0, [])]
		),
		simplePacket([4, 5]),
		other.section(),
		other.interface(101),
		obsoletePacket(0, 5n, [6]),
		other.packet(0, 7n, [8, 9])
	);
}

function smallPcap(littleEndian: boolean, magic: number): Uint8Array {
	const { header, record } = pcapIn(littleEndian);
	return file(header(magic, 1), record(1, 2, [1, 2, 3]), record(3, 4, []), record(5, 6, [7]));
}

const files: readonly (readonly [string, Uint8Array])[] = [
	['a written capture', writeCapture(everything)],
	['pcapng, little endian', smallPcapng(true)],
	['pcapng, big endian', smallPcapng(false)],
	['pcap, little endian', smallPcap(true, 0xa1b2c3d4)],
	['pcap, big endian, nanoseconds', smallPcap(false, 0xa1b23c4d)]
];

/** What holds for every file: a sentence for each problem, nothing after the end, packets that keep to the limits. */
function expectSound(items: readonly CapturedItem[], length: number): void {
	const wrong = items.filter((item, i) => {
		if (item.offset < 0 || item.offset > length) return true;
		if (item.kind === 'problem') return !/^[A-Z].*\.$/.test(item.sentence) || (!item.goesOn && i !== items.length - 1);
		if (item.kind !== 'packet') return false;
		const isTime = item.timeUs === null || Number.isSafeInteger(item.timeUs);
		return !isTime || item.bytes.length > MAX_PACKET_LENGTH || item.originalLength < item.bytes.length;
	});
	expect(wrong).toEqual([]);
}

describe.each(files)('%s', (_, bytes) => {
	const whole = read(bytes);

	test('gives the same items wherever its chunks are divided', () => {
		for (let at = 0; at <= bytes.length; at++) {
			const reader = new CaptureReader();
			const items = [...reader.push(bytes.subarray(0, at)), ...reader.push(bytes.subarray(at)), ...reader.end()];
			expect(items).toEqual(whole);
		}
		for (const chunkLength of [1, 2, 3, 5, 7, 16]) expect(read(bytes, chunkLength)).toEqual(whole);
	});

	test('is read out of the middle of other bytes', () => {
		const around = new Uint8Array(bytes.length + 64).fill(0xff);
		around.set(bytes, 33);
		expect(read(around.subarray(33, 33 + bytes.length))).toEqual(whole);
	});

	test('gives, cut at any length, what is there in full, and one sentence if something is not', () => {
		for (let length = 0; length < bytes.length; length++) {
			const items = read(bytes.subarray(0, length));
			expectSound(items, length);
			const problems = ofKind('problem', items);
			expect(problems.length).toBeLessThanOrEqual(1);
			expect(items.filter(({ kind }) => kind !== 'problem')).toEqual(whole.slice(0, items.length - problems.length));
		}
	});

	test('with any bit flipped gives what lies before it, and ends', () => {
		for (let bit = 0; bit < 8 * bytes.length; bit++) {
			const flipped = bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7)));
			const items = read(flipped);
			expectSound(items, bytes.length);
			expect(read(flipped, 11)).toEqual(items);
			// What a bit can change begins with the block that it lies in, and that with the last offset before it.
			const block = whole.findLast(({ offset }) => offset <= bit >> 3)?.offset ?? 0;
			const before = whole.filter(({ offset }) => offset < block);
			expect(items.slice(0, before.length)).toEqual(before);
		}
	});

	test('with any byte set to any value ends', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }),
				(changes) => {
					const changed = Uint8Array.from(bytes);
					for (const [at, value] of changes) changed[at] = value;
					const items = read(changed);
					expectSound(items, bytes.length);
					expect(read(changed, 13)).toEqual(items);
				}
			),
			{ numRuns: 500 }
		);
	});
});

test('blocks of every type and length are read or refused, whatever their bytes', () => {
	for (const littleEndian of [true, false]) {
		const { block, u32, section, interface: description } = pcapngIn(littleEndian);
		for (const type of [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 0xbad, 0x0a0d0d0a, 0xffff_ffff]) {
			for (let length = 0; length <= 60; length += 4) {
				for (const byte of [0, 1, 4, 0xff]) {
					const body = new Array<number>(length).fill(byte);
					const isSection = type === 0x0a0d0d0a && length > 0;
					const bytes = file(
						section(),
						description(1),
						block(type, isSection ? [...u32(0x1a2b3c4d), ...body.slice(4)] : body),
						block(type, body)
					);
					expectSound(read(bytes), bytes.length);
				}
			}
		}
	}
});

test('a queue of bytes asks for memory a few times only, however small the chunks are', () => {
	const queue = new ByteQueue();
	const memories = new Set<ArrayBufferLike>();
	for (let i = 0; i < 100_000; i++) {
		queue.add(Uint8Array.of(i));
		memories.add(queue.bytes.buffer);
	}
	expect(memories.size).toBeLessThan(20);
	expect(queue.length).toBe(100_000);
	queue.take(99_998);
	queue.add(Uint8Array.of(1));
	expect(queue.bytes).toEqual(Uint8Array.of(99_998 & 0xff, 99_999 & 0xff, 1));
});

test('a large block in tiny chunks is read', () => {
	const { section, secrets } = pcapngIn(true);
	const bytes = file(section(), secrets(0x57474b4c, new Array<number>(400_000).fill(65)));
	const [, item] = read(bytes, 1);
	expect(item).toMatchObject({ kind: 'secrets', text: 'A'.repeat(400_000) });
});

test('a hundred megabytes pass through without being kept', () => {
	const { section, interface: description, packet } = pcapngIn(true);
	const reader = new CaptureReader();
	const chunk = file(...new Array<number[]>(64).fill(packet(0, 1n, new Array<number>(1000).fill(1))));
	reader.push(file(section(), description(1)));
	let packets = 0;
	for (let pushed = 0; pushed < 100_000_000; pushed += chunk.length) packets += reader.push(chunk).length;
	expect(packets).toBe(64 * Math.ceil(100_000_000 / chunk.length));
	expect(reader.end()).toEqual([]);
});
