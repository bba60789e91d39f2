/** The table of phones: what an address asks of it, which phones are shown, and in which order. */
import { describe, expect, test } from 'vitest';
import { PHONES } from '../../src/lib/check/phoneTable.ts';
import type { PropertyId } from '../../src/lib/check/check.ts';
import { RELEASED_APP, type Knobs } from '../../src/lib/machines/knobs.ts';
import { failureGroupOf, failureGroups } from '../../src/lib/ui/controls/phones/failureGroups.ts';
import {
	askedInWords,
	queryOf,
	QUESTIONS,
	shownIn,
	SORTS,
	viewIn,
	WHOLE,
	type NumberedPhone,
	type View
} from '../../src/lib/ui/controls/phones/phoneView.ts';
import { briefOf } from '../../src/lib/ui/controls/phones/phoneLabels.ts';

/** As the table would be if leaks took so many steps with the flag off, and lockouts with it on; nothing else broke. */
function phoneOf(knobs: Knobs, at: number): NumberedPhone {
	const [property, steps]: [PropertyId, number] = knobs.includeAllNetworks
		? ['noLockout', 17]
		: ['noLeak', knobs.network === 'honest' ? 39 : 31];
	return {
		number: at + 1,
		knobs,
		worlds: 1_000 - at,
		broken: [{ property, counterexample: { acts: ['connect'], steps, ends: '', link: '', rule: null, comesTo: null } }]
	};
}
const phones = PHONES.map(phoneOf);
const shown = (view: Partial<View>) => shownIn({ ...WHOLE, ...view }, phones, failureGroups(phones));
const numbers = (view: Partial<View>) => shown(view).map(({ number }) => number);

describe('what is shown', () => {
	test('is everything, by number, unless something is asked', () => {
		expect(shown({})).toEqual(phones);
	});

	test('answers every question that is asked', () => {
		const view = shown({ filters: { includeAllNetworks: 'false', transport: 'noProbes', noLeak: 'fails' } });
		expect(view.length).toBe(6);
		for (const { knobs } of view) expect(knobs).toMatchObject({ includeAllNetworks: false, transport: 'noProbes' });
		expect(shown({ filters: { noLeak: 'holds' } }).every(({ knobs }) => knobs.includeAllNetworks)).toBe(true);
		expect(shown({ filters: { includeAllNetworks: 'false', noLockout: 'fails' } })).toEqual([]);
	});

	test('is in the order of a column, and by number where that is equal', () => {
		const flags = shown({ sort: 'includeAllNetworks', order: 'descending' });
		expect(flags.map(({ knobs }) => knobs.includeAllNetworks)).toEqual([
			...Array<boolean>(18).fill(false),
			...Array<boolean>(60).fill(true)
		]);
		expect(numbers({ sort: 'includeAllNetworks', order: 'descending' })).toEqual(
			[...phones.slice(60), ...phones.slice(0, 60)].map(({ number }) => number)
		);
		expect(numbers({ sort: 'worlds' })).toEqual(phones.map(({ number }) => number).reverse());
	});

	test('is, by a property, first what fails, by its letter, and last what holds; each by number', () => {
		const letters = ['b', 'a', null, 'b', 'a'];
		const some = letters.map((letter, at): NumberedPhone => {
			const counterexample = { acts: [], steps: 40 - at, ends: letter ?? '', link: '', rule: null, comesTo: null };
			return {
				number: at + 1,
				knobs: RELEASED_APP,
				worlds: 1,
				broken: letter === null ? [] : [{ property: 'noLeak', counterexample }]
			};
		});
		const by = (order: View['order']) =>
			shownIn({ ...WHOLE, sort: 'noLeak', order }, some, failureGroups(some)).map(({ number }) => number);
		// Letters are given in the order of the phones: what breaks the first of them is “a”.
		expect(by('ascending')).toEqual([1, 4, 2, 5, 3]);
		expect(by('descending')).toEqual([3, 2, 5, 1, 4]);
	});

	test('is said in words, for paper', () => {
		expect(askedInWords(WHOLE)).toBe('');
		expect(askedInWords({ filters: { includeAllNetworks: 'true', transport: 'bsdSocket', noLeak: 'fails' } })).toBe(
			'flag on, own traffic through the kernel (BSD socket, NWTCPConnection), No leak fails'
		);
	});
});

