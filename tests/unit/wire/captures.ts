/** Reading a whole capture file in tests, and captures to write. */
import fc from 'fast-check';
import {
	type Capture,
	type CapturedItem,
	type CapturedPacket,
	type CaptureInterface,
	type ProblemItem
} from '../../../src/lib/wire/capture.ts';
import { CaptureReader } from '../../../src/lib/wire/captureReader.ts';

/** All items of a file that comes in chunks of so many bytes; each chunk is overwritten as soon as it is taken. */
export function read(bytes: Uint8Array, chunkLength = bytes.length || 1): CapturedItem[] {
	const reader = new CaptureReader();
	const items: CapturedItem[] = [];
	for (let at = 0; at < bytes.length; at += chunkLength) {
		const chunk = Uint8Array.from(bytes.subarray(at, at + chunkLength));
		items.push(...reader.push(chunk));
		chunk.fill(0xff);
	}
	return [...items, ...reader.end()];
}

/** The items of one kind. */
export const ofKind = <Kind extends CapturedItem['kind']>(kind: Kind, items: readonly CapturedItem[]) =>
	items.filter((item): item is Extract<CapturedItem, { kind: Kind }> => item.kind === kind);

export const packetsIn = (bytes: Uint8Array) => ofKind('packet', read(bytes));

/** “at 12: …”, and “ (end)” for a problem after which nothing is read. */
export const problemsIn = (bytes: Uint8Array): string[] =>
	ofKind('problem', read(bytes)).map(
		({ offset, sentence, goesOn }: ProblemItem) => `at ${offset}: ${sentence}${goesOn ? '' : ' (end)'}`
	);

/** A capture with everything that a file can hold, twice of what can be there twice. */
export const everything: Capture = {
	comment: 'Two lines,\nand “quotes”.',
	interfaces: [
		{ name: 'en0', description: 'Wi-Fi', linkType: 1 },
		{ name: 'utun4', description: 'The tunnel’s own interface', linkType: 108 }
	],
	secrets: 'LOCAL_STATIC_PRIVATE_KEY = AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n',
	packets: [
		{
			interface: 0,
			timeUs: 1_700_000_000_123_456,
			bytes: Uint8Array.from({ length: 61 }, (_, i) => i),
			comment: 'Grüße 🌍',
			direction: 'outbound'
		},
		{
			interface: 1,
			timeUs: 1_700_000_000_123_457,
			bytes: Uint8Array.of(0, 0, 0, 2, 0x45),
			originalLength: 900,
			direction: 'inbound'
		},
		{ interface: 1, timeUs: 1_700_000_001_000_000, bytes: Uint8Array.of() }
	]
};

const anyText = fc.string({ unit: 'binary', maxLength: 20 });

const anyInterface: fc.Arbitrary<CaptureInterface> = fc.record({
	name: anyText,
	description: anyText,
	linkType: fc.integer({ min: 0, max: 0xffff })
});

const anyPacket = (interfaces: number): fc.Arbitrary<CapturedPacket> =>
	fc
		.record(
			{
				interface: fc.integer({ min: 0, max: interfaces - 1 }),
				timeUs: fc.maxSafeNat(),
				bytes: fc.uint8Array({ maxLength: 50 }),
				missing: fc.nat({ max: 9000 }),
				comment: anyText.filter((comment) => comment !== ''),
				direction: fc.constantFrom('inbound', 'outbound')
			},
			{ requiredKeys: ['interface', 'timeUs', 'bytes'] }
		)
		.map(({ missing, ...packet }) =>
			missing === undefined ? packet : { ...packet, originalLength: packet.bytes.length + missing }
		);

export const anyCapture: fc.Arbitrary<Capture> = fc
	.array(anyInterface, { minLength: 1, maxLength: 5 })
	.chain((interfaces) =>
		fc.record({
			comment: anyText,
			interfaces: fc.constant(interfaces),
			secrets: anyText,
			packets: fc.array(anyPacket(interfaces.length), { maxLength: 10 })
		})
	);
