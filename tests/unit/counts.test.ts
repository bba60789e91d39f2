/** What prose and comments count is what the checker finds: of a number the words around it as well. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { boundsFor, LARGEST, LARGEST_REPAIRED } from '../../src/lib/check/bounds.ts';
import { Explorer } from '../../src/lib/check/explorer.ts';
import { checkPhones, distinctPhones, everyPhone, PHONES } from '../../src/lib/check/phoneTable.ts';
import type { PhoneVerdict } from '../../src/lib/check/phoneVerdict.ts';
import { Tables } from '../../src/lib/check/tables.ts';
import { RELEASED_APP, type Knobs } from '../../src/lib/machines/knobs.ts';
import { REPAIR_IDS, REPAIR_MAKERS } from '../../src/lib/machines/repairs.ts';
import { CASES } from '../../src/lib/ui/chapter/proof.ts';
import { placed } from '../../src/lib/ui/chapter/prose.ts';
import { COUNT_IDS, countsIn } from '../../src/lib/ui/controls/phones/counts.ts';
import { failureGroups } from '../../src/lib/ui/controls/phones/failureGroups.ts';

const ROOT = new URL('../../', import.meta.url);
const textOf = (file: string): string => readFileSync(new URL(file, ROOT), 'utf8');
const CHAPTER = textOf('content/chapters/10-the-proof/index.svx');
const DECISION = textOf('content/decisions/0013-verdicts-for-every-phone.md');

describe('the numbers of chapter 10', () => {
	let phones: PhoneVerdict[];
	beforeAll(() => {
		phones = checkPhones();
	}, 300_000);

	test('are these, and the sentences around them are true of them', () => {
		const counts = Object.fromEntries(
			Object.entries(countsIn(phones)).map(([id, { phones: some, of }]) => [id, `${some} of ${of}`])
		);
		expect(counts).toEqual({
			// With the flag on nothing leaks, if on-demand is on and the local network inside; not otherwise.
			protectedLeaks: '0 of 15',
			flagOnLeaks: '28 of 60',
			// With the flag off everything leaks.
			flagOffLeaks: '18 of 18',
			// No choice of settings keeps all three promises: whatever leaks nothing can be locked out.
			kept: '0 of 78',
			tight: '32 of 78',
			tightLocked: '32 of 32',
			// There is always a way out.
			wayOut: '78 of 78'
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
		const CIRCLE = 'the network needs the tunnel, the tunnel needs the download';
		const SILENT =
			'the network needs the tunnel, and the tunnel needs an answer to its own probes, each of which is thrown away: the system is never told that it is up.';
		const NO_PEER =
			'the network needs the tunnel, and the tunnel needs an ephemeral peer, of which every segment is thrown away.';
		const circle = `From here on ${CIRCLE}, the download needs the network, and so the circle closes.`;
		const download = 'From here on the download needs the network, ';
		expect(Object.fromEntries(comes)).toEqual({
			[`noLockout: ${circle}`]: 19,
			[`noLockout: From here on ${SILENT}`]: 12,
			[`noLockout: From here on ${NO_PEER}`]: 10,
			[`updateCompletes: ${download}${CIRCLE}, and so the circle closes.`]: 30,
			[`updateCompletes: ${download}${SILENT}`]: 6,
			[`updateCompletes: From here on ${NO_PEER}`]: 6
		});
	});

	test('are told in as many ways as decision 0013 says', () => {
		expect(failureGroups(phones)).toHaveLength(12);
		expect(DECISION).toContain('The last steps of all paths, with what comes of them, are twelve.');
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

describe('every number of worlds or of phones that stands in prose or in a comment', () => {
	const worldsOf = (knobs: Knobs): number => new Explorer(knobs, boundsFor(knobs), new Tables()).run().graph.nodes;
	const written = (count: number): string => count.toLocaleString('en-GB');
	const COUNTED: Readonly<Record<string, readonly number[]>> = {
		worlds: [
			worldsOf({ ...RELEASED_APP, includeAllNetworks: true }),
			worldsOf(LARGEST),
			worldsOf(LARGEST_REPAIRED),
			boundsFor(RELEASED_APP).maxWorlds
		],
		phones: [everyPhone().length, distinctPhones().length, PHONES.length]
	};
	/** A number with its noun, and the paragraph or the comment in which it stands. */
	const numbersIn = (file: string) =>
		textOf(file)
			.split(/\n\s*\n|\*\/|(?<=\.)\n(?=- )/)
			.flatMap((around) =>
				[...around.replace(/\n\s*\*?\s*/g, ' ').matchAll(/(\d[\d,]*)( million)? (worlds|phones)\b/g)].map(
					([text, digits = '', million, noun = '']) => ({ text, digits, million, noun, around })
				)
			);
	const filesIn = (folder: string, kind: RegExp): string[] =>
		readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
			.filter((name) => kind.test(name))
			.map((name) => `${folder}/${name}`);
	const files = [
		'README.md',
		...filesIn('content', /\.(md|svx)$/),
		...filesIn('src/lib/check', /\.ts$/),
		...filesIn('scripts/check', /\.ts$/)
	];

	test('is what the program counts, or what a script counts that is named beside it', () => {
		for (const file of files) {
			for (const { text, digits, million, noun, around } of numbersIn(file)) {
				const script = /scripts\/[\w/]+\.ts/.exec(around)?.[0];
				if (million !== undefined) expect(script && existsSync(new URL(script, ROOT)), `${file}: ${text}`).toBe(true);
				else expect(COUNTED[noun]?.map(written), `${file}: ${text}`).toContain(digits);
			}
		}
	});

	test('is found where it stands: in README, in decisions and in comments', () => {
		const found = files.flatMap((file) => numbersIn(file).map(({ text }) => `${file}: ${text}`));
		expect(found.map((line) => line.replace(/[\d,]+/g, (digits) => (/^0\d/.test(digits) ? digits : 'N')))).toEqual(
			expect.arrayContaining([
				'README.md: N worlds',
				'content/decisions/0010-the-checker.md: N worlds',
				'content/decisions/0013-verdicts-for-every-phone.md: N phones',
				'content/decisions/0013-verdicts-for-every-phone.md: N million worlds',
				'src/lib/check/bounds.ts: N worlds'
			])
		);
	});

	test('is the one of the phone that it is said of', () => {
		expect(textOf('README.md')).toContain(
			`\`npm run -s check -- --ian on\` visits ${written(worldsOf({ ...RELEASED_APP, includeAllNetworks: true }))} worlds`
		);
		expect(DECISION).toContain(
			`The knobs make ${written(everyPhone().length)} phones. The page of verdicts has ${PHONES.length}:`
		);
		for (const text of [textOf('content/decisions/0010-the-checker.md'), textOf('src/lib/check/bounds.ts')]) {
			expect(text).toContain(`${written(worldsOf(LARGEST))} worlds`);
			expect(text).toContain(`${written(worldsOf(LARGEST_REPAIRED))} worlds`);
		}
	});
});
