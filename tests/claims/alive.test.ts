import { describe, expect, test } from 'vitest';
import { ADDRESSES } from '../../src/lib/machines/components.ts';
import { stateOf, tunnelContext } from '../../src/lib/sim/world.ts';
import {
	BOTH,
	claim,
	delivered,
	fatesOf,
	first,
	FIRST_SHIPPED,
	QUIET,
	RETURNS,
	run,
	settled,
	statesOf
} from './helpers.ts';

describe(claim('C04'), () => {
	test('the gateway has the address of the article', () => {
		expect(ADDRESSES.gateway).toBe('10.64.0.1');
	});

	test.each(BOTH)(
		'flag $flag: the app shows “connected” once the echo reply is back, and not before',
		({ includeAllNetworks }) => {
			const connected = run({ ...QUIET, includeAllNetworks }, ['connect']);
			const answered = first(connected, { type: 'packet.datagram', inner: 'probe', segment: 'reply' });
			expect(answered.packet?.inner).toMatchObject({ protocol: 'icmp', sender: 'gateway' });
			const shown = connected.records.find(({ moment }) => moment === 'Connected');
			expect(answered.step).toBeLessThan(shown?.step ?? -1);
			expect(connected.summary.machines.mainApp).toBe('connected');
		}
	);

	test.each(BOTH)(
		'flag $flag: when the system is told that it is up depends on the app’s code',
		({ includeAllNetworks }) => {
			const connected = run({ ...QUIET, includeAllNetworks }, ['connect']);
			const told = first(connected, { type: 'tunnel.up', from: 'tunnelProcess' }).step;
			const answered = first(connected, { type: 'packet.datagram', inner: 'probe', segment: 'reply' }).step;
			expect(told < answered).toBe(RETURNS === 'beforeHandshake');
		}
	);

	test.each(BOTH)('flag $flag: without a reply it blames the relay and tries the next', ({ includeAllNetworks }) => {
		const silent = run({ ...QUIET, includeAllNetworks }, ['relayDown', 'connect']);
		expect(statesOf(silent, 'tunnelProcess', 'process')).toEqual(
			expect.arrayContaining(['probing', 'tryingNextRelay'])
		);
		expect(new Set(silent.history.entries.map(({ world }) => tunnelContext(world).relayIndex)).size).toBe(
			ADDRESSES.relays.length
		);
		expect(delivered(silent, { type: 'tunnel.answered' })).toEqual([]);
		expect(silent.summary.machines.mainApp).toBe('connecting');
	});
});

describe(claim('C05'), () => {
	describe.each(['daita', 'quantum', 'both'] as const)('with the ephemeral peer %s', (ephemeralPeer) => {
		test.each(BOTH)(
			'flag $flag: TCP reaches the gateway through the tunnel before the first probe',
			({ includeAllNetworks }) => {
				const connected = run({ ...QUIET, includeAllNetworks, ephemeralPeer }, ['connect']);
				const asked = first(connected, { to: 'gateway', purpose: 'negotiation', segment: 'request' });
				expect(asked).toMatchObject({ from: 'relay', packet: { protocol: 'tcp' } });
				expect(asked.step).toBeLessThan(first(connected, { to: 'gateway', purpose: 'probe' }).step);
				expect(connected.summary.machines.mainApp).toBe('connected');
			}
		);
	});

	test('without an ephemeral peer there is no TCP of its own', () => {
		const connected = run({ ...QUIET, ephemeralPeer: 'none' }, ['connect']);
		expect(settled(connected, { purpose: 'negotiation' })).toEqual([]);
		expect(connected.summary.machines.mainApp).toBe('connected');
	});

	test('outside the tunnel nobody reaches that host', () => {
		const outside = run(QUIET, ['ping']);
		expect(fatesOf(outside, 'terminalPing')).toEqual(['refused']);
		expect(stateOf(outside.world, 'terminal')).toBe('timedOut');
	});
});

describe(claim('C06'), () => {
	const makers = (run: Parameters<typeof settled>[0]) =>
		new Set(
			run.records.flatMap(({ carries }) =>
				carries?.segment !== 'reply' && ['probe', 'negotiation'].includes(carries?.purpose ?? '')
					? [carries?.sender]
					: []
			)
		);

	test.each(BOTH)('flag $flag: no packet is ever made by the app', ({ includeAllNetworks }) => {
		const tried = run({ ...FIRST_SHIPPED, includeAllNetworks, ephemeralPeer: 'both' }, ['connect']);
		expect(makers(tried)).toContain('tunnelProcess');
		expect(makers(tried)).not.toContain('mainApp');
		expect(tried.messages.filter(({ from, packet }) => from === 'mainApp' && packet)).toEqual([]);
	});

	test.each(BOTH)('flag $flag: when the tunnel process crashes, the app is still there', ({ includeAllNetworks }) => {
		const crashed = run({ ...QUIET, includeAllNetworks, onDemand: false }, ['connect', 'crash']);
		expect(crashed.summary.machines).toMatchObject({ tunnelProcess: 'absent', mainApp: 'idle' });
	});
});

describe(claim('C07'), () => {
	describe.each(BOTH)('flag $flag', ({ includeAllNetworks }) => {
		const probed = run({ ...FIRST_SHIPPED, includeAllNetworks }, ['connect']);
		const negotiated = run({ ...FIRST_SHIPPED, includeAllNetworks, ephemeralPeer: 'both' }, ['connect']);

		test('the echo request is made by a BSD socket that is bound to utun', () => {
			const sent = first(probed, { type: 'packet.send', from: 'tunnelProcess', purpose: 'probe' });
			expect(sent.packet).toMatchObject({ protocol: 'icmp', api: 'bsdSocket', boundTo: 'utun' });
		});

		test('the TCP segments are made by NWTCPConnection, bound to utun as well', () => {
			const sent = first(negotiated, { type: 'packet.send', from: 'tunnelProcess', purpose: 'negotiation' });
			expect(sent.packet).toMatchObject({ protocol: 'tcp', api: 'NWTCPConnection', boundTo: 'utun' });
		});

		test('neither ever leaves the phone outside an envelope', () => {
			for (const tried of [probed, negotiated]) {
				const left = tried.messages.filter(
					({ from, event }) => from === 'kernelRouter' && event.type === 'packet.arrive'
				);
				expect(left.map(({ packet }) => packet?.purpose)).not.toContain('probe');
				expect(left.map(({ packet }) => packet?.purpose)).not.toContain('negotiation');
			}
		});
	});
});

describe(claim('C08'), () => {
	test.each(['bsdSocket', 'nwConnection', 'userspaceStack'] as const)(
		'flag off, %s: the connection is ready, the echo is answered, the app is connected',
		(transport) => {
			const connected = run({ ...QUIET, includeAllNetworks: false, transport, ephemeralPeer: 'both' }, ['connect']);
			expect(statesOf(connected, 'tunnelProcess', 'tcpConnection')).toContain('ready');
			expect(settled(connected, { purpose: 'probe', destination: 'tunnelProcess' })).toMatchObject([
				{ protocol: 'icmp', fate: 'delivered' }
			]);
			expect(connected.summary).toMatchObject({
				connectivity: 'tunnel',
				vanished: 0,
				machines: { mainApp: 'connected' }
			});
		}
	);

	test.each(['bsdSocket', 'nwConnection'] as const)('flag on, %s: the same acts do not get there', (transport) => {
		const tried = run({ ...QUIET, includeAllNetworks: true, transport, ephemeralPeer: 'both' }, ['connect']);
		expect(tried.summary).toMatchObject({ connectivity: 'none', machines: { mainApp: 'connecting' } });
	});
});
