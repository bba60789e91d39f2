/** Files of Wireshark’s own tools are read, and what is written here survives those tools. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { type Capture } from '../../../src/lib/wire/capture.ts';
import { writeCapture } from '../../../src/lib/wire/pcapng.ts';
import { everything, ofKind, packetsIn, problemsIn, read } from './captures.ts';
import { run, temporaryFile, temporaryPath, testWith } from './tshark.ts';

/** The bytes of a file that a tool makes out of others. */
function made(by: (output: string) => void): Uint8Array {
	const path = temporaryPath('made');
	by(path);
	return new Uint8Array(readFileSync(path));
}

const plain: Capture = {
	interfaces: [{ name: 'en0', description: 'Wi-Fi', linkType: 1 }],
	packets: [1, 2, 3].map((n) => ({
		interface: 0,
		timeUs: 1_700_000_000_000_000 + 10 * n,
		bytes: new Uint8Array(59 + n).fill(n)
	}))
};
const essence = (bytes: Uint8Array) =>
	packetsIn(bytes).map(({ timeUs, bytes: packet, originalLength }) => ({ timeUs, packet, originalLength }));

for (const [format, isPcapng] of [
	['pcap', false],
	['nsecpcap', false],
	['pcapng', true]
] as const) {
	// prettier-ignore
	testWith(['editcap'], `a capture that editcap turns into ${format} has the same packets`, () => {
		const written = writeCapture(plain);
		const bytes = made((output) => run('editcap', '-F', format, temporaryFile('plain.pcapng', written), output));
		expect(problemsIn(bytes)).toEqual([]);
		expect(ofKind('section', read(bytes))).toMatchObject([{ format: isPcapng ? 'pcapng' : 'pcap' }]);
		expect(essence(bytes)).toEqual(essence(written));
	});
}

testWith(['editcap'], 'a capture with everything comes out of editcap with everything', () => {
	const written = read(writeCapture(everything));
	const bytes = made((output) => run('editcap', temporaryFile('everything.pcapng', writeCapture(everything)), output));
	const items = read(bytes);
	const told = (of: typeof items) => ({
		interfaces: ofKind('interface', of).map(({ name, description, linkType }) => ({ name, description, linkType })),
		packets: ofKind('packet', of).map(({ offset: _, ...packet }) => packet),
		secrets: ofKind('secrets', of).map(({ text }) => text),
		problems: ofKind('problem', of)
	});
	expect(told(items)).toEqual(told(written));
});

testWith(['editcap'], 'secrets that editcap puts in are found', () => {
	const key = 'LOCAL_STATIC_PRIVATE_KEY = AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n';
	const keys = temporaryFile('keys.txt', new TextEncoder().encode(key));
	const bytes = made((output) =>
		run('editcap', '--inject-secrets', `wg,${keys}`, temporaryFile('plain.pcapng', writeCapture(plain)), output)
	);
	expect(ofKind('secrets', read(bytes))).toMatchObject([{ secretsType: 0x57474b4c, text: key }]);
});

testWith(
	['editcap'],
	'packets that editcap cuts keep their original lengths, and comments that it adds are read',
	() => {
		const bytes = made((output) =>
			run(
				'editcap',
				'-s',
				'14',
				'-a',
				'2:Zweites Paket: größer',
				temporaryFile('plain.pcapng', writeCapture(plain)),
				output
			)
		);
		expect(packetsIn(bytes).map((packet) => [packet.bytes.length, packet.originalLength, packet.comment])).toEqual([
			[14, 60, undefined],
			[14, 61, 'Zweites Paket: größer'],
			[14, 62, undefined]
		]);
	}
);

testWith(['mergecap'], 'what mergecap makes of two captures has the interfaces and packets of both', () => {
	const later: Capture = {
		interfaces: [{ name: 'utun4', description: '', linkType: 228 }],
		packets: [{ interface: 0, timeUs: 1_700_000_000_000_025, bytes: Uint8Array.of(0x45) }]
	};
	const paths = [plain, later].map((capture, i) => temporaryFile(`${i}.pcapng`, writeCapture(capture)));
	const items = read(made((output) => run('mergecap', '-w', output, ...paths)));
	expect(ofKind('problem', items)).toEqual([]);
	expect(ofKind('interface', items).map(({ name, linkType }) => [name, linkType])).toEqual([['en0', 1], ['utun4', 228]]); // prettier-ignore
	expect(ofKind('packet', items).map((packet) => [packet.interface, packet.bytes.length])).toEqual([[0, 60], [0, 61], [1, 1], [0, 62]]); // prettier-ignore
});

testWith(['text2pcap'], 'what text2pcap makes of a hex dump has these bytes', () => {
	const dump = temporaryFile('dump.txt', new TextEncoder().encode('0000 45 00 00 14 00 01\n0000 45 00\n'));
	for (const format of ['pcapng', 'pcap', 'nsecpcap']) {
		const items = read(made((output) => run('text2pcap', '-q', '-F', format, '-l', '228', dump, output)));
		expect(ofKind('problem', items)).toEqual([]);
		expect(ofKind('interface', items)).toMatchObject([{ linkType: 228 }]);
		expect(ofKind('packet', items).map(({ bytes }) => [...bytes])).toEqual([[0x45, 0, 0, 0x14, 0, 1], [0x45, 0]]); // prettier-ignore
	}
});

testWith(['tshark'], 'what tshark saves through a filter has the packets that it let through', () => {
	const input = temporaryFile('plain.pcapng', writeCapture(plain));
	const bytes = made((output) => run('tshark', '-n', '-r', input, '-Y', 'frame.len == 61', '-w', output));
	expect(essence(bytes)).toEqual(essence(writeCapture(plain)).slice(1, 2));
});
