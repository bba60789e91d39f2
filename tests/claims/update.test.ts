import { describe, expect, test } from 'vitest';
import { atRest } from '../../src/lib/sim/history.ts';
import { kernelContext, sessionContext, stateOf } from '../../src/lib/sim/world.ts';
import { BOTH, claim, delivered, fatesOf, first, meanwhile, more, QUIET, run, settled, type Run } from './helpers.ts';

const off = { ...QUIET, includeAllNetworks: false };
const on = { ...QUIET, includeAllNetworks: true };

/** The steps at which the tunnel that is updated goes down and the new one comes up. */
const without = (run: Run): [number, number] => [
	delivered(run, { type: 'tunnel.down' }).at(0)?.step ?? Infinity,
	delivered(run, { type: 'tunnel.up', to: 'kernelRouter' }).at(-1)?.step ?? Infinity
];

describe(claim('C26'), () => {
	const waiters = ['safari', 'terminal', 'pushNotifications'] as const;

	test('flag on: connections of others wait until the tunnel process has spoken, are ready then, and are served', () => {
		const connected = meanwhile(run(on, []), 'connect', 100, 'safari', 'ping', 'push');
		const signal = first(connected, { type: 'tunnel.up', from: 'tunnelProcess' }).step;
		for (const to of waiters) {
			expect(first(connected, { type: 'connection.waiting', to }).step).toBeLessThan(signal);
			expect(first(connected, { type: 'connection.ready', to }).step).toBeGreaterThan(signal);
		}
		for (const purpose of ['page', 'terminalPing', 'push'] as const)
			expect(fatesOf(connected, purpose)).toEqual(['held', 'delivered']);
		expect(kernelContext(connected.world).held).toEqual([]);
	});

	test('flag on: while the tunnel process never speaks, none is ever ready', () => {
		const never = { ...on, transport: 'bsdSocket', startTunnelReturns: 'onReply' } as const;
		const tried = meanwhile(run(never, []), 'connect', 100, 'safari', 'push');
		expect(delivered(tried, { type: 'connection.ready' })).toEqual([]);
		expect(stateOf(tried.world, 'safari')).toBe('waiting');
		expect(stateOf(tried.world, 'pushNotifications')).toBe('waiting');
	});

	test('flag off: nobody waits', () => {
		const connected = meanwhile(run(off, []), 'connect', 100, 'safari', 'ping', 'push');
		expect(delivered(connected, { type: 'connection.waiting' })).toEqual([]);
		expect(settled(connected, { fate: 'held' })).toEqual([]);
	});
});

describe(claim('C27'), () => {
	describe.each(BOTH)('flag $flag', ({ includeAllNetworks }) => {
		const knobs = { ...QUIET, includeAllNetworks };

		test('connecting arms on-demand', () => {
			expect(sessionContext(run(knobs, []).world).armed).toBe(false);
			expect(sessionContext(run(knobs, ['connect']).world).armed).toBe(true);
		});

		test('after a reboot the first traffic starts the tunnel; nobody taps anything', () => {
			const rebooted = run(knobs, ['connect', 'reboot']);
			const wish = delivered(rebooted, { type: 'traffic.wantsNetwork' }).at(0);
			const start = delivered(rebooted, { type: 'startTunnel' }).at(-1);
			expect(wish?.step).toBeLessThan(start?.step ?? -1);
			expect(rebooted.summary).toMatchObject({ connectivity: 'tunnel', machines: { mainApp: 'connected' } });
		});

		test('after a crash it starts again as soon as a page is opened, and not before', () => {
			const crashed = run(knobs, ['connect', 'crash']);
			expect(crashed.summary.machines.tunnelProcess).toBe('absent');
			expect(more(crashed, 'safari').summary).toMatchObject({
				connectivity: 'tunnel',
				machines: { tunnelProcess: 'carryingTraffic' }
			});
		});

		test('without on-demand neither a reboot nor a crash is made good', () => {
			for (const act of ['reboot', 'crash'] as const) {
				const over = run({ ...knobs, onDemand: false }, ['connect', act, 'safari']);
				expect(over.summary.machines, act).toMatchObject({ tunnelProcess: 'absent', kernelRouter: 'noVpn' });
			}
		});
	});
});

