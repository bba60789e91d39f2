/** What the checker says of the phone as it ships, and that each path it gives is a history that breaks what it says. */
import { beforeAll, describe, expect, test } from 'vitest';
import { boundsFor } from '../../../src/lib/check/bounds.ts';
import {
	check,
	PROPERTY_IDS,
	type Counterexample,
	type PropertyId,
	type Verdicts
} from '../../../src/lib/check/check.ts';
import { Tables } from '../../../src/lib/check/tables.ts';
import { RELEASED_APP, type Knobs } from '../../../src/lib/machines/knobs.ts';
import { parsePermalink } from '../../../src/lib/scenarios/parsePermalink.ts';
import { advance, fork, present, settle, type History } from '../../../src/lib/sim/history.ts';
import { ladderOf } from '../../../src/lib/scene/ladder.ts';
import { connectivity, isLocked, summarise } from '../../../src/lib/sim/summary.ts';
import { stateOf } from '../../../src/lib/sim/world.ts';
import { plainCheck } from './referenceExplorer.ts';

const CONFIGURATIONS = {
	'flag on': { includeAllNetworks: true },
	'flag off': {},
	'flag off, LocalNet': { network: 'localNet' },
	'flag off, ServerIP': { network: 'serverIp' },
	'flag on, on-demand off': { includeAllNetworks: true, onDemand: false },
	'flag on, LocalNet': { includeAllNetworks: true, network: 'localNet' },
	'flag on, BSD socket': { includeAllNetworks: true, transport: 'bsdSocket' }
} as const satisfies Record<string, Partial<Knobs>>;
type Configuration = keyof typeof CONFIGURATIONS;

const found = {} as Record<Configuration, Verdicts>;
beforeAll(() => {
	const tables = new Tables();
	for (const [name, knobs] of Object.entries(CONFIGURATIONS))
		found[name as Configuration] = check({ ...RELEASED_APP, ...knobs }, { tables });
}, 300_000);

const failing = ({ verdicts }: Verdicts): PropertyId[] => PROPERTY_IDS.filter((id) => !verdicts[id].holds);
const shortest = (configuration: Configuration, property: PropertyId): Counterexample => {
	const path = found[configuration].verdicts[property].counterexamples[0];
	if (!path) throw new Error(`${property} holds with ${configuration}.`);
	return path;
};

/** The history that a link opens, up to where it stands. */
function opened(link: string): History {
	const moment = parsePermalink(link, 1);
	if (!moment || 'error' in moment || !moment.runs[0]) throw new Error(`The link ${link} does not open.`);
	expect(moment.notice).toBeNull();
	return fork(moment.runs[0], moment.positions[0] ?? 0);
}

