/** The table of phones: each phone that the knobs can make has a row, and what has no column changes no verdict. */
import { describe, expect, test } from 'vitest';
import type { Bounds } from '../../../src/lib/check/bounds.ts';
import { COLUMN_IDS, everyPhone, checkPhone, PHONES, standsFor } from '../../../src/lib/check/phoneTable.ts';
import { Explorer } from '../../../src/lib/check/explorer.ts';
import { check, PROPERTY_IDS } from '../../../src/lib/check/check.ts';
import { agree, phoneVerdictOf, pathTo, type PhoneVerdict } from '../../../src/lib/check/phoneVerdict.ts';
import { Tables } from '../../../src/lib/check/tables.ts';
import { RELEASED_APP, type Knobs } from '../../../src/lib/machines/knobs.ts';
import { parsePermalink } from '../../../src/lib/scenarios/parsePermalink.ts';
import { fork } from '../../../src/lib/sim/history.ts';

const FLAG_OFF: Knobs = { ...RELEASED_APP, safariTraffic: 'quiet' };
const FLAG_ON: Knobs = { ...FLAG_OFF, includeAllNetworks: true };
const SOCKET: Partial<Knobs> = { transport: 'bsdSocket' };
const PEER: Partial<Knobs> = { ephemeralPeer: 'quantum' };

const stateKey = (knobs: Knobs) => COLUMN_IDS.map((id) => String(knobs[id])).join(' ');

describe('the phones', () => {
	const every = everyPhone();

	test('that the knobs can make are all there, and each has its row', () => {
		expect(every).toHaveLength(46_080);
		expect(new Set(every.map((phone) => stateKey(standsFor(phone))))).toEqual(new Set(PHONES.map(stateKey)));
	});

	test('of the table are 78, all different, and each stands for itself', () => {
		expect(new Set(PHONES.map(stateKey)).size).toBe(78);
		expect(PHONES.map(standsFor)).toEqual(PHONES);
	});
});

describe('world for world the same', () => {
	const BOUNDS: Bounds = { acts: ['connect', 'update', 'toggleVpn', 'safari'], maxWorlds: 300_000 };

	/** Which worlds follow from which, whatever they are called, and where something leaks or is lost. */
	function shapeOf(knobs: Knobs): string {
		const { graph, quiet, leaks, silent } = new Explorer(knobs, BOUNDS, new Tables()).run();
		return [graph.first, graph.to, quiet, leaks.map((fault) => fault?.world), silent?.world]
			.map((part) => JSON.stringify(part && Object.values(part)))
			.join('\n');
	}

	const alike = (base: Knobs, ...changes: Partial<Knobs>[]) => [stateKey(base), base, changes] as const;
	const cases = {
		'whatever iOS it is': [
			alike({ ...FLAG_ON, ...SOCKET }, { iosVersion: 15 }, { iosVersion: 16 }, { iosVersion: 17 }),
			alike(FLAG_OFF, { iosVersion: 15 })
		],
		'whatever a peer is negotiated for': [
			alike({ ...FLAG_ON, ...PEER }, { ephemeralPeer: 'daita' }, { ephemeralPeer: 'both' }),
			alike({ ...FLAG_OFF, ...PEER, ...SOCKET }, { ephemeralPeer: 'both' })
		],
		'whether an update comes from the store or from Xcode': [
			alike(FLAG_ON, { updateSource: 'xcode' }),
			alike(FLAG_OFF, { updateSource: 'xcode' })
		],
		'by the newer API or by the older ones': [
			alike({ ...FLAG_ON, ...SOCKET }, { transport: 'nwConnection' }),
			alike({ ...FLAG_OFF, ...SOCKET, ...PEER }, { transport: 'nwConnection' }),
			alike(
				{ ...FLAG_ON, ...SOCKET, onDemand: false, network: 'localNet', excludeLocalNetworks: true },
				{ transport: 'nwConnection' }
			)
		],
		'with local networks excluded and the flag off': (['honest', 'localNet', 'serverIp'] as const).map((network) =>
			alike({ ...FLAG_OFF, network }, { excludeLocalNetworks: true })
		)
	};
	for (const [name, phones] of Object.entries(cases)) {
		test.each(phones)(`${name}: %s`, { timeout: 60_000 }, (_, base, changes) => {
			const shape = shapeOf(base);
			for (const change of changes) {
				const phone = { ...base, ...change };
				expect(standsFor(phone)).toEqual(standsFor(base));
				expect(shapeOf(phone) === shape, JSON.stringify(change)).toBe(true);
			}
		});
	}

	test('is not said lightly: on-demand makes another phone', () => {
		expect(shapeOf(FLAG_ON) === shapeOf({ ...FLAG_ON, onDemand: false })).toBe(false);
	});
});

