/** What can happen at all: the checker’s answer is that of a plain search over the model’s own steps, and each path is one. */
import { describe, expect, test } from 'vitest';
import type { Bounds } from '../../../src/lib/check/bounds.ts';
import { enabledChoices } from '../../../src/lib/check/enabledChoices.ts';
import { reach } from '../../../src/lib/check/reachability.ts';
import { stateKey } from '../../../src/lib/check/stateKey.ts';
import { RELEASED_APP, type Knobs } from '../../../src/lib/machines/knobs.ts';
import { REASONS, type ReasonId } from '../../../src/lib/machines/reasons/index.ts';
import { parsePermalink } from '../../../src/lib/scenarios/parsePermalink.ts';
import { fork } from '../../../src/lib/sim/history.ts';
import { firstWorld, step } from '../../../src/lib/sim/step.ts';

/** A reason that is quiet is in no record. */
const EVERY_REASON = (Object.keys(REASONS) as ReasonId[]).filter((id) => REASONS[id].quiet !== true);
const QUIET: Knobs = { ...RELEASED_APP, safariTraffic: 'quiet' };

/** How many steps it takes until each reason is told, found by trying every choice of every world, breadth first. */
function plainReach(knobs: Knobs, bounds: Bounds): Partial<Record<ReasonId, number>> {
	const begun = { world: firstWorld(knobs), depth: 0 };
	const nodes = [begun];
	const seen = new Set([stateKey(begun.world)]);
	const told: Partial<Record<ReasonId, number>> = {};
	for (const { world, depth } of nodes) {
		for (const choice of enabledChoices(world, bounds)) {
			const taken = step(world, choice);
			for (const { reason } of taken.records) if (reason !== null) told[reason] ??= depth + 1;
			const name = stateKey(taken.world);
			if (seen.has(name)) continue;
			seen.add(name);
			nodes.push({ world: taken.world, depth: depth + 1 });
		}
	}
	return told;
}

const reached = (knobs: Knobs, acts: Bounds['acts']) =>
	reach(knobs, EVERY_REASON, { bounds: { acts, maxWorlds: 100_000 } });

describe.each([
	['flag off, a socket', { ...QUIET, transport: 'bsdSocket' }, ['connect', 'disconnect']],
	[
		'flag on, a socket and a peer',
		{ ...QUIET, includeAllNetworks: true, transport: 'bsdSocket', ephemeralPeer: 'quantum' },
		['connect']
	],
	[
		'flag on, an update, cancelled',
		{ ...QUIET, includeAllNetworks: true, transport: 'noProbes' },
		['connect', 'update', 'cancelDownload']
	],
	['an update that a reboot ends, with an open question', { ...QUIET, transport: 'noProbes' }, ['update', 'reboot']],
	['a phone that is switched off and on', { ...QUIET, transport: 'noProbes' }, ['connect', 'reboot', 'safari']]
] as [string, Knobs, Bounds['acts']][])('%s', (_, knobs, acts) => {
	const found = reached(knobs, acts);

	test('whatever can be told at all is found, by a path that is as short as can be', { timeout: 120_000 }, () => {
		expect(found.gaveUp).toBe(false);
		expect(Object.fromEntries(Object.entries(found.paths).map(([reason, { steps }]) => [reason, steps]))).toEqual(
			plainReach(knobs, { acts, maxWorlds: 100_000 })
		);
	});

	test('the link of each path opens a history whose last step tells it', () => {
		for (const [reason, { link, steps }] of Object.entries(found.paths)) {
			const opened = parsePermalink(link, 1);
			if (!opened || 'error' in opened || !opened.runs[0]) throw new Error(`The link to ${reason} does not open.`);
			const { entries } = fork(opened.runs[0], opened.positions[0] ?? 0);
			expect(entries).toHaveLength(steps);
			expect(entries.at(-1)?.records.map((record) => record.reason)).toContain(reason);
		}
	});
});

test('what is not asked for is not told, and what can never happen has no path', () => {
	const knobs: Knobs = { ...QUIET, includeAllNetworks: true, transport: 'bsdSocket' };
	const { paths } = reach(knobs, ['icmp.reply', 'icmp.sendmsgOk'], {
		bounds: { acts: ['connect'], maxWorlds: 100_000 }
	});
	expect(Object.keys(paths)).toEqual(['icmp.sendmsgOk']);
});

test('who gives up says so', () => {
	expect(reach(QUIET, [], { bounds: { acts: ['connect'], maxWorlds: 5 } }).gaveUp).toBe(true);
});
