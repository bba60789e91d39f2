import { describe, expect, test } from 'vitest';
import { RELEASED_APP, type Knobs } from '../../../src/lib/machines/knobs.ts';
import { ACT_IDS, refusal, type ActId } from '../../../src/lib/sim/acts.ts';
import { act, present, runUntil, settle, start, type History } from '../../../src/lib/sim/history.ts';
import { step } from '../../../src/lib/sim/step.ts';
import { stateOf, type World } from '../../../src/lib/sim/world.ts';

const after = (knobs: Partial<Knobs>, ...acts: ActId[]): History =>
	settle(
		acts.reduce((history, id) => act(settle(history), id), start({ ...RELEASED_APP, safariTraffic: 'quiet', ...knobs }))
	);
const world = (...acts: ActId[]): World => present(after({}, ...acts));
const locked = (...acts: ActId[]): World => present(after({ includeAllNetworks: true }, 'connect', 'update', ...acts));
const soonAfter = (history: History, id: ActId, ms: number): World => {
	const begun = act(history, id);
	return present(runUntil(begun, present(begun).nowMs + ms));
};

/** For each act a world in which it makes no sense, and what somebody who tries is told. */
const SENSELESS: readonly (readonly [ActId, string, World, string])[] = [
	['connect', 'connected already', world('connect'), 'connected already'],
	['connect', 'being replaced', locked(), 'is being replaced'],
	['connect', 'uninstalled', world('uninstall'), 'not installed'],
	['disconnect', 'never connected', world(), 'not connected'],
	['disconnect', 'disconnecting', soonAfter(after({}, 'connect'), 'disconnect', 50), 'disconnecting already'],
	['disconnect', 'uninstalled', world('uninstall'), 'not installed'],
	['editProfile:includeAllNetworks=on', 'uninstalled', world('uninstall'), 'not installed'],
	['editProfile:includeAllNetworks=off', 'being replaced', locked(), 'is being replaced'],
	['editProfile:excludeLocalNetworks=on', 'being replaced', locked(), 'is being replaced'],
	['editProfile:excludeLocalNetworks=off', 'uninstalled', world('uninstall'), 'not installed'],
	['editProfile:onDemand=on', 'being replaced', locked(), 'is being replaced'],
	['editProfile:onDemand=off', 'uninstalled', world('uninstall'), 'not installed'],
	...(['includeAllNetworks=off', 'excludeLocalNetworks=off', 'onDemand=on'] as const).map(
		(edit) => [`editProfile:${edit}`, 'set so already', world(), 'already'] as const
	),
	['update', 'updating', locked(), 'under way already'],
	['update', 'uninstalled', world('uninstall'), 'nothing to update'],
	['cancelDownload', 'nothing downloads', world('connect'), 'No download'],
	['toggleVpn', 'no profile', world(), 'no VPN profile'],
	['toggleVpn', 'stopping', soonAfter(after({}, 'connect'), 'toggleVpn', 50), 'is stopping'],
	['removeProfile', 'no profile', world(), 'no VPN profile'],
	['uninstall', 'uninstalled', world('uninstall'), 'not installed'],
	['crash', 'no process', world(), 'no tunnel process'],
	['relayDown', 'down already', world('relayDown'), 'down already'],
	['relayUp', 'up already', world(), 'up already'],
	...ACT_IDS.map(
		(id) => [id, 'the phone restarts', present(act(after({}, 'connect'), 'reboot')), 'restarting'] as const
	)
];

describe('an act that makes no sense', () => {
	test.each(SENSELESS)('%s, when %s', (id, _, before, words) => {
		const { world, records } = step(before, { type: 'act', act: id });
		expect({ ...world, steps: before.steps }).toEqual(before);
		expect(world.steps).toBe(before.steps + 1);
		expect(records).toMatchObject([{ refused: true, event: `act ${id}`, packet: null, text: refusal(before, id) }]);
		expect(records[0]?.text).toContain(words);
		expect(records[0]?.text).toMatch(/^[A-Z].*\.$/);
	});

	test('is tried here for every act there is', () => {
		expect(ACT_IDS.filter((id) => !SENSELESS.some(([act]) => act === id))).toEqual([]);
	});
});

describe('an act that makes sense', () => {
	const CONNECTED = world('connect');

	test.each(['safari', 'ping', 'push', 'reboot'] as const)('%s can always be done, connected or locked out', (id) => {
		for (const before of [world(), CONNECTED, locked()]) expect(refusal(before, id)).toBeNull();
	});

	test.each(ACT_IDS)('%s moves the world, and something is told', (id) => {
		const edited = world(
			'editProfile:includeAllNetworks=on',
			'editProfile:excludeLocalNetworks=on',
			'editProfile:onDemand=off'
		);
		const makesSense = [world(), CONNECTED, locked(), world('relayDown'), edited].find(
			(before) => refusal(before, id) === null
		);
		if (!makesSense) throw new Error(`There is no world here in which ${id} makes sense.`);
		const history: History = {
			knobs: makesSense.knobs,
			outcomes: { toggleRestores: true, retryAfterReboot: false },
			first: makesSense,
			entries: []
		};
		const done = settle(act(history, id));
		expect(done.entries[0]?.records.every(({ refused }) => !refused)).toBe(true);
		expect(done.entries.flatMap(({ records }) => records).length).toBeGreaterThan(0);
		// Who joins the Wi-Fi again may be where they were in the end.
		expect(done.entries.map(({ world }) => world.machines)).not.toEqual(done.entries.map(() => makesSense.machines));
	});

	test('disconnect works while on-demand is about to start the tunnel again', () => {
		expect(refusal(world('connect', 'crash'), 'disconnect')).toBeNull();
		expect(stateOf(world('connect', 'crash', 'disconnect'), 'kernelRouter')).toBe('noVpn');
	});
});
