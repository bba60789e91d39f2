/** A packet taken apart: which addresses its layers have, and which of them are sealed. */
import { describe, expect, test } from 'vitest';
import { ADDRESSES } from '../../../src/lib/machines/components.ts';
import type { Packet } from '../../../src/lib/machines/packets.ts';
import { layersOf } from '../../../src/lib/scene/protocolLayers.ts';

const PAGE: Packet = { protocol: 'tcp', purpose: 'page', sender: 'safari', destination: 'website', segment: 'request' };
const inEnvelopes = (layers: number): Packet => ({
	protocol: 'wireguard',
	purpose: 'envelope',
	sender: 'tunnelProcess',
	destination: 'relay',
	segment: 'request',
	inner: PAGE,
	layers
});

describe('a page request', () => {
	test('in the clear it is one open layer, from the phone’s address in the Wi-Fi', () => {
		expect(layersOf(PAGE, 0, false)).toMatchObject([
			{ name: 'TCP', from: ADDRESSES.lan.phone, to: ADDRESSES.website, sealed: false }
		]);
	});

	test('in its envelope only the phone and the relay can be seen; inside it has the phone’s tunnel address', () => {
		expect(layersOf(inEnvelopes(1), 1, false)).toMatchObject([
			{ from: ADDRESSES.lan.phone, to: ADDRESSES.relays[1], sealed: true },
			{ name: 'TCP', from: ADDRESSES.phoneInTunnel, to: ADDRESSES.website, sealed: false }
		]);
	});

	test('with multihop there is an envelope for the exit in the envelope for the entry', () => {
		const [entry, exit, page] = layersOf(inEnvelopes(2), 0, false);
		expect(entry).toMatchObject({ to: ADDRESSES.relays[0], sealed: true });
		expect(exit).toMatchObject({ from: ADDRESSES.phoneInTunnel, to: ADDRESSES.relays[1], sealed: true });
		expect(page?.sealed).toBe(false);
	});
});

test('a probe names the API that made it', () => {
	const probe: Packet = {
		protocol: 'icmp',
		purpose: 'probe',
		sender: 'tunnelProcess',
		destination: 'gateway',
		segment: 'request',
		api: 'bsdSocket',
		boundTo: 'utun'
	};
	expect(layersOf(probe, 0, true)).toMatchObject([
		{ name: 'ICMP', from: ADDRESSES.phoneInTunnel, to: ADDRESSES.gateway }
	]);
	expect(layersOf(probe, 0, true)[0]?.says).toContain('a BSD socket');
});
