import { describe, expect, test } from 'vitest';
import { atRest } from '../../src/lib/sim/history.ts';
import { stateOf } from '../../src/lib/sim/world.ts';
import { BOTH, claim, delivered, first, meanwhile, more, QUIET, refusals, run } from './helpers.ts';

const on = { ...QUIET, includeAllNetworks: true };
const off = { ...QUIET, includeAllNetworks: false };
const LOCKING = ['connect', 'update', 'safari'] as const;
const CANCEL = ['cancelDownload', 'toggleVpn', 'toggleVpn'] as const;

const locked = run(on, LOCKING);
const inVain = run(on, LOCKING, { toggleRestores: false });
const LOCKED = { connectivity: 'none', locked: true, leaked: 0 };

describe(claim('C31'), () => {
	test('flag on: cancelled, then toggled twice, the network is back when the answer is that it helps', () => {
		expect(more(locked, ...CANCEL).summary).toMatchObject({
			connectivity: 'tunnel',
			locked: false,
			leaked: 0,
			machines: { mainApp: 'connected' }
		});
	});

	test('flag on: the same acts change nothing when the answer is that it does not', () => {
		expect(more(inVain, ...CANCEL).summary).toMatchObject(LOCKED);
	});

	test('flag on: whether it helps is asked only after the second toggle', () => {
		const asked = (acts: readonly (typeof CANCEL)[number][]) =>
			delivered(more(locked, ...acts), { type: 'outcome' }).length;
		expect([1, 2, 3].map((acts) => asked(CANCEL.slice(0, acts)))).toEqual([0, 0, 1]);
	});

	test.each([
		{ name: 'cancelling alone', acts: ['cancelDownload'] },
		{ name: 'toggling once', acts: ['cancelDownload', 'toggleVpn'] },
		{ name: 'toggling without cancelling', acts: ['toggleVpn', 'toggleVpn'] },
		{ name: 'waiting', acts: [] }
	] as const)('flag on: $name is not enough', ({ acts }) => {
		expect(more(locked, ...acts).summary).toMatchObject(LOCKED);
	});

	test('flag off: there is nothing to get out of, and cancelling simply keeps the old app', () => {
		const cancelled = meanwhile(run(off, ['connect']), 'update', 1_000, 'cancelDownload');
		expect(cancelled.summary).toMatchObject({
			connectivity: 'clear',
			locked: false,
			machines: { appStoreUpdater: 'cancelled', mainApp: 'idle' }
		});
		expect(more(cancelled, 'safari').summary).toMatchObject({
			connectivity: 'tunnel',
			machines: { mainApp: 'connected' }
		});
	});
});

describe(claim('C32'), () => {
	test.each([
		{ name: 'toggling was in vain', before: more(inVain, ...CANCEL) },
		{ name: 'nothing else was tried', before: locked },
		{ name: 'the download was cancelled', before: more(locked, 'cancelDownload') }
	])('flag on: a reboot brings the tunnel back after $name', ({ before }) => {
		expect(before.summary).toMatchObject(LOCKED);
		expect(more(before, 'reboot').summary).toMatchObject({ connectivity: 'tunnel', locked: false, leaked: 0 });
	});

	test('flag on: if the App Store tries again by itself, as others report, the phone is locked once more', () => {
		const looped = more(run(on, LOCKING, { retryAfterReboot: true }), 'reboot');
		expect(looped.records.filter(({ reason }) => reason === 'session.up')).toHaveLength(2);
		expect(looped.summary).toMatchObject(LOCKED);
	});
});

describe(claim('C33'), () => {
	test.each([
		{ name: 'uninstalling the app', acts: ['uninstall'] },
		{ name: 'removing the profile', acts: ['removeProfile'] },
		{ name: 'both', acts: ['removeProfile', 'uninstall'] },
		{ name: 'cancelling, then uninstalling', acts: ['cancelDownload', 'uninstall'] },
		{ name: 'cancelling, then removing the profile', acts: ['cancelDownload', 'removeProfile'] }
	] as const)('flag on: $name leaves the phone without network', ({ acts }) => {
		const tried = more(locked, ...acts, 'safari', 'push');
		expect(refusals(tried)).toEqual([]);
		expect(tried.summary).toMatchObject(LOCKED);
	});

	test.each(['uninstall', 'removeProfile'] as const)(
		'flag on, not locked: %s does end the session, as one would expect',
		(act) => {
			expect(run(on, ['connect', act]).summary).toMatchObject({
				connectivity: 'clear',
				locked: false,
				machines: { kernelRouter: 'noVpn' }
			});
		}
	);

	test.each(['uninstall', 'removeProfile'] as const)(
		'flag off: %s in the middle of an update ends the session, and the network stays',
		(act) => {
			const removed = meanwhile(run(off, ['connect']), 'update', 1_000, act);
			expect(refusals(removed)).toEqual([]);
			expect(removed.summary).toMatchObject({
				connectivity: 'clear',
				locked: false,
				machines: { kernelRouter: 'noVpn' }
			});
		}
	);
});

