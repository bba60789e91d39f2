import { describe, expect, test } from 'vitest';
import { refuseKnobs, RELEASED_APP } from '../../src/lib/machines/knobs.ts';
import { claim, delivered, fatesOf, first, QUIET, run, settled, statesOf } from './helpers.ts';

const nwConnection = { ...QUIET, transport: 'nwConnection', iosVersion: 18, ephemeralPeer: 'both' } as const;

describe(claim('C13'), () => {
	test('flag off: the connection is ready, and the app is connected', () => {
		const connected = run({ ...nwConnection, includeAllNetworks: false }, ['connect']);
		expect(first(connected, { type: 'packet.send', purpose: 'negotiation' }).packet).toMatchObject({
			api: 'NWConnection',
			boundTo: 'utun'
		});
		expect(statesOf(connected, 'tunnelProcess', 'tcpConnection')).toContain('ready');
		expect(connected.summary.machines.mainApp).toBe('connected');
	});

	test('flag on: it waits and vanishes exactly as NWTCPConnection does', () => {
		const newer = run({ ...nwConnection, includeAllNetworks: true }, ['connect']);
		const older = run({ ...nwConnection, transport: 'bsdSocket', includeAllNetworks: true }, ['connect']);
		expect(statesOf(newer, 'tunnelProcess', 'tcpConnection')).toEqual(
			statesOf(older, 'tunnelProcess', 'tcpConnection')
		);
		expect(statesOf(newer, 'tunnelProcess', 'tcpConnection')).not.toContain('ready');
		expect(fatesOf(newer, 'negotiation')).toEqual(['vanished']);
		expect(newer.summary).toEqual(older.summary);
	});
});

describe(claim('C14'), () => {
	test.each([15, 16, 17] as const)(
		'iOS %i has no virtualInterface, so the transport is refused there',
		(iosVersion) => {
			expect(refuseKnobs({ ...RELEASED_APP, transport: 'nwConnection', iosVersion })).toContain('iOS 18');
		}
	);

	test('iOS 18 has it', () => {
		expect(refuseKnobs({ ...RELEASED_APP, transport: 'nwConnection', iosVersion: 18 })).toBeNull();
	});

	test.each(['bsdSocket', 'userspaceStack', 'noProbes'] as const)('%s connects on iOS 15', (transport) => {
		expect(run({ ...QUIET, iosVersion: 15, transport }, ['connect']).summary.machines.mainApp).toBe('connected');
	});
});

describe(claim('C15'), () => {
	test('flag on: without probes there is a tunnel all the same', () => {
		const connected = run({ ...QUIET, includeAllNetworks: true, transport: 'noProbes' }, ['connect']);
		expect(connected.summary).toMatchObject({ connectivity: 'tunnel', vanished: 0 });
	});

	test.each(['daita', 'quantum', 'both'] as const)(
		'nobody who sends nothing can have the ephemeral peer %s',
		(ephemeralPeer) => {
			expect(refuseKnobs({ ...RELEASED_APP, transport: 'noProbes', ephemeralPeer })).toContain('ephemeral peer');
		}
	);

	test.each(['daita', 'quantum', 'both'] as const)(
		'flag on: while TCP vanishes, %s is never negotiated, and not even a probe is reached',
		(ephemeralPeer) => {
			const tried = run({ ...QUIET, includeAllNetworks: true, transport: 'bsdSocket', ephemeralPeer }, ['connect']);
			expect(delivered(tried, { to: 'gateway' })).toEqual([]);
			expect(settled(tried, { purpose: 'probe' })).toEqual([]);
			expect(statesOf(tried, 'tunnelProcess', 'process')).not.toContain('probing');
			expect(tried.summary.connectivity).toBe('none');
		}
	);

	test('flag off: the same app negotiates and connects', () => {
		const connected = run({ ...QUIET, includeAllNetworks: false, transport: 'bsdSocket', ephemeralPeer: 'both' }, [
			'connect'
		]);
		expect(fatesOf(connected, 'negotiation')).toEqual(['delivered']);
		expect(connected.summary.connectivity).toBe('tunnel');
	});
});