describe('how it breaks', () => {
	const ending = (property: PropertyId, ends: string, steps: number, comesTo: string | null = null) => ({
		property,
		counterexample: { acts: [], steps, ends, link: '', rule: null, comesTo }
	});
	const breaking = (...broken: NumberedPhone['broken']): NumberedPhone => ({
		number: 1,
		knobs: RELEASED_APP,
		worlds: 1,
		broken
	});
	const some = [
		breaking(ending('noLockout', 'told', 17, 'circle')),
		breaking(ending('noLeak', 'out', 40), ending('noLockout', 'told', 17, 'circle')),
		breaking(ending('noLeak', 'told', 9), ending('noLockout', 'told', 12, 'unheard')),
		breaking(ending('noLeak', 'out', 31)),
		breaking()
	];
	const groups = failureGroups(some);

	test('is told once for each property, last step and consequence, with its phones and its steps', () => {
		expect(groups).toEqual([
			{ letter: 'a', property: 'noLeak', ends: 'out', comesTo: null, rule: null, phones: 2, fewest: 31, most: 40 },
			{ letter: 'b', property: 'noLeak', ends: 'told', comesTo: null, rule: null, phones: 1, fewest: 9, most: 9 },
			{
				letter: 'c',
				property: 'noLockout',
				ends: 'told',
				comesTo: 'circle',
				rule: null,
				phones: 2,
				fewest: 17,
				most: 17
			},
			{
				letter: 'd',
				property: 'noLockout',
				ends: 'told',
				comesTo: 'unheard',
				rule: null,
				phones: 1,
				fewest: 12,
				most: 12
			}
		]);
	});

	test('is pointed at by the letter of a cell, where it breaks', () => {
		expect(some.map((phone) => failureGroupOf(groups, phone, 'noLeak')?.letter)).toEqual([
			undefined,
			'a',
			'b',
			'a',
			undefined
		]);
		expect(some.map((phone) => failureGroupOf(groups, phone, 'noLockout')?.letter)).toEqual([
			'c',
			'c',
			'd',
			undefined,
			undefined
		]);
	});
});

test('the words of a row tell every phone from every other', () => {
	expect(new Set(PHONES.map((knobs) => briefOf(knobs).join(' '))).size).toBe(78);
	expect(
		briefOf({
			...RELEASED_APP,
			includeAllNetworks: true,
			onDemand: true,
			transport: 'userspaceStack',
			network: 'localNet'
		}).join(' ')
	).toBe('flag on, on-demand on, around the kernel, LocalNet');
});

describe('an address', () => {
	test('of the whole table is empty, and an empty one shows it', () => {
		expect(queryOf(WHOLE)).toBe('');
		expect(viewIn('')).toEqual({ view: WHOLE, fault: null });
	});

	test('holds every filter and every order, and gives them back', () => {
		for (const { id, options } of QUESTIONS) {
			for (const { value } of options) {
				const view: View = { ...WHOLE, filters: { [id]: value }, sort: 'worlds', order: 'descending' };
				expect(viewIn(`?${queryOf(view)}`)).toEqual({ view, fault: null });
			}
		}
		for (const sort of SORTS) expect(viewIn(queryOf({ ...WHOLE, sort })).view.sort).toBe(sort);
	});

	test('that asks for what the table does not know gets one sentence, and the rest of it counts', () => {
		const { view, fault } = viewIn('?includeAllNetworks=true&transport=carrierPigeon&sort=colour&utm_source=somewhere');
		expect(view).toEqual({ ...WHOLE, filters: { includeAllNetworks: 'true' } });
		expect(fault).toBe(
			'This table knows no “transport=carrierPigeon” and no “sort=colour”, so that part of the address is ignored.'
		);
	});

	test.each([
		'?noLeak=maybe',
		'?order=',
		'?sort=__proto__',
		`?network=${'x'.repeat(5_000)}`,
		'?includeAllNetworks=<script>'
	])('such as %.40s does no harm', (search) => {
		const { view, fault } = viewIn(search);
		expect(view).toEqual(WHOLE);
		expect(fault).toMatch(/^This table knows no “.{1,70}”, so that part of the address is ignored\.$/);
	});
});
