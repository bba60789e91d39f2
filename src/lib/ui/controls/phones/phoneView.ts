import { PROPERTY_IDS, type PropertyId } from '../../../check/check';
import { COLUMN_IDS, COLUMNS, matters, type Column } from '../../../check/phoneTable';
import { pathTo, type PhoneVerdict } from '../../../check/phoneVerdict';
import { failureGroupOf, type FailureGroup } from './failureGroups';
import { filterQuery } from '../filterQuery';
import { readSorting, signOf, writeSorting, type Sorting } from '../tables/sorting';
import { KNOB_QUESTIONS, PROPERTY_QUESTIONS, type PhoneQuestion } from './phoneLabels';

/** A phone with its number, by which it is called whatever the order is. */
export interface NumberedPhone extends PhoneVerdict {
	readonly number: number;
}

/** @internal for its tests */
export const SORTS = ['number', ...COLUMN_IDS, ...PROPERTY_IDS, 'worlds'] as const;
export type Sort = (typeof SORTS)[number];

/** What of the table is shown, and in which order. A question that is not among the filters may be answered in any way. */
export interface View extends Sorting<Sort> {
	readonly filters: Readonly<Partial<Record<PhoneQuestion['id'], string>>>;
}

export const WHOLE: View = { filters: {}, sort: 'number', order: 'ascending' };
/** @internal for its tests */
export const QUESTIONS: readonly PhoneQuestion[] = [...KNOB_QUESTIONS, ...PROPERTY_QUESTIONS];

const isColumn = (id: string): id is Column => COLUMN_IDS.some((column) => column === id);
const isProperty = (id: string): id is PropertyId => PROPERTY_IDS.some((property) => property === id);

/** Whether a phone answers a question so; what makes no difference to it, it answers in any way. */
const answers = (phone: PhoneVerdict, id: PhoneQuestion['id'], answer: string | undefined): boolean =>
	isColumn(id)
		? !matters(phone.knobs, id) || String(phone.knobs[id]) === answer
		: (pathTo(phone, id) ? 'fails' : 'holds') === answer;

/** Where a phone stands in the order of a column: by the place of its value; of a property by the letter that stands there, and where it holds last. */
function placeOf(phone: NumberedPhone, sort: Sort, groups: readonly FailureGroup[]): number {
	if (isColumn(sort)) return (COLUMNS[sort] as readonly unknown[]).indexOf(phone.knobs[sort]);
	if (isProperty(sort)) {
		const ending = failureGroupOf(groups, phone, sort);
		return ending ? groups.indexOf(ending) : groups.length;
	}
	return phone[sort];
}

/** The phones that answer every question of a view. */
export function answering<Phone extends PhoneVerdict>(
	{ filters }: Pick<View, 'filters'>,
	phones: readonly Phone[]
): Phone[] {
	const asked = QUESTIONS.filter(({ id }) => filters[id] !== undefined);
	return phones.filter((phone) => asked.every(({ id }) => answers(phone, id, filters[id])));
}

/** The phones of a view, in its order; those that are equal in it stay in the order in which they came. */
export function shownIn(
	view: View,
	phones: readonly NumberedPhone[],
	groups: readonly FailureGroup[]
): NumberedPhone[] {
	const sign = signOf(view);
	return answering(view, phones).sort((a, b) => sign * (placeOf(a, view.sort, groups) - placeOf(b, view.sort, groups)));
}

/** What a view asks, in words, such as “flag on, No leak fails”; empty where it asks nothing. */
export const askedInWords = ({ filters }: Pick<View, 'filters'>): string =>
	QUESTIONS.flatMap(({ id, name, options }) =>
		options.filter(({ value }) => value === filters[id]).map(({ label }) => `${name} ${label}`)
	).join(', ');

/** The view as an address has it; empty for the whole table in its own order. */
export function queryOf({ filters, ...sorting }: View): string {
	const query = new URLSearchParams();
	for (const { id } of QUESTIONS) if (filters[id] !== undefined) query.set(id, filters[id]);
	writeSorting(query, sorting, WHOLE);
	return query.toString();
}

/** Whether a view shows the whole table in its own order. */
export const isWhole = (view: View): boolean => queryOf(view) === '';

/** Reads a view from an address. What the table does not know is left out, and said in one sentence; what is somebody else’s is not ours to judge. */
export function viewIn(search: string): { readonly view: View; readonly fault: string | null } {
	const query = filterQuery(search);
	const filters = QUESTIONS.flatMap(({ id, options }) => {
		const value = query.one(
			id,
			options.map((option) => option.value)
		);
		return value === undefined ? [] : [[id, value] as const];
	});
	const view: View = {
		filters: Object.fromEntries(filters),
		...readSorting(query, SORTS, WHOLE)
	};
	return { view, fault: query.fault('This table') };
}
