import { describe, expect, test } from 'vitest';
import { kernelContext } from '../../src/lib/sim/world.ts';
import { claim, delivered, fatesOf, first, more, QUIET, run, settled } from './helpers.ts';

describe(claim('C01'), () => {
	describe.each(['localNet', 'serverIp'] as const)('%s', (network) => {
		test('flag off: the page leaves in the clear although the app is connected', () => {
			const opened = run({ ...QUIET, network, includeAllNetworks: false }, ['connect', 'safari']);
			expect(opened.summary.machines.mainApp).toBe('connected');
			expect(settled(opened, { purpose: 'page', fate: 'leaked' })).toHaveLength(1);
			expect(delivered(opened, { type: 'packet.read', purpose: 'page' })).toEqual([]);
		});

		test('flag on: it goes through the tunnel', () => {
			const opened = run({ ...QUIET, network, includeAllNetworks: true }, ['connect', 'safari']);
			expect(fatesOf(opened, 'page')).toEqual(['delivered']);
			expect(opened.summary).toMatchObject({ connectivity: 'tunnel', leaked: 0 });
		});
	});

	test('LocalNet, flag on: excludeLocalNetworks lets the lie work again, and the access point reads along', () => {
		const opened = run({ ...QUIET, network: 'localNet', includeAllNetworks: true, excludeLocalNetworks: true }, [
			'connect',
			'safari'
		]);
		expect(first(opened, { to: 'accessPoint', purpose: 'page' }).from).toBe('kernelRouter');
		expect(opened.summary.leaked).toBe(1);
	});

	test.each([false, true])('an honest network leaks neither way, excludeLocalNetworks %s', (excludeLocalNetworks) => {
		for (const includeAllNetworks of [false, true]) {
			const opened = run({ ...QUIET, includeAllNetworks, excludeLocalNetworks }, ['connect', 'safari']);
			expect(opened.summary).toMatchObject({ connectivity: 'tunnel', leaked: 0 });
		}
	});
});

describe(claim('C03'), () => {
	test('flag on, tunnel down: a DHCP request passes where a page is held', () => {
		// With an app that says that it is up on the first reply only, of which there is none.
		const knobs = { ...QUIET, includeAllNetworks: true, startTunnelReturns: 'onReply' } as const;
		const before = run(knobs, ['connect', 'relayDown', 'reboot']);
		expect(kernelContext(before.world).inForce?.includeAllNetworks).toBe(true);
		const lease = before.records.filter(({ rule }) => rule === 'systemExempt');
		expect(lease).toMatchObject([
			{ from: 'tunnelDown', evidence: 'documented', packet: { purpose: 'lease', fate: 'exempt' } }
		]);
		expect(fatesOf(more(before, 'safari'), 'page')).toEqual(['held']);
	});

	test('flag on: the envelopes of the VPN itself pass as well', () => {
		const opened = run({ ...QUIET, includeAllNetworks: true }, ['connect', 'safari']);
		expect(settled(opened, { purpose: 'envelope' }).map(({ fate }) => fate)).toContain('exempt');
	});
});

describe('without a VPN in force', () => {
	const withoutVpn = (acts: Parameters<typeof run>[1]) =>
		run({ ...QUIET, includeAllNetworks: true, onDemand: false }, acts).records.filter(
			({ rule, carries }) => rule === 'noVpn' && carries?.purpose === 'page'
		);

	test('what somebody sends is a leak when an update has ended the session unannounced: they believe to be protected', () => {
		expect(withoutVpn(['connect', 'update', 'safari'])).toMatchObject([
			{
				packet: { fate: 'leaked' },
				moment: 'A leak',
				text: expect.stringMatching(
					/leaves by the physical interface\. The person still believes they are protected\.$/
				) as string
			}
		]);
	});

	test.each([[['safari']], [['connect', 'disconnect', 'safari']], [['connect', 'removeProfile', 'safari']]] as const)(
		'it is none after %j: they know',
		(acts) => {
			expect(withoutVpn([...acts])).toMatchObject([{ packet: null, moment: null }]);
		}
	);
});
