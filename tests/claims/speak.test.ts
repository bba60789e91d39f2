import { describe, expect, test } from 'vitest';
import type { Packet } from '../../src/lib/machines/packets.ts';
import { decide } from '../../src/lib/machines/decision.ts';
import { RULES, type KernelState } from '../../src/lib/machines/rules.ts';
import { kernelContext, stateOf } from '../../src/lib/sim/world.ts';
import { BOTH, claim, delivered, fatesOf, first, QUIET, run } from './helpers.ts';

const silent = { ...QUIET, transport: 'noProbes' } as const;

describe(claim('C11'), () => {
	describe.each(BOTH)('flag $flag', ({ includeAllNetworks }) => {
		const connected = run({ ...silent, includeAllNetworks }, ['connect', 'safari', 'push']);

		test('the app is connected although nothing was ever asked of the tunnel', () => {
			expect(delivered(connected, { purpose: 'probe' })).toEqual([]);
			expect(connected.summary).toMatchObject({
				connectivity: 'tunnel',
				machines: { mainApp: 'connected', tunnelProcess: 'carryingTraffic' }
			});
		});

		test.each(['page', 'push'] as const)('a %s goes through the tunnel and comes back', (purpose) => {
			expect(delivered(connected, { type: 'packet.read', purpose })).toHaveLength(1);
			expect(delivered(connected, { to: 'relay', inner: purpose })).toHaveLength(1);
			expect(fatesOf(connected, purpose)).toEqual(['delivered']);
		});
	});
});

describe(claim('C12'), () => {
	describe.each(BOTH)('flag $flag', ({ flag, includeAllNetworks }) => {
		const pinged = run({ ...silent, includeAllNetworks }, ['connect', 'ping']);

		test('the terminal’s ping to 10.64.0.1 is answered, through the tunnel', () => {
			expect(first(pinged, { to: 'gateway', purpose: 'terminalPing' }).from).toBe('relay');
			expect(stateOf(pinged.world, 'terminal')).toBe('replied');
			expect(fatesOf(pinged, 'terminalPing')).toEqual(['delivered']);
		});

		test(`the tunnel process’s own ping at that moment ${flag === 'on' ? 'vanishes' : 'would pass as well'}`, () => {
			const terminals = first(pinged, { type: 'packet.send', purpose: 'terminalPing' }).packet;
			const own = { ...terminals, purpose: 'probe', sender: 'tunnelProcess', boundTo: 'utun' } as Packet;
			const rule = decide(own, stateOf(pinged.world, 'kernelRouter') as KernelState, kernelContext(pinged.world));
			expect(RULES[rule].then).toBe(includeAllNetworks ? 'drop' : 'utun');
		});
	});
});
