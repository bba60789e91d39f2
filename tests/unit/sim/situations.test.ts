import { describe, expect, it } from 'vitest';
import { knobsOf, SCENARIOS } from '../../../src/lib/scenarios/scenarios.ts';
import { act, advance, recordsIn, start, type History } from '../../../src/lib/sim/history.ts';
import type { ActId } from '../../../src/lib/sim/acts.ts';
import type { Knobs } from '../../../src/lib/machines/knobs.ts';
import { REASONS, type ReasonId } from '../../../src/lib/machines/reasons/index.ts';
import { KNOWN_IN } from '../../../src/lib/sim/situations.ts';
import { knownRuns } from '../../../src/lib/ui/evidence/runs.ts';

const play = (knobs: Partial<Knobs>, ...acts: readonly ActId[]): History => {
	const on = (history: History) => advance(history, (_, steps) => steps >= history.entries.length + 400);
	return acts.reduce(
		(history, id) => on(act(history, id)),
		start({ ...knobsOf(SCENARIOS['update-flag-off']), ...knobs })
	);
};
const levelsOf = (history: History, reason: ReasonId) => [
	...new Set(recordsIn(history).flatMap((record) => (record.reason === reason ? [record.evidence] : [])))
];

describe('how a reason is known depends on where it is told', () => {
	it('an update that stops a tunnel is observed with on-demand on, and assumed with it off', () => {
		expect(levelsOf(play({}, 'connect', 'update'), 'session.sigterm')).toEqual(['observed']);
		expect(levelsOf(play({ onDemand: false }, 'connect', 'update'), 'session.sigterm')).toEqual(['assumed']);
	});

	it('an update from Xcode that waits under the flag is assumed', () => {
		const knobs = { includeAllNetworks: true } as const;
		expect(levelsOf(play(knobs, 'connect', 'update'), 'update.waits')).toEqual(['observed']);
		expect(levelsOf(play({ ...knobs, updateSource: 'xcode' }, 'connect', 'update'), 'update.waits')).toEqual([
			'assumed'
		]);
	});

	it('an update after a disconnect stops nothing that anybody has seen', () => {
		expect(levelsOf(play({}, 'connect', 'disconnect', 'update'), 'update.downloads')).toEqual(['assumed']);
	});

	it('a handshake is the standard’s where there are no keys yet, and ours where there are old ones', () => {
		const run = advance(play({ safariTraffic: 'steady' }, 'connect'), ({ nowMs }) => nowMs > 150_000);
		expect(levelsOf(run, 'wireguard.initiates')).toEqual(['documented', 'assumed']);
	});

	it('what is assumed there cites nobody', () => {
		const waits = recordsIn(play({ includeAllNetworks: true, updateSource: 'xcode' }, 'connect', 'update')).find(
			({ reason }) => reason === 'update.waits'
		);
		expect(waits).toMatchObject({ evidence: 'assumed', source: null, claims: [] });
	});
});

it('each reason with a situation is told in it by some run, at its own level', () => {
	const told = new Set<string>();
	for (const { play: run } of knownRuns())
		for (const { reason, evidence } of recordsIn(run()))
			if (reason !== null && evidence === REASONS[reason].evidence) told.add(reason);
	expect(Object.keys(KNOWN_IN).filter((reason) => !told.has(reason))).toEqual([]);
});