describe(claim('C34'), () => {
	const told = more(locked, 'push');

	test('flag on: no page, and no push notification either', () => {
		expect(stateOf(told.world, 'safari')).toBe('waiting');
		expect(stateOf(told.world, 'pushNotifications')).toBe('waiting');
		expect(delivered(told, { to: 'pushNotifications', type: 'packet.receive' })).toEqual([]);
	});

	test('flag on: since the app said “connected”, and iOS showed its symbol, nobody has told the person anything', () => {
		const heard = delivered(told, { to: 'person' });
		expect(heard.map(({ event }) => event)).toEqual(
			expect.arrayContaining([{ type: 'symbol.show' }, { type: 'status.change', status: 'connected' }])
		);
		expect(heard).toHaveLength(2);
		expect(heard.at(-1)?.step).toBeLessThan(first(told, { type: 'SIGTERM' }).step);
		expect(stateOf(told.world, 'person')).toBe('believesProtected');
	});

	test('flag off: pages and pushes arrive', () => {
		const updated = more(run(off, LOCKING), 'push');
		expect([stateOf(updated.world, 'safari'), stateOf(updated.world, 'pushNotifications')]).toEqual([
			'loaded',
			'delivered'
		]);
	});
});

describe(claim('C35'), () => {
	describe.each(BOTH)('flag $flag', ({ includeAllNetworks }) => {
		const connected = (updateSource: 'auto' | 'manual') =>
			run({ ...QUIET, includeAllNetworks, updateSource }, ['connect']);

		test('an automatic update starts without anybody’s act', () => {
			const began = more(connected('auto'), 'update').records.filter(({ reason }) => reason === 'update.begins');
			expect(began).toMatchObject([{ component: 'appStoreUpdater', from: 'idle', cause: null }]);
			expect(more(connected('auto'), 'update').records.filter(({ reason }) => reason === 'person.updates')).toEqual([]);
		});

		test('nothing in the phone announces it: the moment before, the updater has no plan', () => {
			const before = connected('auto');
			expect(atRest(before.world)).toBe(true);
			expect(before.world.pending.filter(({ to }) => to === 'appStoreUpdater')).toEqual([]);
		});

		test('an update by hand is the person’s own act', () => {
			expect(
				more(connected('manual'), 'update').records.filter(({ reason }) => reason === 'person.updates')
			).toHaveLength(1);
		});
	});
});

describe(claim('C36'), () => {
	test('flag on: from its replacement on the app neither sends nor shows anything', () => {
		const replaced = first(locked, { type: 'app.replace' }).step;
		expect(locked.messages.filter(({ from, step }) => from === 'mainApp' && step > replaced)).toEqual([]);
		expect(locked.records.filter(({ component, step }) => component === 'mainApp' && step > replaced)).toEqual([]);
		expect(locked.summary.machines.mainApp).toBe('beingReplaced');
	});

	test.each(['connect', 'disconnect', 'editProfile:includeAllNetworks=off'] as const)(
		'flag on: %s is refused, because the app cannot be opened',
		(act) => {
			const tried = more(locked, act);
			expect(refusals(tried)).toEqual(['The VPN app is being replaced and cannot be opened.']);
			expect(tried.summary).toMatchObject(LOCKED);
		}
	);

	test('flag on: even with the old app back after a cancelled download, connecting is in vain', () => {
		const tried = more(locked, 'cancelDownload', 'connect');
		expect(refusals(tried)).toEqual([]);
		expect(tried.summary).toMatchObject(LOCKED);
	});

	test('flag off: the new app is there in the end, and shows what is', () => {
		expect(run(off, LOCKING).summary.machines.mainApp).toBe('connected');
	});
});
