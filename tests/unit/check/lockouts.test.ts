/** Every locked world that the checker finds has a computed account of who waits for whom, and the account is true. */
import { describe, expect, test } from 'vitest';
import { boundsFor, type Bounds } from '../../../src/lib/check/bounds.ts';
import { Explorer } from '../../../src/lib/check/explorer.ts';
import { worldOf, type Exploration } from '../../../src/lib/check/exploration.ts';
import { reverseGraph, backwardReachable } from '../../../src/lib/check/graph.ts';
import { labelsTo, replay } from '../../../src/lib/check/paths.ts';
import { factsOf, personActs } from '../../../src/lib/check/properties.ts';
import { Tables } from '../../../src/lib/check/tables.ts';
import { COMPONENTS } from '../../../src/lib/machines/components.ts';
import { RELEASED_APP, type Knobs } from '../../../src/lib/machines/knobs.ts';
import { refusal } from '../../../src/lib/sim/acts.ts';
import { present } from '../../../src/lib/sim/history.ts';
import { isLocked } from '../../../src/lib/sim/summary.ts';
import { lockoutReasonOf, type LockoutReason } from '../../../src/lib/sim/lockoutReason.ts';
import { circleOf, waitsIn } from '../../../src/lib/sim/waits.ts';
import { isIn, stateOf, type World } from '../../../src/lib/sim/world.ts';

/** Worlds that differ in the snapshot of one machine at least, each as its shortest history leaves it. */
interface Locked {
	readonly world: World;
	readonly account: LockoutReason | null;
	/** Whether the lock can end without a person, and whether it can at all. */
	readonly byItself: boolean;
	readonly withPerson: boolean;
}

const FLAG_ON: Knobs = { ...RELEASED_APP, includeAllNetworks: true };
const explore = (knobs: Knobs, bounds: Bounds = boundsFor(knobs)): Exploration =>
	new Explorer(knobs, bounds, new Tables()).run();

function lockedIn(explored: Exploration): Locked[] {
	const { graph, quiet, knobs, tables, snapshotOf } = explored;
	const facts = factsOf(explored);
	const byPerson = personActs(explored);
	const ways = reverseGraph(graph);
	const isFree = (node: number) => quiet[node] === 1 && facts[node]?.locked === false;
	const byItself = backwardReachable(graph, ways, isFree, (label) => !byPerson(label));
	const withPerson = backwardReachable(graph, ways, isFree, () => true);
	const kinds = new Map<string, number>();
	for (let node = 0; node < graph.nodes; node++) {
		const kind = COMPONENTS.map((_, part) => snapshotOf(node, part)).join();
		if (quiet[node] && !kinds.has(kind) && isLocked(worldOf(tables, knobs, (part) => snapshotOf(node, part))))
			kinds.set(kind, node);
	}
	return [...kinds.values()].map((node) => {
		const world = present(replay(explored, labelsTo(explored, node)));
		return {
			world,
			account: lockoutReasonOf(world),
			byItself: byItself[node] === 1,
			withPerson: withPerson[node] === 1
		};
	});
}

const chainOf = ({ waits }: LockoutReason) => [waits[0]?.from, ...waits.map(({ to }) => to)].join(' → ');
const statesOf = (world: World) => `${stateOf(world, 'sessionManager')}, ${stateOf(world, 'appStoreUpdater')}`;
const CIRCLE = 'appStoreUpdater → kernelRouter → tunnelProcess → appStoreUpdater';
const PERSON = 'kernelRouter → tunnelProcess → person';

