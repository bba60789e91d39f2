/** What the prose says of the table of phones is what the checker finds: of a number the words around it as well. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { boundsFor } from '../../src/lib/check/bounds.ts';
import { PHONES } from '../../src/lib/check/phoneTable.ts';
import { Explorer } from '../../src/lib/check/explorer.ts';
import { isByPerson } from '../../src/lib/check/exploration.ts';
import type { PhoneVerdict } from '../../src/lib/check/phoneVerdict.ts';
import { counterexampleOf } from '../../src/lib/check/paths.ts';
import { factsOf, judge, PROPERTY_IDS } from '../../src/lib/check/properties.ts';
import { Tables } from '../../src/lib/check/tables.ts';
import { REPAIR_IDS, REPAIR_MAKERS } from '../../src/lib/machines/repairs.ts';
import { CASES } from '../../src/lib/ui/chapter/proof.ts';
import { placed } from '../../src/lib/ui/chapter/prose.ts';
import { COUNT_IDS, countsIn } from '../../src/lib/ui/controls/phones/counts.ts';

const CHAPTER = readFileSync(new URL('../../content/chapters/10-the-proof/index.svx', import.meta.url), 'utf8');

/**
 * Of what people do, only as much as the paths of the table need, and the way out: what breaks without any more of it
 * breaks with it. That nothing else breaks is what the build finds, with every act; a browser test reads it there.
 */
const NEEDED = ['connect', 'toggleVpn', 'safari', 'reboot'];

function judged(tables: Tables): PhoneVerdict[] {
	return PHONES.map((knobs) => {
		const bounds = boundsFor(knobs);
		const acts = bounds.acts.filter((act) => NEEDED.includes(act) || !isByPerson(act, knobs));
		const explored = new Explorer(knobs, { ...bounds, acts }, tables).run();
		const breaches = judge(explored, factsOf(explored));
		const broken = PROPERTY_IDS.flatMap((property) => {
			const [breach] = breaches[property];
			return breach ? [{ property, counterexample: counterexampleOf(explored, property, breach) }] : [];
		});
		return { knobs, worlds: explored.graph.nodes, broken };
	});
}

describe('the numbers of chapter 10', () => {
	let phones: PhoneVerdict[];
	beforeAll(() => {
		phones = judged(new Tables());
	}, 300_000);

	test('are these, and the sentences around them are true of them', () => {
		const counts = Object.fromEntries(
			Object.entries(countsIn(phones)).map(([id, { phones: some, of }]) => [id, `${some} of ${of}`])
		);
		expect(counts).toEqual({
			// With the flag on nothing leaks, if on-demand is on and the local network inside; not otherwise.
			protectedLeaks: '0 of 9',
			flagOnLeaks: '14 of 36',
			// With the flag off everything leaks.
			flagOffLeaks: '18 of 18',
			// No choice of settings keeps all three promises: whatever leaks nothing can be locked out.
			kept: '0 of 54',
			tight: '22 of 54',
			tightLocked: '22 of 22',
			// There is always a way out.
			wayOut: '54 of 54'
		});
	});

	test('the flag-on phones that leak have on-demand off, or local networks excluded and a lying lease', () => {
		const leaking = phones.filter(
			({ knobs, broken }) => knobs.includeAllNetworks && broken.some(({ property }) => property === 'noLeak')
		);
		expect(
			leaking.filter(({ knobs }) => knobs.onDemand && !(knobs.excludeLocalNetworks && knobs.network === 'localNet'))
		).toEqual([]);
	});

	test('how a lockout and an update that cannot complete go on: in a circle, or unheard', () => {
		const comes = new Map<string, number>();
		for (const { property, counterexample } of phones.flatMap(({ broken }) => broken)) {
			if (counterexample.comesTo === null) expect(['noLeak', 'noSilentLoss']).toContain(property);
			else
				comes.set(
					`${property}: ${counterexample.comesTo}`,
					(comes.get(`${property}: ${counterexample.comesTo}`) ?? 0) + 1
				);
		}
		expect([...comes].sort()).toEqual([
			[
				'noLockout: From here on the network needs the tunnel, and the tunnel needs an answer to its own probes, each of which is thrown away: it is never declared up.',
				12
			],
			[
				'noLockout: From here on the network needs the tunnel, the tunnel needs the download, the download needs the network, and so the circle closes.',
				12
			],
			[
				'updateCompletes: From here on the download needs the network, the network needs the tunnel, and the tunnel needs an answer to its own probes, each of which is thrown away: it is never declared up.',
				6
			],
			[
				'updateCompletes: From here on the download needs the network, the network needs the tunnel, the tunnel needs the download, and so the circle closes.',
				18
			]
		]);
	});

	test('stand in the prose, and no count stands there that nobody computes', () => {
		const told = placed(CHAPTER, 'PhoneCount').map(({ of }) => of);
		expect([...told].sort()).toEqual([...COUNT_IDS].sort());
	});
});

test('the candidates are as chapter 10 says: seven, four of Apple’s, one of Apple’s and the app’s, two of the user’s', () => {
	const makers = REPAIR_IDS.map((id) => REPAIR_MAKERS[id].join(' and '));
	expect(makers.sort()).toEqual(['apple', 'apple', 'apple', 'apple', 'apple and app', 'user', 'user']);
	expect(CHAPTER).toContain('Seven small changes');
	expect(CHAPTER).toContain('four are Apple’s, one needs Apple and the app, two are the user’s');
});

test('the phones of its first table are five', () => {
	expect(CASES).toHaveLength(5);
	expect(CHAPTER).toContain('These are five phones.');
});
