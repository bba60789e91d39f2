import { describe, expect, test } from 'vitest';
import { RELEASED_APP } from '../../src/lib/machines/knobs.ts';
import { BOTH, claim, delivered, fatesOf, first, QUIET, run, statesOf, type Run } from './helpers.ts';

/** What the tunnel process hands to the kernel. */
const handedToKernel = (run: Run) => delivered(run, { type: 'packet.send', from: 'tunnelProcess' });
const withPeer = { ...QUIET, transport: 'userspaceStack', ephemeralPeer: 'both' } as const;

describe(claim('C21'), () => {
	test.each(BOTH)(
		'flag $flag: the kernel gets envelopes only, and the echo request is inside one',
		({ includeAllNetworks }) => {
			const connected = run({ ...QUIET, includeAllNetworks }, ['connect']);
			expect(new Set(handedToKernel(connected).map(({ packet }) => packet?.protocol))).toEqual(new Set(['wireguard']));
			expect(delivered(connected, { type: 'packet.send', inner: 'probe' })).toHaveLength(1);
			expect(delivered(connected, { type: 'packet.read', purpose: 'probe' })).toEqual([]);
		}
	);

	test.each(BOTH)(
		'flag $flag: with multihop an envelope is put into another one in the same way',
		({ includeAllNetworks }) => {
			const opened = run({ ...QUIET, includeAllNetworks, multihop: true }, ['connect', 'safari']);
			const envelopes = handedToKernel(opened).flatMap(({ packet }) => (packet?.inner ? [packet] : []));
			// The exit’s handshake goes first, inside the entry’s tunnel; from then on there are two.
			expect(envelopes.map(({ inner, layers }) => [inner?.purpose, layers])).toEqual([
				['handshake', 1],
				['probe', 2],
				['page', 2]
			]);
			expect(fatesOf(opened, 'page')).toEqual(['delivered']);
		}
	);
});

describe(claim('C22'), () => {
	test.each(BOTH)(
		'flag $flag: a TCP connection of the stack is ready and has its answer, the kernel none the wiser',
		({ includeAllNetworks }) => {
			const connected = run({ ...withPeer, includeAllNetworks }, ['connect']);
			expect(statesOf(connected, 'tunnelProcess', 'tcpConnection')).toEqual([
				'none',
				'preparing',
				'ready',
				'cancelled'
			]);
			expect(
				delivered(connected, { to: 'gateway', purpose: 'negotiation' }).map(({ packet }) => packet?.segment)
			).toEqual(['SYN', 'request', 'FIN, ACK', 'ACK']);
			expect(delivered(connected, { from: 'tunnelProcess', purpose: 'negotiation' })).toEqual([]);
		}
	);
});

describe(claim('C23'), () => {
	describe.each(BOTH)('flag $flag', ({ includeAllNetworks }) => {
		const opened = run({ ...QUIET, includeAllNetworks }, ['connect', 'safari']);

		test('a packet read from utun and one of the stack leave in the same kind of envelope, for the same relay', () => {
			const [page, probe] = (['page', 'probe'] as const).map(
				(inner) => first(opened, { type: 'packet.arrive', to: 'relay', inner }).packet
			);
			expect({ ...page, inner: null }).toEqual({ ...probe, inner: null });
		});

		test('answers part again: the page’s is written to utun, the probe’s stays in the process', () => {
			expect(delivered(opened, { type: 'packet.datagram', inner: 'page' })).toHaveLength(1);
			expect(delivered(opened, { type: 'packet.datagram', inner: 'probe' })).toHaveLength(1);
			expect(delivered(opened, { type: 'packet.write' }).map(({ packet }) => packet?.purpose)).toEqual(['page']);
			expect(fatesOf(opened, 'probe')).toEqual(['delivered']);
		});
	});
});

describe(claim('C24'), () => {
	describe.each(BOTH)('flag $flag', ({ includeAllNetworks }) => {
		test.each([
			{ multihop: false, ephemeralPeer: 'none', needed: 0 },
			{ multihop: true, ephemeralPeer: 'none', needed: 0 },
			{ multihop: false, ephemeralPeer: 'both', needed: 1 },
			{ multihop: true, ephemeralPeer: 'daita', needed: 2 },
			{ multihop: true, ephemeralPeer: 'both', needed: 2 }
		] as const)('multihop $multihop, ephemeral peer $ephemeralPeer: $needed', ({ multihop, ephemeralPeer, needed }) => {
			const connected = run({ ...QUIET, includeAllNetworks, multihop, ephemeralPeer }, ['connect']);
			expect(delivered(connected, { to: 'gateway', purpose: 'negotiation', segment: 'SYN' })).toHaveLength(needed);
			expect(connected.summary.machines.mainApp).toBe('connected');
		});
	});
});

describe(claim('C25'), () => {
	test('the released app of the article has the stack, and the flag off', () => {
		expect(RELEASED_APP).toMatchObject({ transport: 'userspaceStack', includeAllNetworks: false });
	});

	test.each(BOTH)('flag $flag: it connects, negotiates and carries everybody’s traffic', ({ includeAllNetworks }) => {
		const opened = run({ ...withPeer, includeAllNetworks }, ['connect', 'safari', 'ping', 'push']);
		expect(opened.summary).toMatchObject({
			connectivity: 'tunnel',
			vanished: 0,
			leaked: 0,
			machines: { mainApp: 'connected' }
		});
		for (const purpose of ['probe', 'negotiation', 'page', 'terminalPing', 'push'] as const) {
			expect(fatesOf(opened, purpose), purpose).toEqual(['delivered']);
		}
	});

	test('the kind that shipped first differs: flag off it connects as well, flag on it does not', () => {
		const [off, on] = BOTH.map(({ includeAllNetworks }) =>
			run({ ...withPeer, transport: 'bsdSocket', includeAllNetworks }, ['connect'])
		);
		expect([off?.summary.connectivity, on?.summary.connectivity]).toEqual(['tunnel', 'none']);
	});
});
