import { describe, expect, test } from 'vitest';
import { causesOf, whyOf } from '../../../src/lib/sim/causes.ts';
import { recordsIn } from '../../../src/lib/sim/history.ts';
import { FIRST_SHIPPED, run } from '../../claims/helpers.ts';
import { RUNS } from './runs.ts';

test('causes lead back, one step at a time, to an act or to the beginning', () => {
	for (const { name, run: play } of RUNS) {
		const history = play();
		for (const step of history.entries.keys()) {
			const chain = causesOf(history, step);
			expect(chain.every((at, i) => i === 0 || at < (chain[i - 1] ?? 0)), name).toBe(true);
			const root = history.entries[chain.at(-1) ?? -1]?.choice;
			const isBeginning = root?.type === 'deliver' && history.first.pending.some(({ id }) => id === root.id);
			expect(root?.type === 'act' || isBeginning, name).toBe(true);
		}
	}
});

describe('an echo request that vanishes', () => {
	const { history, records } = run({ ...FIRST_SHIPPED, includeAllNetworks: true }, ['connect']);
	const vanished = records.find(({ rule }) => rule === 'ownVoiceFlagOn');
	const { causes, flag } = whyOf(history, vanished ?? recordsIn(history)[0]!);

	test('was sent because the tunnel process probes, which it does because somebody tapped Connect', () => {
		expect(causes[0]).toBe(vanished);
		expect(causes.map(({ reason }) => reason)).toContain('tunnel.configures');
		expect(causes.at(-1)?.event).toBe('act');
	});

	test('vanished because of the flag, which is in force since the session began', () => {
		expect(flag?.[0]?.reason).toBe('kernel.profileInForce');
		expect(flag?.at(-1)?.event).toBe('act');
	});

	test('and where no rule looks at the flag, the flag is not blamed', () => {
		const lease = records.find(({ rule }) => rule === 'noVpn');
		expect(whyOf(history, lease ?? recordsIn(history)[0]!).flag).toBeNull();
	});
});
