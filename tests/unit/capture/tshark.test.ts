/** Captures of every scenario, flag off and on, as Wireshark’s own dissectors see them. */
import { describe, expect, test } from 'vitest';
import { captureOf } from '../../../src/lib/capture/runCapture.ts';
import { tracePackets, type Sighting } from '../../../src/lib/capture/packetTracer.ts';
import { pointName } from '../../../src/lib/capture/capturePoints.ts';
import { RULES } from '../../../src/lib/machines/rules.ts';
import { knobsOf, playWith, SCENARIO_IDS, SCENARIOS } from '../../../src/lib/scenarios/scenarios.ts';
import { recordsIn, type History } from '../../../src/lib/sim/history.ts';
import { writeCapture } from '../../../src/lib/wire/pcapng.ts';
import { temporaryFile, tshark, tsharkPath } from '../wire/tshark.ts';

const FIELDS = [
	'frame.interface_name',
	'frame.protocols',
	'ip.checksum.status',
	'tcp.checksum.status',
	'udp.checksum.status',
	'icmp.checksum.status',
	'_ws.malformed',
	'_ws.expert.severity',
	'frame.comment'
];
const CHECKED = ['ip', 'tcp', 'udp'].flatMap((protocol) => ['-o', `${protocol}.check_checksum:TRUE`]);
/** Wireshark’s PI_ERROR. */
const SEVERITY_ERROR = 0x800000;
const GOOD = '1';

interface Line {
	readonly interface: string;
	/** From the outside in, only what carries something. */
	readonly layers: readonly string[];
	readonly checksums: readonly string[];
	readonly malformed: string;
	readonly severities: readonly number[];
	readonly comment: string;
}

function dissected(history: History, ...how: readonly string[]): Line[] {
	const file = temporaryFile('run.pcapng', writeCapture(captureOf(history)));
	const printed = tshark(
		file,
		...how,
		...CHECKED,
		'-T',
		'fields',
		'-E',
		'separator=/t',
		...FIELDS.flatMap((field) => ['-e', field])
	);
	return printed
		.trimEnd()
		.split('\n')
		.map((line) => {
			const [
				name = '',
				protocols = '',
				ip = '',
				tcp = '',
				udp = '',
				icmp = '',
				malformed = '',
				severity = '',
				...comment
			] = line.split('\t');
			return {
				interface: name,
				layers: protocols
					.split(':')
					.filter((layer) => ['ip', 'tcp', 'udp', 'icmp', 'wg', 'dhcp', 'dns'].includes(layer)),
				checksums: [ip, tcp, udp, icmp].flatMap((statuses) => statuses.split(',')).filter(Boolean),
				malformed,
				severities: severity.split(',').filter(Boolean).map(Number),
				comment: comment.join('\t')
			};
		});
}

/** The layers that a sighting must show once every envelope is opened. */
function expectedLayers({ traced, point }: Sighting): string[] {
	const { packet, inner, seals, handshake } = traced;
	const envelope = ['ip', 'udp', 'wg'];
	if (point === 'betweenEnvelopes') return expectedLayers({ traced } as Sighting).slice(envelope.length);
	if (handshake) return envelope;
	if (inner) return [...seals.flatMap(() => envelope), ...expectedLayers({ traced: inner } as Sighting)];
	if (packet.purpose === 'lease') return ['ip', 'udp', 'dhcp'];
	if (packet.purpose === 'relayLookup') return ['ip', 'udp', 'dns'];
	return ['ip', packet.protocol];
}

/** What the records say: how many packets of each protocol passed either door, counted without looking at any capture. */
function countsInRecords(history: History): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { rule, component, event, carries } of recordsIn(history)) {
		if (component !== 'kernelRouter' || !carries) continue;
		const then = rule && RULES[rule].then;
		const door =
			event === 'packet.write' || then === 'utun'
				? 'utun4'
				: event === 'packet.inbound' || then === 'physicalInterface' || then === 'localNetwork'
					? 'en0'
					: null;
		if (!door) continue;
		const key = `${door} ${carries.protocol === 'wireguard' ? 'wg' : carries.protocol}`;
		counts[key] = (counts[key] ?? 0) + 1;
	}
	return counts;
}

function countsInLines(lines: readonly Line[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { interface: name, layers } of lines) {
		if (name !== 'utun4' && name !== 'en0') continue;
		const key = `${name} ${layers[2] === 'wg' ? 'wg' : layers[1]}`;
		counts[key] = (counts[key] ?? 0) + 1;
	}
	return counts;
}

describe.each(SCENARIO_IDS)('%s', (id) => {
	const scenario = SCENARIOS[id];
	test.skipIf(!tsharkPath).each([false, true])(
		`flag on is %s: Wireshark dissects and decrypts it without complaint${tsharkPath ? '' : ' (skipped: no tshark on this machine)'}`,
		{ timeout: 60_000 },
		(includeAllNetworks) => {
			const history = playWith(scenario, { ...knobsOf(scenario), includeAllNetworks });
			const { sightings } = tracePackets(history);
			const lines = dissected(history);
			expect(lines.map((line) => line.interface)).toEqual(sightings.map(({ point }) => pointName(point)));
			expect(lines.map(({ layers }) => layers.join(' '))).toEqual(
				sightings.map((sighting) => expectedLayers(sighting).join(' '))
			);
			expect(
				lines.filter(
					({ malformed, severities }) => malformed !== '' || severities.some((severity) => severity >= SEVERITY_ERROR)
				)
			).toEqual([]);
			expect(lines.flatMap(({ checksums }) => checksums).filter((status) => status !== GOOD)).toEqual([]);
			expect(lines.every(({ comment }) => comment !== '')).toBe(true);
			expect(countsInLines(lines)).toEqual(countsInRecords(history));
		}
	);
});

/** As Wireshark’s window does it: what the first look at all packets has shown is kept for the second. */
describe.skipIf(!tsharkPath)(
	`looked at twice${tsharkPath ? '' : ' (skipped: no tshark on this machine)'}`,
	{ timeout: 60_000 },
	() => {
		const opened = (history: History, isMeant: (sighting: Sighting) => boolean) => {
			const { sightings } = tracePackets(history);
			const lines = dissected(history, '-2').map(({ layers }) => layers.join(' '));
			expect(lines).toHaveLength(sightings.length);
			const meant = sightings.flatMap((sighting, i) =>
				isMeant(sighting) ? [[lines[i], expectedLayers(sighting).join(' ')]] : []
			);
			expect(meant.map(([seen]) => seen)).toEqual(meant.map(([, expected]) => expected));
			return meant.length;
		};

		test('the envelopes of one relay are open', () => {
			expect(opened(playWith(SCENARIOS.alive, knobsOf(SCENARIOS.alive)), () => true)).toBeGreaterThan(10);
		});

		test('of two relays the inner envelopes are open where they stand alone', () => {
			expect(
				opened(
					playWith(SCENARIOS['multihop-flag-on'], knobsOf(SCENARIOS['multihop-flag-on'])),
					({ point }) => point === 'betweenEnvelopes'
				)
			).toBe(6);
		});
	}
);
