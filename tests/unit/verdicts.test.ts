/** The table of phones: what an address asks of it, which phones are shown, and in which order. */
import { describe, expect, test } from 'vitest';
import { PHONES } from '../../src/lib/check/combinations.ts';
import type { PropertyId } from '../../src/lib/check/index.ts';
import { RELEASED_APP, type Knobs } from '../../src/lib/machines/knobs.ts';
import { endingsOf, letterOf } from '../../src/lib/ui/verdicts/endings.ts';
import { queryOf, QUESTIONS, shownIn, SORTS, viewIn, WHOLE, type NumberedPhone, type View } from '../../src/lib/ui/verdicts/view.ts';
import { briefOf } from '../../src/lib/ui/verdicts/words.ts';

/** As the table would be if leaks took so many steps with the flag off, and lockouts with it on; nothing else broke. */
function phoneOf(knobs: Knobs, at: number): NumberedPhone {
	const [property, steps]: [PropertyId, number] = knobs.includeAllNetworks ? ['noLockout', 17] : ['noLeak', knobs.network === 'honest' ? 39 : 31];
	return { number: at + 1, knobs, worlds: 1_000 - at, broken: [{ property, counterexample: { acts: ['connect'], steps, ends: '', link: '', rule: null } }] };
}
const phones = PHONES.map(phoneOf);
const shown = (view: Partial<View>) => shownIn({ ...WHOLE, ...view }, phones);
const numbers = (view: Partial<View>) => shown(view).map(({ number }) => number);

describe('what is shown', () => {
	test('is everything, by number, unless something is asked', () => {
		expect(shownIn(WHOLE, phones)).toEqual(phones);
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
		expect(flags.map(({ knobs }) => knobs.includeAllNetworks)).toEqual([...Array<boolean>(18).fill(false), ...Array<boolean>(36).fill(true)]);
		expect(numbers({ sort: 'includeAllNetworks', order: 'descending' })).toEqual([...phones.slice(36), ...phones.slice(0, 36)].map(({ number }) => number));
		expect(numbers({ sort: 'worlds' })).toEqual(phones.map(({ number }) => number).reverse());
	});

	test('is, by a property, first what fails soonest, and last what holds', () => {
		const steps = shown({ sort: 'noLeak' }).map(({ broken }) => (broken[0]?.property === 'noLeak' ? broken[0].counterexample.steps : 'holds'));
		expect(steps).toEqual([...Array<number>(12).fill(31), ...Array<number>(6).fill(39), ...Array<string>(36).fill('holds')]);
		expect(shown({ sort: 'noLeak', order: 'descending' })[0]?.knobs.includeAllNetworks).toBe(true);
	});
});

describe('how it breaks', () => {
	const ending = (property: PropertyId, ends: string, steps: number) => ({ property, counterexample: { acts: [], steps, ends, link: '', rule: null } });
	const breaking = (...broken: NumberedPhone['broken']): NumberedPhone => ({ number: 1, knobs: RELEASED_APP, worlds: 1, broken });
	const some = [breaking(ending('noLockout', 'told', 17)), breaking(ending('noLeak', 'out', 40), ending('noLockout', 'told', 17)), breaking(ending('noLeak', 'told', 9)), breaking(ending('noLeak', 'out', 31)), breaking()];
	const endings = endingsOf(some);

	test('is told once for each property and last step, with its phones and its steps', () => {
		expect(endings).toEqual([
			{ letter: 'a', property: 'noLeak', ends: 'out', phones: 2, fewest: 31, most: 40 },
			{ letter: 'b', property: 'noLeak', ends: 'told', phones: 1, fewest: 9, most: 9 },
			{ letter: 'c', property: 'noLockout', ends: 'told', phones: 2, fewest: 17, most: 17 }
		]);
	});

	test('is pointed at by the letter of a cell, where it breaks', () => {
		expect(some.map((phone) => letterOf(endings, phone, 'noLeak'))).toEqual([undefined, 'a', 'b', 'a', undefined]);
		expect(some.map((phone) => letterOf(endings, phone, 'noLockout'))).toEqual(['c', 'c', undefined, undefined, undefined]);
	});
});

test('the words of a row tell every phone from every other', () => {
	expect(new Set(PHONES.map((knobs) => briefOf(knobs).join(' '))).size).toBe(54);
	expect(briefOf({ ...RELEASED_APP, includeAllNetworks: true, onDemand: true, transport: 'userspaceStack', network: 'localNet' }).join(' ')).toBe('flag on, on-demand on, around the kernel, LocalNet');
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
		expect(fault).toBe('This table knows no “transport=carrierPigeon” and no “sort=colour”, so that part of the address is ignored.');
	});

	test.each(['?noLeak=maybe', '?order=', '?sort=__proto__', `?network=${'x'.repeat(5_000)}`, '?includeAllNetworks=<script>'])('such as %.40s does no harm', (search) => {
		const { view, fault } = viewIn(search);
		expect(view).toEqual(WHOLE);
		expect(fault).toMatch(/^This table knows no “.{1,70}”, so that part of the address is ignored\.$/);
	});
});
