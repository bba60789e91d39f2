import { describe, expect, test } from 'vitest';
import { RETRANSMISSION_TIMEOUT_MS } from '../../../src/lib/machines/timings.ts';
import { delivered, FIRST_SHIPPED, run, runAt, statesOf } from '../../claims/helpers.ts';

const WITH_PEER = { ...FIRST_SHIPPED, ephemeralPeer: 'quantum' } as const;
const handedOver = { type: 'packet.send', from: 'tunnelProcess', purpose: 'negotiation' } as const;
const segments = (of: ReturnType<typeof delivered>) => of.map(({ packet }) => packet?.segment);

describe.each(['bsdSocket', 'nwConnection', 'userspaceStack'] as const)('a TCP connection made by %s', (transport) => {
	const connected = run({ ...WITH_PEER, transport }, ['connect']);

	test('opens, asks, closes and is done, in the states of RFC 9293', () => {
		expect(statesOf(connected, 'tunnelProcess', 'tcp.')).toEqual([
			'closed',
			'synSent',
			'established',
			'finWait',
			'timeWait'
		]);
	});

	test('reaches the gateway as SYN, data, FIN and the last ACK, and three of them are answered', () => {
		expect(segments(delivered(connected, { to: 'gateway', purpose: 'negotiation' }))).toEqual([
			'SYN',
			'request',
			'FIN, ACK',
			'ACK'
		]);
		expect(
			segments(delivered(connected, { type: 'packet.receive', to: 'tunnelProcess', purpose: 'negotiation' })).length +
				segments(delivered(connected, { type: 'packet.datagram', inner: 'negotiation' })).length
		).toBeGreaterThanOrEqual(3);
	});
});

test('flag on: the SYN is sent again after one second, then two, then four, and each one vanishes', () => {
	const tried = run({ ...WITH_PEER, includeAllNetworks: true }, ['connect']);
	// A relay gets 4 s at first: time for the SYN and two more. The second one gets 8 s, and so on.
	const firstTry = delivered(tried, handedOver).filter(({ atMs }, _, all) => atMs < (all[0]?.atMs ?? 0) + 4_000);
	const gaps = firstTry.slice(1).map(({ atMs }, i) => atMs - (firstTry[i]?.atMs ?? 0));
	expect(gaps).toEqual(RETRANSMISSION_TIMEOUT_MS.slice(0, gaps.length));
	expect(gaps.length).toBe(2);
	const fates = tried.records.flatMap(({ packet }) => (packet?.purpose === 'negotiation' ? [packet.fate] : []));
	expect(new Set(fates)).toEqual(new Set(['vanished']));
	expect(fates).toHaveLength(delivered(tried, handedOver).length);
});

test.each(['bsdSocket', 'userspaceStack'] as const)(
	'%s: into silence, data and FIN are sent again as well',
	(transport) => {
		const all = ['SYN', 'request', 'FIN, ACK'] as const;
		for (const lost of all) {
			const connected = runAt({ ...WITH_PEER, transport }, [[100, 'connect']]);
			const at = delivered(connected, { to: 'gateway', purpose: 'negotiation', segment: lost })[0]?.atMs ?? 0;
			// The relays are down when this segment gets to them, and up again before TCP sends once more.
			const hindered = runAt({ ...WITH_PEER, transport }, [
				[100, 'connect'],
				[at - 15, 'relayDown'],
				[at + 900, 'relayUp']
			]);
			expect(segments(delivered(hindered, { to: 'gateway', purpose: 'negotiation' })), lost).toEqual([
				'SYN',
				'request',
				'FIN, ACK',
				'ACK'
			]);
			expect(hindered.summary.machines.mainApp, lost).toBe('connected');
		}
	}
);

test('another peer, another handshake: the preshared key of the new one counts from there on', () => {
	expect(delivered(run(WITH_PEER, ['connect']), { to: 'relay', purpose: 'handshake' })).toHaveLength(2);
	expect(delivered(run(FIRST_SHIPPED, ['connect']), { to: 'relay', purpose: 'handshake' })).toHaveLength(1);
});

test('multihop shakes hands twice: with the entry, and through it with the exit', () => {
	const connected = run({ ...FIRST_SHIPPED, multihop: true }, ['connect']);
	expect(
		delivered(connected, { type: 'packet.arrive', to: 'relay', purpose: 'handshake' }).map(
			({ event }) => 'from' in event && event.from
		)
	).toEqual(['kernelRouter', 'relay']);
	expect(delivered(connected, { type: 'packet.datagram', inner: 'probe' }).map(({ packet }) => packet?.layers)).toEqual(
		[2]
	);
});