describe('the phone as it ships', () => {
	test.each([
		['flag on', ['noLockout', 'updateCompletes']],
		['flag off', ['noLeak']],
		['flag off, LocalNet', ['noLeak']],
		['flag off, ServerIP', ['noLeak']],
		['flag on, on-demand off', ['noLeak']],
		['flag on, LocalNet', ['noLockout', 'updateCompletes']],
		['flag on, BSD socket', ['noLockout', 'noSilentLoss', 'updateCompletes']]
	] as const)('%s: what does not hold is %j', (configuration, properties) => {
		expect(failing(found[configuration])).toEqual(properties);
	});

	test('flag on: the shortest way into a lockout is the article’s update', () => {
		expect(shortest('flag on', 'noLockout').acts).toEqual(['connect', 'update']);
	});

	test('flag off: the update leaks, and so do both lying networks, each by its own rule', () => {
		const leaks = (configuration: Configuration) =>
			found[configuration].verdicts.noLeak.counterexamples.map(({ rule, acts }) => ({
				rule,
				updated: acts.includes('update')
			}));
		expect(leaks('flag off')).toEqual([{ rule: 'leak', updated: true }]);
		expect(leaks('flag off, LocalNet')).toEqual([
			{ rule: 'local', updated: false },
			{ rule: 'leak', updated: true }
		]);
		expect(leaks('flag off, ServerIP')).toEqual([
			{ rule: 'relayAddress', updated: false },
			{ rule: 'leak', updated: true }
		]);
	});

	test('flag on, on-demand off: nothing locks, because the update ends the session, and then all goes out in the clear unannounced', () => {
		expect(found['flag on, on-demand off'].verdicts.noLeak.counterexamples).toMatchObject([
			{ rule: 'noVpn', acts: ['connect', 'update'] }
		]);
	});

	test('flag on: out of it leads a reboot (C32), or else cancelling and toggling twice (C31), and nothing else', () => {
		expect(found['flag on'].escapePaths?.ways.map(({ acts }) => acts)).toEqual([
			['reboot'],
			['cancelDownload', 'toggleVpn', 'toggleVpn']
		]);
	});

	test('flag on: removing the profile or the app is in vain, as often as one likes (C33)', () => {
		expect(found['flag on'].escapePaths?.inVain).toEqual(expect.arrayContaining(['removeProfile', 'uninstall']));
	});

	test('nothing was left unexplored, and what the bounds leave out is said in sentences', () => {
		for (const { gaveUp, bounds } of Object.values(found)) {
			expect(gaveUp).toBe(false);
			expect(bounds.filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([]);
		}
	});
});

describe('a path, opened by its link and played by the player', () => {
	test('is the history that it says it is', () => {
		for (const { verdicts } of Object.values(found)) {
			for (const { link, steps, ends, acts } of PROPERTY_IDS.flatMap((id) => verdicts[id].counterexamples)) {
				const history = opened(link);
				expect(history.entries).toHaveLength(steps);
				expect(history.entries.flatMap(({ choice }) => (choice.type === 'act' ? [choice.act] : []))).toEqual(acts);
				expect(history.entries.flatMap(({ records }) => records).filter(({ refused }) => refused)).toEqual([]);
				expect(history.entries.flatMap(({ records }) => records).at(-1)?.text).toBe(ends);
			}
		}
	});

	test.each(['flag off', 'flag off, LocalNet', 'flag off, ServerIP', 'flag on, on-demand off'] as const)(
		'%s: ends with a leak while the person believes they are protected, and every view calls it one',
		(configuration) => {
			for (const { link, rule } of found[configuration].verdicts.noLeak.counterexamples) {
				const history = opened(link);
				expect(history.entries.at(-1)?.records).toMatchObject([{ rule, packet: { fate: 'leaked' } }]);
				expect(stateOf(present(history), 'person')).toBe('believesProtected');
				expect(summarise(history).leaked).toBeGreaterThan(0);
				expect(ladderOf(history).rows.at(-1)).toMatchObject({ fate: 'leaked' });
			}
		}
	);

	test('flag on, BSD socket: ends with a packet that vanished and a send that is said to have succeeded', () => {
		const history = opened(shortest('flag on, BSD socket', 'noSilentLoss').link);
		expect(history.entries.at(-1)?.records).toMatchObject([{ packet: { fate: 'vanished' } }]);
		expect(present(history).pending.some(({ event }) => event.type === 'send.ok')).toBe(true);
	});

	test.each(['flag on', 'flag on, BSD socket'] as const)(
		'%s: ends without network, and nothing that happens by itself brings it back',
		{ timeout: 60_000 },
		(configuration) => {
			const end = present(opened(shortest(configuration, 'noLockout').link));
			expect(connectivity(end)).toBe('none');
			// Nobody acts from here on, not even the world: what is left to happen is explored to its end.
			expect(plainCheck(end.knobs, { ...boundsFor(end.knobs), acts: [] }, { first: end }).broken.noLockout).toBe(0);
		}
	);

	test('flag on: ends before an update that cannot finish, and played on it is locked', () => {
		const after = settle(opened(shortest('flag on', 'updateCompletes').link));
		expect(stateOf(present(after), 'appStoreUpdater')).toBe('waitingForConnectivity');
		expect(isLocked(present(after))).toBe(true);
	});

	test('flag on: into the lockout, the way that is told ends where the phone is locked; each way out ends with a network', () => {
		const { escapePaths } = found['flag on'];
		expect(isLocked(present(opened(escapePaths?.lockout.link ?? '')))).toBe(true);
		for (const { link } of escapePaths?.ways ?? []) expect(connectivity(present(opened(link)))).not.toBe('none');
	});
});

test('a history that the player played needs no picks in its link, and one of the checker’s gets them', () => {
	const { link } = shortest('flag on', 'noLockout');
	expect(link).toContain('picks=');
	const picked = opened(link);
	const played = advance(fork(picked, 0), (_, steps) => steps >= picked.entries.length);
	expect(played.entries).not.toEqual(picked.entries);
});