describe('the same verdicts in other worlds', () => {
	const tables = new Tables();
	const rows = new Map<string, PhoneVerdict>();
	const judged = (knobs: Knobs): PhoneVerdict => {
		const known = rows.get(JSON.stringify(knobs)) ?? checkPhone(knobs, tables);
		rows.set(JSON.stringify(knobs), known);
		return known;
	};
	const failing = (phone: PhoneVerdict) =>
		phone.broken.map(({ property, counterexample: { rule } }) => ({ property, rule }));

	test.each([
		['two relays', FLAG_ON, { multihop: true }],
		['two relays and a peer', FLAG_OFF, { multihop: true, ...PEER }],
		['two relays, a lying lease', { ...FLAG_ON, excludeLocalNetworks: true, network: 'localNet' }, { multihop: true }],
		['a peer', FLAG_ON, PEER],
		['told at the third attempt', { ...FLAG_ON, ...SOCKET }, { startTunnelReturns: 'afterTwoAttempts' }],
		[
			'told before any handshake',
			{ ...FLAG_ON, ...SOCKET, onDemand: false },
			{ startTunnelReturns: 'beforeHandshake' }
		],
		['told before any handshake, around the kernel', FLAG_ON, { startTunnelReturns: 'beforeHandshake' }],
		['told on the first reply, around the kernel', { ...FLAG_ON, onDemand: false }, { startTunnelReturns: 'onReply' }],
		['told on the first reply, flag off', { ...FLAG_OFF, ...SOCKET }, { startTunnelReturns: 'onReply' }],
		[
			'a peer that cannot be had, told at the third attempt',
			{ ...FLAG_ON, ...SOCKET, ...PEER, onDemand: false },
			{ startTunnelReturns: 'afterTwoAttempts' }
		],
		[
			'a peer that cannot be had, told before any handshake',
			{ ...FLAG_ON, ...SOCKET, ...PEER },
			{ startTunnelReturns: 'beforeHandshake', multihop: true }
		],
		[
			'a peer that cannot be had, told on a reply that never comes',
			{ ...FLAG_ON, ...SOCKET, onDemand: false, startTunnelReturns: 'onReply' },
			PEER
		],
		['a peer, a lying DNS', { ...FLAG_OFF, ...SOCKET, network: 'serverIp' }, PEER],
		['updates by hand', FLAG_ON, { updateSource: 'manual' }],
		['updates by hand, on-demand off', { ...FLAG_ON, onDemand: false }, { updateSource: 'manual' }],
		[
			'updates by hand, a socket, on-demand off',
			{ ...FLAG_ON, ...SOCKET, onDemand: false },
			{ updateSource: 'manual' }
		],
		['a page that keeps itself fresh', FLAG_ON, { safariTraffic: 'steady' }],
		[
			'a page that keeps itself fresh, no probes, on-demand off',
			{ ...FLAG_OFF, transport: 'noProbes', onDemand: false },
			{ safariTraffic: 'steady' }
		],
		[
			'all of it at once',
			{ ...FLAG_ON, ...SOCKET, ...PEER, network: 'serverIp' },
			{
				ephemeralPeer: 'both',
				startTunnelReturns: 'beforeHandshake',
				multihop: true,
				updateSource: 'manual',
				safariTraffic: 'steady'
			}
		]
	] as [string, Knobs, Partial<Knobs>][])('%s', { timeout: 120_000 }, (_, base, change) => {
		const phone = { ...base, ...change };
		expect(standsFor(phone)).toEqual(base);
		expect(failing(judged(phone))).toEqual(failing(judged(base)));
	});

	test(
		'the columns are there for a reason: each changes a verdict of the phone with the flag on',
		{ timeout: 120_000 },
		() => {
			const lying = { ...FLAG_ON, network: 'localNet' } as const;
			const pairs: [Knobs, Partial<Knobs>][] = [
				[FLAG_ON, { includeAllNetworks: false }],
				[lying, { excludeLocalNetworks: true }],
				[FLAG_ON, { onDemand: false }],
				[FLAG_ON, SOCKET],
				[{ ...FLAG_ON, ...SOCKET, onDemand: false }, PEER],
				[{ ...FLAG_ON, ...SOCKET, onDemand: false }, { startTunnelReturns: 'onReply' }],
				[{ ...FLAG_ON, excludeLocalNetworks: true }, { network: 'localNet' }]
			];
			for (const [base, change] of pairs)
				expect(failing(judged({ ...base, ...change })), JSON.stringify(change)).not.toEqual(failing(judged(base)));
		}
	);

	test(
		'a row is what a whole check says, and every path in it opens and ends as it is told',
		{ timeout: 120_000 },
		() => {
			for (const knobs of [
				FLAG_ON,
				{ ...FLAG_ON, ...SOCKET, onDemand: false },
				{ ...FLAG_OFF, network: 'localNet' }
			] as Knobs[]) {
				const row = judged(knobs);
				expect(phoneVerdictOf(check(knobs, { tables }))).toEqual(row);
				for (const { counterexample } of row.broken) {
					const opened = parsePermalink(counterexample.link, 1);
					if (!opened || 'error' in opened || !opened.runs[0]) throw new Error('The link does not open.');
					const { entries } = fork(opened.runs[0], opened.positions[0] ?? 0);
					expect(entries).toHaveLength(counterexample.steps);
					expect(entries.flatMap(({ records }) => records).at(-1)?.text).toBe(counterexample.ends);
				}
			}
		}
	);

	test('two explorations agree when they found as many worlds and the same paths, and not otherwise', () => {
		const row = judged(FLAG_ON);
		expect(agree(row, { ...row })).toBe(true);
		expect(agree(row, { ...row, worlds: row.worlds + 1 })).toBe(false);
		expect(agree(row, { ...row, broken: row.broken.slice(1) })).toBe(false);
		expect(agree({ ...row, broken: [] }, row)).toBe(false);
		expect(PROPERTY_IDS.filter((id) => pathTo(row, id))).toEqual(['noLockout', 'updateCompletes']);
	});
});
