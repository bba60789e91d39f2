import { describe, expect, test } from 'vitest';
import { leavesOf } from '../../src/lib/sim/world.ts';
import { BOTH, claim, delivered, fatesOf, FIRST_SHIPPED, run, settled, statesOf } from './helpers.ts';

const on = { ...FIRST_SHIPPED, includeAllNetworks: true };
const off = { ...FIRST_SHIPPED, includeAllNetworks: false };

describe(claim('C09'), () => {
	const tried = run(on, ['connect']);
	const sent = delivered(tried, { type: 'packet.send', from: 'tunnelProcess', purpose: 'probe' });

	test('flag on: every echo request vanishes', () => {
		expect(sent.length).toBeGreaterThan(5);
		expect(fatesOf(tried, 'probe')).toEqual(['vanished']);
		expect(settled(tried, { purpose: 'probe' })).toHaveLength(sent.length);
	});

	test('flag on: each time sendmsg reports success, and never an error', () => {
		expect(delivered(tried, { type: 'send.ok', to: 'tunnelProcess', purpose: 'probe' })).toHaveLength(sent.length);
		expect(delivered(tried, { type: 'send.error' })).toEqual([]);
	});

	test('flag on: nobody outside hears of it, so no reply can come', () => {
		expect(delivered(tried, { to: 'gateway' })).toEqual([]);
		expect(delivered(tried, { to: 'relay' })).toEqual([]);
		expect(delivered(tried, { to: 'tunnelProcess', segment: 'reply' })).toEqual([]);
		expect(tried.summary.machines.mainApp).toBe('connecting');
	});

	test('flag off: the same request is answered', () => {
		expect(fatesOf(run(off, ['connect']), 'probe')).toEqual(['delivered']);
	});
});

describe(claim('C10'), () => {
	const tried = run({ ...on, ephemeralPeer: 'both' }, ['connect']);

	test('flag on: it prepares, waits, and is never ready; what ends the waiting is the app that gives the relay up', () => {
		const states = statesOf(tried, 'tunnelProcess', 'tcpConnection');
		expect(new Set(states)).toEqual(new Set(['none', 'preparing', 'waiting', 'cancelled']));
		const afterWaiting = states.filter((_, at) => states[at - 1] === 'waiting');
		expect(new Set(afterWaiting)).toEqual(new Set(['cancelled']));
		const givenUp = tried.records.filter(({ reason }) => reason === 'tunnel.givesUpNegotiation');
		expect(givenUp).toHaveLength(afterWaiting.length);
	});

	test('flag on: no SYN arrives anywhere, and none is answered with an error', () => {
		expect(fatesOf(tried, 'negotiation')).toEqual(['vanished']);
		expect(delivered(tried, { type: 'send.error' })).toEqual([]);
	});

	test('flag off: the same connection is ready and does its work', () => {
		const connected = run({ ...off, ephemeralPeer: 'both' }, ['connect']);
		expect(statesOf(connected, 'tunnelProcess', 'tcpConnection')).toEqual(['none', 'preparing', 'ready', 'cancelled']);
	});

	test.each(BOTH)(
		'flag $flag: a relay that is down keeps it waiting too, so waiting by itself proves nothing',
		({ includeAllNetworks }) => {
			const silent = run({ ...FIRST_SHIPPED, includeAllNetworks, ephemeralPeer: 'both' }, ['relayDown', 'connect']);
			expect(
				silent.history.entries.some(({ world }) =>
					leavesOf(world.machines.tunnelProcess.value).includes('tcpConnection.waiting')
				)
			).toBe(true);
			expect(statesOf(silent, 'tunnelProcess', 'tcpConnection')).not.toContain('ready');
		}
	);
});
