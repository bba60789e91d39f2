/** Packets that are no messages of WireGuard, in bytes. */
import { expect, test } from 'vitest';
import { MAC } from '../../../src/lib/capture/addresses.ts';
import { frameOf } from '../../../src/lib/capture/frames.ts';
import { tracePackets } from '../../../src/lib/capture/packetTracer.ts';
import { encodePacket } from '../../../src/lib/capture/encodePacket.ts';
import { Sealer } from '../../../src/lib/capture/sealer.ts';
import { knobsOf, play, playWith, SCENARIOS } from '../../../src/lib/scenarios/scenarios.ts';
import { lessonRun } from '../../../src/lib/scenarios/lessons.ts';
import { parseDhcp } from '../../../src/lib/wire/dhcp.ts';
import { parseEthernet } from '../../../src/lib/wire/ethernet.ts';
import { parseIcmp } from '../../../src/lib/wire/icmp.ts';
import { parseIpv4 } from '../../../src/lib/wire/ipv4.ts';
import { parseUdp } from '../../../src/lib/wire/udp.ts';

const observation = tracePackets(lessonRun('missing-ping-flag-off'));

test('a lease is asked for and offered to everybody, as the phone says that it has to be', () => {
	const seen = observation.sightings.filter(({ traced }) => traced.packet.purpose === 'lease');
	expect(seen).toHaveLength(2);
	for (const sighting of seen) {
		const { destination, payload } = parseEthernet(frameOf(sighting, encodePacket(sighting.traced, observation.doors)));
		const ip = parseIpv4(payload);
		expect(destination).toBe(MAC.everybody);
		expect(ip.destination).toBe('255.255.255.255');
		expect(parseDhcp(parseUdp(ip.payload).payload).broadcast).toBe(true);
	}
});

test('answers from the room and from the gateway have passed no router, those from further away some', () => {
	const sealer = new Sealer(observation);
	const lives = (from: string) => [
		...new Set(
			observation.traced
				.filter(({ packet }) => packet.sender === from)
				.map((traced) => parseIpv4(sealer.packetOf(traced)).timeToLive)
		)
	];
	expect([lives('accessPoint'), lives('gateway'), lives('relay'), lives('internet')]).toEqual([[64], [64], [57], [57]]);
});

test('the sequence numbers of a socket’s echo requests follow each other', () => {
	const { traced, doors } = tracePackets(lessonRun('missing-ping-flag-on'));
	const numbers = traced
		.filter(({ packet }) => packet.protocol === 'icmp')
		.map((each) => {
			const message = parseIcmp(parseIpv4(encodePacket(each, doors)).payload);
			return message.kind === 'other' ? null : message.sequenceNumber;
		});
	expect(numbers).toEqual(numbers.map((_, i) => i + 1));
	expect(numbers.length).toBeGreaterThan(4);
});

test.each([
	['the old pinger’s echo request is a bare header, with its identifier', 'probes-flag-off', 757, 0],
	['the userspace stack’s echo request has sixteen bytes more', 'released-app', 20_240, 16]
] as const)('%s', (_, scenario, identifier, bytes) => {
	const { traced, doors } = tracePackets(play(SCENARIOS[scenario]));
	const probes = traced.filter(({ packet }) => packet.protocol === 'icmp');
	expect(probes.length).toBeGreaterThan(1);
	for (const probe of probes)
		expect(parseIcmp(parseIpv4(encodePacket(probe, doors)).payload)).toMatchObject({
			identifier,
			data: { length: bytes }
		});
});

test.each([
	['daita', 0],
	['quantum', 1]
] as const)('a peer for %s brings a new pair of keys, and %d preshared keys', (ephemeralPeer, presharedKeys) => {
	const run = playWith(SCENARIOS['userspace-flag-off'], {
		...knobsOf(SCENARIOS['userspace-flag-off']),
		ephemeralPeer
	});
	const keys = new Sealer(tracePackets(run)).keyLog();
	const valuesOf = (name: string) =>
		new Set([...keys.matchAll(new RegExp(`^${name} *= *(.+)$`, 'gm'))].map(([, v]) => v));
	expect(valuesOf('LOCAL_STATIC_PRIVATE_KEY').size).toBe(2);
	expect(valuesOf('PRESHARED_KEY').size).toBe(presharedKeys);
});

test('what an opened envelope shows is, to the byte, what was sealed', () => {
	const { traced, doors, ...rest } = tracePackets(play(SCENARIOS['multihop-flag-on']));
	const sealer = new Sealer({ traced, doors, ...rest });
	const nested = traced.filter(({ seals }) => seals.length === 2);
	expect(nested.length).toBeGreaterThan(0);
	for (const each of nested)
		expect(parseIpv4(sealer.openedLayers(each)[0] ?? new Uint8Array()).identification).toBe(
			parseIpv4(sealer.packetOf(each)).identification
		);
});
