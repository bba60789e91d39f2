import { describe, expect, test } from 'vitest';
import { causesOf, whyOf } from '../../../src/lib/sim/causes.ts';
import { recordsIn } from '../../../src/lib/sim/history.ts';
import { knobsOf, playWith, SCENARIOS } from '../../../src/lib/scenarios/scenarios.ts';
import { FIRST_SHIPPED, run } from '../../claims/helpers.ts';
import { RUNS } from './runs.ts';

test('causes lead back, one step at a time, to an act or to the beginning', () => {
	for (const { name, run: play } of RUNS) {
		const history = play();
		for (const step of history.entries.keys()) {
			const chain = causesOf(history, step);
			expect(
				chain.every((at, i) => i === 0 || at < (chain[i - 1] ?? 0)),
				name
			).toBe(true);
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

describe('why there was no tunnel', () => {
	const reasonsOf = (records: readonly { reason: string | null }[] | null) => records?.map(({ reason }) => reason);

	test('for a page that is held after the update: the old tunnel was told to go, because an update began', () => {
		const history = playWith(SCENARIOS['update-flag-on'], knobsOf(SCENARIOS['update-flag-on']));
		const page = recordsIn(history).find(({ rule, packet }) => rule === 'held' && packet?.purpose === 'page');
		const { causes, tunnel } = whyOf(history, page ?? recordsIn(history)[0]!);
		expect(reasonsOf(causes)).not.toContain('tunnel.sigterm');
		expect(reasonsOf(tunnel)).toContain('tunnel.sigterm');
		expect(tunnel?.at(-1)?.reason).toBe('update.begins');
	});

	test('for whoever is told that something was held, too: the last thing that the lab shows', () => {
		const history = playWith(SCENARIOS['update-flag-on'], knobsOf(SCENARIOS['update-flag-on']));
		const { causes, flag, tunnel } = whyOf(history, recordsIn(history).at(-1) ?? recordsIn(history)[0]!);
		expect(causes.slice(0, 2).map(({ rule }) => rule)).toEqual([null, 'held']);
		expect(reasonsOf(flag)).toContain('kernel.profileInForce');
		expect(reasonsOf(tunnel)).toContain('tunnel.sigterm');
	});

	test('is not told twice: the download that is held comes of the same update', () => {
		const history = playWith(SCENARIOS['update-flag-on'], knobsOf(SCENARIOS['update-flag-on']));
		const piece = recordsIn(history).find(({ rule, packet }) => rule === 'held' && packet?.purpose === 'download');
		const { causes, tunnel } = whyOf(history, piece ?? recordsIn(history)[0]!);
		expect(reasonsOf(causes)).toContain('tunnel.sigterm');
		expect(tunnel).toBeNull();
	});

	test('for a page that is held while the tunnel is never declared up: its last probe was thrown away', () => {
		const history = playWith(SCENARIOS['probes-flag-on'], knobsOf(SCENARIOS['probes-flag-on']));
		const page = recordsIn(history).find(({ rule }) => rule === 'held');
		const { tunnel } = whyOf(history, page ?? recordsIn(history)[0]!);
		expect(tunnel?.[0]?.rule).toBe('ownVoiceFlagOn');
		expect(tunnel?.at(-1)?.event).toBe('act');
	});

	test('is not asked where no rule looks for a tunnel', () => {
		const { history, records } = run({ ...FIRST_SHIPPED, includeAllNetworks: true }, ['connect']);
		const lease = records.find(({ rule }) => rule === 'noVpn');
		expect(whyOf(history, lease ?? recordsIn(history)[0]!).tunnel).toBeNull();
	});
});
