import { describe, expect, test } from 'vitest';
import { kernelContext, sessionContext } from '../../src/lib/sim/world.ts';
import { BOTH, claim, delivered, first, FIRST_SHIPPED, meanwhile, more, QUIET, run, statesOf } from './helpers.ts';

const FLAG = { on: 'editProfile:includeAllNetworks=on', off: 'editProfile:includeAllNetworks=off' } as const;

describe(claim('C16'), () => {
	test.each(BOTH)(
		'flag $flag: a page is read, put into an envelope, sent off, and its answer written back',
		({ includeAllNetworks }) => {
			const opened = run({ ...QUIET, includeAllNetworks }, ['connect', 'safari']);
			const path = [
				first(opened, { type: 'packet.send', from: 'safari', purpose: 'page' }),
				first(opened, { type: 'packet.read', to: 'tunnelProcess', purpose: 'page' }),
				first(opened, { type: 'packet.send', from: 'tunnelProcess', inner: 'page' }),
				first(opened, { type: 'packet.arrive', to: 'relay', inner: 'page' }),
				first(opened, { type: 'packet.arrive', from: 'relay', to: 'internet', purpose: 'page' }),
				first(opened, { type: 'packet.return', to: 'relay', purpose: 'page' }),
				first(opened, { type: 'packet.datagram', to: 'tunnelProcess', inner: 'page' }),
				first(opened, { type: 'packet.write', from: 'tunnelProcess', to: 'kernelRouter', purpose: 'page' }),
				first(opened, { type: 'packet.receive', to: 'safari', purpose: 'page' })
			].map(({ step }) => step);
			expect(path).toEqual([...path].sort((a, b) => a - b));
			expect(delivered(opened, { type: 'packet.arrive', from: 'kernelRouter', purpose: 'page' })).toEqual([]);
		}
	);
});

describe(claim('C17'), () => {
	test.each(BOTH)(
		'flag $flag: there is no profile until the app saves one, and the flag is in it',
		({ includeAllNetworks }) => {
			const before = run({ ...QUIET, includeAllNetworks }, []);
			expect(sessionContext(before.world).saved).toBeNull();
			const after = more(before, 'connect');
			expect(first(after, { type: 'profile.save' })).toMatchObject({
				from: 'mainApp',
				event: { configuration: { includeAllNetworks } }
			});
			expect(delivered(after, { type: 'profile.save' }).every(({ from }) => from === 'mainApp')).toBe(true);
			expect(sessionContext(after.world).saved?.includeAllNetworks).toBe(includeAllNetworks);
			expect(kernelContext(after.world).inForce?.includeAllNetworks).toBe(includeAllNetworks);
		}
	);
});

describe(claim('C18'), () => {
	test.each(BOTH)(
		'flag $flag, then edited: saved at once, in force after a stop and a start',
		({ includeAllNetworks }) => {
			const edited = run({ ...QUIET, includeAllNetworks }, ['connect', includeAllNetworks ? FLAG.off : FLAG.on]);
			expect(sessionContext(edited.world).saved?.includeAllNetworks).toBe(!includeAllNetworks);
			expect(sessionContext(edited.world).running?.includeAllNetworks).toBe(includeAllNetworks);
			expect(kernelContext(edited.world).inForce?.includeAllNetworks).toBe(includeAllNetworks);
			expect(edited.summary.connectivity).toBe('tunnel');

			const restarted = more(edited, 'disconnect', 'connect');
			expect(sessionContext(restarted.world).running?.includeAllNetworks).toBe(!includeAllNetworks);
			expect(kernelContext(restarted.world).inForce?.includeAllNetworks).toBe(!includeAllNetworks);
		}
	);

	test('so an app of the first kind goes on working with the new flag until it is restarted, and then no more', () => {
		const edited = run({ ...FIRST_SHIPPED, includeAllNetworks: false }, ['connect', FLAG.on, 'safari']);
		expect(edited.summary).toMatchObject({ connectivity: 'tunnel', vanished: 0 });
		const restarted = more(edited, 'disconnect', 'connect');
		expect(restarted.summary.machines.mainApp).toBe('connecting');
		expect(restarted.summary.vanished).toBeGreaterThan(0);
	});
});

describe(claim('C19'), () => {
	test.each(BOTH)(
		'flag $flag: the interface first, then the signal, and only then a page to read',
		({ includeAllNetworks }) => {
			const early = meanwhile(run({ ...QUIET, includeAllNetworks }, []), 'connect', 100, 'safari');
			const opened = more(early, 'safari');
			const signal = first(opened, { type: 'tunnel.up', from: 'tunnelProcess', to: 'sessionManager' });
			expect(first(opened, { type: 'interface.configure' }).step).toBeLessThan(signal.step);
			const read = delivered(opened, { type: 'packet.read', purpose: 'page' });
			expect(read.length).toBeGreaterThan(0);
			expect(read.every(({ step }) => step > signal.step)).toBe(true);
		}
	);
});

describe(claim('C20'), () => {
	const probes = { purpose: 'probe', segment: 'request' } as const;

	test('flag off: what it sends into utun comes out of utun again, and it reads it', () => {
		const connected = run({ ...FIRST_SHIPPED, includeAllNetworks: false }, ['connect']);
		const written = first(connected, { type: 'packet.send', from: 'tunnelProcess', ...probes });
		const read = first(connected, { type: 'packet.read', to: 'tunnelProcess', ...probes });
		expect(read.packet).toEqual(written.packet);
		expect(read.step).toBeGreaterThan(written.step);
	});

	test('flag on: it sends, and there is nothing to read', () => {
		const tried = run({ ...FIRST_SHIPPED, includeAllNetworks: true }, ['connect']);
		expect(delivered(tried, { type: 'packet.send', from: 'tunnelProcess', ...probes }).length).toBeGreaterThan(0);
		expect(delivered(tried, { type: 'packet.read' })).toEqual([]);
		expect(statesOf(tried, 'tunnelProcess', 'wireGuard')).not.toContain('handshaking');
	});
});
