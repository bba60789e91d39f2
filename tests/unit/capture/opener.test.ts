/** Our own captures, opened with the keys that are in them. */
import { describe, expect, test } from 'vitest';
import { captureOf } from '../../../src/lib/capture/runCapture.ts';
import { tracePackets } from '../../../src/lib/capture/packetTracer.ts';
import { Sealer } from '../../../src/lib/capture/sealer.ts';
import { linkTypeOf } from '../../../src/lib/capture/frames.ts';
import { play, SCENARIOS } from '../../../src/lib/scenarios/scenarios.ts';
import { LINKTYPE } from '../../../src/lib/wire/capture.ts';
import type { LinkType } from '../../../src/lib/wire/dissect.ts';
import { Opener } from '../../../src/lib/wire/opener.ts';
import { withPadding } from '../../../src/lib/wire/padding.ts';

const LINKS: Readonly<Record<number, LinkType>> = {
	[LINKTYPE.ETHERNET]: 'ethernet',
	[LINKTYPE.LOOP]: 'loop',
	[LINKTYPE.IPV4]: 'ipv4'
};

describe.each([
	['one relay', play(SCENARIOS['probes-flag-off'])],
	['two relays, one envelope in the other', play(SCENARIOS['multihop-flag-on'])],
	['a negotiated preshared key', play(SCENARIOS['two-peers-flag-on'])]
])('with %s', (_, history) => {
	const observation = tracePackets(history);
	const sealer = new Sealer(observation);
	const capture = captureOf(history);
	const packets = [...capture.packets].map(({ bytes }, i) => ({
		bytes,
		link: LINKS[linkTypeOf(observation.sightings[i]!.point)]!,
		traced: observation.sightings[i]!.traced,
		point: observation.sightings[i]!.point
	}));

	test('every envelope opens to what was put in, layer by layer', () => {
		const opener = new Opener(capture.secrets!);
		for (const { bytes, link } of packets) opener.hear(bytes, link);
		const envelopes = packets.filter(({ traced }) => traced.inner);
		expect(envelopes.length).toBeGreaterThan(0);
		for (const { bytes, link, traced, point } of envelopes) {
			const opened: Uint8Array[] = [];
			for (let next = opener.open(bytes, link); next; next = opener.open(next, 'ipv4')) opened.push(next);
			// Between two envelopes the outer one is off already.
			expect(opened).toEqual(
				sealer
					.openedLayers(traced)
					.slice(point === 'betweenEnvelopes' ? 1 : 0)
					.map((layer) => withPadding(layer))
			);
		}
	});

	test('without the right keys none does, and nothing is thrown', () => {
		for (const keys of [
			'',
			'LOCAL_STATIC_PRIVATE_KEY = nonsense',
			capture.secrets!.replaceAll(/(EPHEMERAL_PRIVATE_KEY = )..../g, '$1AAAA')
		]) {
			const opener = new Opener(keys);
			for (const { bytes, link } of packets) opener.hear(bytes, link);
			expect(packets.every(({ bytes, link }) => opener.open(bytes, link) === null)).toBe(true);
		}
	});
});
