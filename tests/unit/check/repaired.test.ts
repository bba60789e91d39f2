/** A repaired phone is a phone: whatever anybody does with it, nothing is lost, and in the end all parts agree. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RELEASED_APP, type Knobs } from '../../../src/lib/machines/knobs.ts';
import { inOrder, REPAIR_IDS } from '../../../src/lib/machines/repairs.ts';
import { act, present, recordsIn, runUntil, seek, settle, start, type History } from '../../../src/lib/sim/history.ts';
import { problemsAfter, problemsAtLast } from '../sim/invariants.ts';
import type { ActId } from '../../../src/lib/sim/acts.ts';

const ACTS: readonly ActId[] = [
	'connect',
	'disconnect',
	'toggleVpn',
	'removeProfile',
	'uninstall',
	'cancelDownload',
	'update',
	'update',
	'update',
	'reboot',
	'crash',
	'safari'
];
const moves = fc.array(fc.tuple(fc.constantFrom(...ACTS), fc.constantFrom(0, 2, 300, 1_500, 6_000, 40_000)), {
	maxLength: 10
});
const anyKnobs = fc
	.record({
		includeAllNetworks: fc.boolean(),
		updateSource: fc.constantFrom('auto' as const, 'manual' as const),
		onDemand: fc.boolean(),
		repairs: fc.subarray([...REPAIR_IDS], { minLength: 1 })
	})
	.map((turned): Knobs => ({ ...RELEASED_APP, ...turned, repairs: inOrder(turned.repairs) }));
const anyOutcomes = fc.record({ toggleRestores: fc.boolean(), retryAfterReboot: fc.boolean() });

const later = (history: History, ms: number) => runUntil(history, present(history).nowMs + ms);

test('for every set of repairs', { timeout: 120_000 }, () => {
	fc.assert(
		fc.property(anyKnobs, anyOutcomes, moves, (knobs, outcomes, list) => {
			const connected = settle(act(settle(start(knobs, outcomes)), 'connect'), 5_000);
			const history = later(
				list.reduce((before, [id, ms]) => later(act(before, id), ms), connected),
				120_000
			);
			expect(history.entries.flatMap((entry, step) => problemsAfter(seek(history, step), entry))).toEqual([]);
			expect(problemsAtLast(present(history))).toEqual([]);
		}),
		{ seed: 20250218, numRuns: 150 }
	);
});

test('a phone without repairs never says that anything is repaired', () => {
	const history = settle(
		act(settle(act(settle(start({ ...RELEASED_APP, includeAllNetworks: true })), 'connect')), 'update')
	);
	expect(recordsIn(history).filter(({ reason }) => reason?.startsWith('repair.'))).toEqual([]);
	expect(JSON.stringify(present(history))).not.toContain('repairs');
});