describe('the phone as it ships, flag on', { timeout: 120_000 }, () => {
	const locked = lockedIn(explore(FLAG_ON));
	const found = (says: (account: LockoutReason) => boolean) => locked.filter(({ account }) => account && says(account));

	test('every locked world is told as it really is: locked, with nothing under way but what is slow', () => {
		expect(locked.length).toBeGreaterThan(250);
		expect(
			locked.filter(({ world, account }) => !isLocked(world) || account === null).map(({ world }) => statesOf(world))
		).toEqual([]);
	});

	test('each is either the circle of the article or a chain that ends with a person, and nothing else', () => {
		expect(new Set(locked.map(({ account }) => account && chainOf(account)))).toEqual(new Set([CIRCLE, PERSON]));
	});

	test('it is the circle where the update is still wanted, and the person where nobody downloads any more', () => {
		const states = (says: (account: LockoutReason) => boolean) =>
			[...new Set(found(says).map(({ world }) => statesOf(world)))].sort();
		expect(states(({ endsWith }) => endsWith === null)).toEqual([
			'updating, downloading',
			'updating, waitingForConnectivity'
		]);
		expect(states(({ endsWith }) => endsWith === 'person')).toEqual([
			...[
				'downloadCancelled, cancelled',
				'downloadCancelled, requested',
				'toggledOff, cancelled',
				'toggledOff, requested',
				'updating, cancelled'
			]
		]);
	});

	test('a circle is the one that figures draw, once the download is held', () => {
		for (const { world, account } of found(({ endsWith }) => endsWith === null)) {
			if (isIn(world, 'appStoreUpdater', 'waitingForConnectivity'))
				expect(circleOf(waitsIn(world))).toEqual(account?.waits);
		}
	});

	test('each wait begins where the one before it ends', () => {
		for (const { account } of locked) {
			const waits = account?.waits ?? [];
			expect(waits.slice(1).map(({ from }) => from)).toEqual(waits.slice(0, -1).map(({ to }) => to));
		}
	});

	test('none of them ends by itself, and a person can end each', () => {
		expect(
			locked.filter(({ byItself, withPerson }) => byItself || !withPerson).map(({ world }) => statesOf(world))
		).toEqual([]);
	});

	test('a person who is to toggle the VPN can do so, and one who is to reboot has nothing to toggle or toggles in vain', () => {
		const ends = found(({ endsWith }) => endsWith === 'person').map(({ world, account }) => ({
			world,
			text: account?.waits.at(-1)?.text ?? ''
		}));
		for (const { world, text } of ends) {
			const helps = refusal(world, 'toggleVpn') === null && !isIn(world, 'sessionManager', 'updating');
			expect(text.includes('toggles'), statesOf(world)).toBe(helps);
		}
	});
});

describe('other phones', { timeout: 120_000 }, () => {
	test.each([
		['BSD socket, an update by hand', { transport: 'bsdSocket', updateSource: 'manual' }],
		['the downloader exempt from the flag', { repairs: ['downloaderExempt'] }],
		['the same, and no automatic updates', { repairs: ['downloaderExempt', 'manualUpdates'] }],
		['the old tunnel allowed', { repairs: ['oldTunnelMayStart'] }],
		['the app told before', { repairs: ['toldBefore'] }]
	] as const satisfies readonly (readonly [string, Partial<Knobs>])[])(
		'%s: a lock ends by itself exactly where its account ends with a part of the phone that is at work',
		(_, more) => {
			const knobs: Knobs = { ...FLAG_ON, safariTraffic: 'quiet', ...more };
			for (const { world, account, byItself } of lockedIn(
				explore(knobs, {
					...boundsFor(knobs),
					acts: ['connect', 'update', 'cancelDownload', 'uninstall', 'removeProfile', 'toggleVpn', 'reboot', 'safari']
				})
			)) {
				expect(account, statesOf(world)).not.toBeNull();
				expect(account?.endsWith !== null && account?.endsWith !== 'person', statesOf(world)).toBe(byItself);
			}
		}
	);
});

test('a phone that is not locked has no account to give', () => {
	const explored = explore(RELEASED_APP, { acts: ['connect', 'update'], maxWorlds: 100_000 });
	expect(lockedIn(explored)).toEqual([]);
	expect(lockoutReasonOf(present(replay(explored, [])))).toBeNull();
});
