/** Which repairs are enough, and what each of them lets happen when it is made alone. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bounds } from '../../../src/lib/check/bounds.ts';
import { check, type PropertyId } from '../../../src/lib/check/check.ts';
import { Stopped } from '../../../src/lib/check/explorer.ts';
import { candidatesFor, GaveUp, minimalRepairs, type RepairAnswer } from '../../../src/lib/check/minimalRepairs.ts';
import { RELEASED_APP, type Knobs } from '../../../src/lib/machines/knobs.ts';
import { REPAIR_IDS, type Maker, type RepairId } from '../../../src/lib/machines/repairs.ts';
import { parsePermalink } from '../../../src/lib/scenarios/parsePermalink.ts';
import { present } from '../../../src/lib/sim/history.ts';

const FLAG_ON: Knobs = { ...RELEASED_APP, includeAllNetworks: true, safariTraffic: 'quiet' };
const REQUIRED_PROPERTIES: readonly PropertyId[] = ['noLeak', 'noLockout', 'updateCompletes'];
// Fewer acts than the checker tries otherwise: those by which the candidates differ.
const BOUNDS: Bounds = {
	acts: ['connect', 'disconnect', 'uninstall', 'cancelDownload', 'update', 'reboot', 'push'],
	maxWorlds: 400_000
};
const asked = (...makers: Maker[]): RepairAnswer =>
	minimalRepairs({ knobs: FLAG_ON, properties: REQUIRED_PROPERTIES, makers }, () => false, BOUNDS);
const setsOf = ({ smallest }: RepairAnswer) => smallest.map(({ repairs }) => repairs);

describe('no leak, no lockout, and updates that complete', () => {
	let all: RepairAnswer;
	beforeAll(() => {
		all = asked('apple', 'app', 'user');
	}, 300_000);

	test('are kept by each of these sets, and by no smaller one', () => {
		expect(setsOf(all)).toEqual([
			['downloadFirst'],
			['oldTunnelMayStart'],
			['toldBefore'],
			['manualUpdates', 'disconnectsFirst']
		]);
	});

	test('are broken by the phone as it ships', () => {
		expect(all.unrepaired.broken.map(({ property }) => property)).toEqual(['noLockout', 'updateCompletes']);
	});

	test.each([
		['downloaderExempt', ['noLockout']],
		['flagDropped', ['noLeak']],
		['manualUpdates', ['noLockout', 'updateCompletes']],
		['disconnectsFirst', ['noLockout', 'updateCompletes']]
	] as const)('are not kept by %s alone, which breaks %j', (repair, properties) => {
		const attempt = all.alone.find(({ repairs }) => repairs[0] === repair);
		expect(attempt?.broken.map(({ property }) => property)).toEqual(properties);
	});

	test('need every member of a set: without it something breaks, with a path that opens and has the other repairs', () => {
		for (const { without } of all.smallest) {
			for (const { repairs, broken } of without) {
				expect(broken.length).toBeGreaterThan(0);
				for (const { counterexample } of broken) {
					const opened = parsePermalink(counterexample.link, 1);
					if (!opened || 'error' in opened || !opened.runs[0]) throw new Error('The link does not open.');
					expect(present(opened.runs[0]).knobs.repairs ?? []).toEqual(repairs);
				}
			}
		}
	});

	test(
		'can be had from Apple alone, not from the app alone, and from a person only who gives up automatic updates and protection',
		{ timeout: 120_000 },
		() => {
			expect(setsOf(asked('apple'))).toEqual([['downloadFirst'], ['oldTunnelMayStart']]);
			expect(setsOf(asked('app'))).toEqual([]);
			expect(setsOf(asked('app', 'user'))).toEqual([['manualUpdates', 'disconnectsFirst']]);
		}
	);
});

test('whoever may repair makes the repairs for which nobody else is needed', () => {
	expect(candidatesFor(['app'])).toEqual([]);
	expect(candidatesFor(['apple', 'app'])).toContain('toldBefore');
	expect(candidatesFor(['apple'])).not.toContain('toldBefore');
	expect(candidatesFor(['apple', 'app', 'user'])).toEqual(REPAIR_IDS);
});

test.each(REPAIR_IDS.map((id) => [id] as RepairId[]))(
	'with the flag off, %s leaves no lockout',
	{ timeout: 60_000 },
	(repair) => {
		const { verdicts } = check({ ...FLAG_ON, includeAllNetworks: false, repairs: [repair] }, { bounds: BOUNDS });
		expect([verdicts.noLockout.holds, verdicts.wayOut.holds]).toEqual([true, true]);
	}
);

test('a set with more worlds than the bounds allow is not taken for a repair: the question gets no answer', () => {
	const ask = () =>
		minimalRepairs({ knobs: FLAG_ON, properties: REQUIRED_PROPERTIES, makers: ['user'] }, () => false, {
			...BOUNDS,
			maxWorlds: 100
		});
	expect(ask).toThrow(GaveUp);
	expect(ask).toThrow('With the repairs (none) there are more than 100 worlds, so nothing can be said of them.');
});

test('an exploration stops when its watcher says so', () => {
	expect(() => check(FLAG_ON, { watch: (worlds) => worlds > 1 })).toThrow(Stopped);
});