describe(claim('C28'), () => {
	test('of who may start one, the article names Xcode with the flag off only, so nothing says that it was seen with it on', () => {
		const begins = (updateSource: 'auto' | 'manual' | 'xcode') =>
			run({ ...on, updateSource }, ['connect', 'update']).records.find(({ moment }) => moment === 'The update begins');
		expect(begins('auto')).toMatchObject({ evidence: 'observed', claims: ['C28', 'C30', 'C35'] });
		expect(begins('manual')).toMatchObject({ evidence: 'observed', claims: ['C28', 'C30', 'C35'] });
		expect(begins('xcode')).toMatchObject({ evidence: 'assumed', claims: ['C28'] });
	});

	describe.each(['auto', 'manual', 'xcode'] as const)('update source %s', (updateSource) => {
		const updated = run({ ...off, updateSource }, ['connect', 'update']);

		test('flag off: SIGTERM, download, installation, a new tunnel process, in this order', () => {
			const order = [
				first(updated, { type: 'SIGTERM', to: 'tunnelProcess' }),
				first(updated, { type: 'packet.send', from: 'appStoreUpdater', purpose: 'download' }),
				first(updated, { type: 'packet.receive', to: 'appStoreUpdater' }),
				first(updated, { type: 'app.install', to: 'mainApp' }),
				delivered(updated, { type: 'startTunnel' }).at(-1)
			].map((message) => message?.step);
			expect(order).toEqual([...order].sort((a, b) => (a ?? 0) - (b ?? 0)));
			expect(delivered(updated, { type: 'startTunnel' })).toHaveLength(2);
		});

		test('flag off: it ends well, with nobody’s help', () => {
			expect(updated.summary).toMatchObject({
				connectivity: 'tunnel',
				locked: false,
				machines: { appStoreUpdater: 'done', mainApp: 'connected' }
			});
		});

		test('flag on: it gets as far as SIGTERM', () => {
			const stuck = run({ ...on, updateSource }, ['connect', 'update']);
			expect(delivered(stuck, { type: 'SIGTERM' })).toHaveLength(1);
			expect(delivered(stuck, { type: 'app.install' })).toEqual([]);
			expect(delivered(stuck, { type: 'startTunnel' })).toHaveLength(1);
		});
	});
});

describe(claim('C29'), () => {
	const leaving = (run: Run) => {
		const [down, up] = without(run);
		return delivered(run, { type: 'packet.arrive', from: 'kernelRouter' }).filter(
			({ step, packet }) => step > down && step < up && packet?.sender !== 'tunnelProcess'
		);
	};
	const acts = ['safari', 'push'] as const;

	test('flag off: between the two tunnels pages, pushes and the download itself leave as they are, and count as leaked', () => {
		const updated = meanwhile(run({ ...off, safariTraffic: 'steady' }, ['connect']), 'update', 1_000, ...acts);
		expect(new Set(leaving(updated).map(({ packet }) => packet?.purpose))).toEqual(
			new Set(['page', 'push', 'download'])
		);
		expect(settled(updated, { fate: 'leaked' })).toHaveLength(leaving(updated).length);
		expect(updated.summary.leaked).toBeGreaterThan(3);
	});

	test('flag on: not one packet of anybody leaves', () => {
		const stuck = more(run({ ...on, safariTraffic: 'steady' }, ['connect', 'update']), ...acts);
		expect(leaving(stuck)).toEqual([]);
		expect(stuck.summary.leaked).toBe(0);
	});
});

describe(claim('C30'), () => {
	const stuck = run(on, ['connect', 'update', 'safari', 'ping', 'push']);

	test('flag on: the tunnel is gone, and the phone has no network at all', () => {
		expect(delivered(stuck, { type: 'SIGTERM' })).toHaveLength(1);
		expect(stuck.summary).toMatchObject({
			connectivity: 'none',
			locked: true,
			leaked: 0,
			machines: { tunnelProcess: 'absent', kernelRouter: 'tunnelDown' }
		});
		expect([
			stateOf(stuck.world, 'safari'),
			stateOf(stuck.world, 'terminal'),
			stateOf(stuck.world, 'pushNotifications')
		]).toEqual(['waiting', 'timedOut', 'waiting']);
	});

	test('flag on: the download waits for the network', () => {
		expect(stuck.summary.machines.appStoreUpdater).toBe('waitingForConnectivity');
		expect(kernelContext(stuck.world).held.map(({ purpose }) => purpose)).toContain('download');
		expect(fatesOf(stuck, 'download')).toEqual(['held']);
	});

	test('flag on: the network waits for a tunnel, and the wish for one launches neither the old nor the new', () => {
		expect(kernelContext(stuck.world).inForce?.includeAllNetworks).toBe(true);
		expect(delivered(stuck, { type: 'traffic.wantsNetwork' })).toHaveLength(4);
		expect(delivered(stuck, { type: 'startTunnel' })).toHaveLength(1);
	});

	test('flag on: nothing is under way that could end it', () => {
		expect(atRest(stuck.world)).toBe(true);
		expect(stuck.world.pending.filter(({ to }) => to !== 'safari')).toEqual([]);
	});

	test('flag off: the same acts leave a phone with a tunnel', () => {
		expect(run(off, ['connect', 'update', 'safari', 'ping', 'push']).summary).toMatchObject({
			connectivity: 'tunnel',
			locked: false
		});
	});
});
