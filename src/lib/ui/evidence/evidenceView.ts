import type { Evidence } from '../../machines/evidence';
import { filterQuery } from '../controls/filterQuery';
import { readSorting, signOf, writeSorting, type Sorting } from '../controls/tables/sorting';
import type { EvidenceDocument, EvidenceRow } from './evidenceDocument';

export const SORTS = ['component', 'name', 'level', 'claim', 'source'] as const;
export type Sort = (typeof SORTS)[number];

/** What of the table is shown, and in which order. */
export interface View extends Sorting<Sort> {
	/** The levels that are shown; all of them where none is named. */
	readonly levels: readonly Evidence[];
	/** A component or a claim that a row has to have; any where it is empty. */
	readonly component: string;
	readonly claim: string;
	/** Words that a row has to have somewhere. */
	readonly text: string;
}

export const WHOLE: View = { levels: [], component: '', claim: '', text: '', sort: 'component', order: 'ascending' };
/** No word is longer, and an address has to end somewhere. */
export const LONGEST_TEXT = 80;

/** What the questions of a view can be answered with. */
export type Answers = Pick<EvidenceDocument, 'levels' | 'components' | 'claims' | 'sources'>;

const levelsOf = ({ levels }: Answers) => Object.keys(levels) as Evidence[];

/** All the words of a row, to be searched. */
const wordsIn = (row: EvidenceRow, { levels, claims, sources }: Answers): string =>
	[
		row.id,
		row.rule?.name,
		row.rule?.when,
		row.words,
		levels[row.level].name,
		...row.claims.flatMap((id) => [id, claims[id]]),
		...row.sources.flatMap(({ id, place }) => [sources[id]?.name, place, sources[id]?.date]),
		row.seen?.run,
		row.refutedBy
	]
		.filter(Boolean)
		.join(' ')
		.toLowerCase();

/** Whether a row answers every question of a view. */
function answers(row: EvidenceRow, { levels, component, claim, text }: View, all: Answers): boolean {
	return (
		(levels.length === 0 || levels.includes(row.level)) &&
		(component === '' || row.components.some((id) => id === component)) &&
		(claim === '' || row.claims.some((id) => id === claim)) &&
		text
			.toLowerCase()
			.split(/\s+/)
			.every((word) => wordsIn(row, all).includes(word))
	);
}

/** By what a row is sorted; what has nothing of the kind comes behind what has. */
const after = (key: string | undefined): string => (key === undefined ? '1' : `0${key}`);
function keyOf(row: EvidenceRow, sort: Sort, all: Answers): string {
	const [claim] = row.claims;
	const [source] = row.sources;
	switch (sort) {
		case 'component':
			return '';
		case 'name':
			return row.id;
		case 'level':
			return String(levelsOf(all).indexOf(row.level));
		case 'claim':
			return after(claim);
		case 'source':
			return after(source && all.sources[source.id]?.name);
	}
}

/** The rows of a view, in its order; those that are equal in it stay as they came, which is by component. */
export function shownIn(view: View, rows: readonly EvidenceRow[], all: Answers): EvidenceRow[] {
	const shown = rows.filter((row) => answers(row, view, all));
	if (view.sort === 'component') return view.order === 'ascending' ? shown : shown.reverse();
	return shown.sort((a, b) => signOf(view) * keyOf(a, view.sort, all).localeCompare(keyOf(b, view.sort, all), 'en'));
}

/** What a view asks, in words, such as “observed; tunnel process; C09”; empty where it asks nothing. */
export const askedInWords = ({ levels, component, claim, text }: View, all: Answers): string =>
	[
		levels.map((level) => all.levels[level].name).join(' or '),
		Object.entries(all.components).find(([id]) => id === component)?.[1],
		claim,
		text.trim() === '' ? '' : `“${text.trim()}”`
	]
		.filter(Boolean)
		.join('; ');

/** The view as an address has it; empty for the whole table in its own order. */
export function queryOf({ levels, component, claim, text, ...sorting }: View): string {
	const query = new URLSearchParams();
	if (levels.length > 0) query.set('level', levels.join(','));
	if (component !== '') query.set('component', component);
	if (claim !== '') query.set('claim', claim);
	if (text.trim() !== '') query.set('text', text.trim());
	writeSorting(query, sorting, WHOLE);
	return query.toString();
}

/** Whether a view shows the whole table in its own order. Spaces that somebody writes ask nothing, and stay where they are. */
export const isWhole = (view: View): boolean => queryOf(view) === '' && view.text === '';

/** Reads a view from an address. What the table does not know is left out, and said in one sentence. */
export function viewIn(search: string, all: Answers): { readonly view: View; readonly fault: string | null } {
	const query = filterQuery(search);
	const { one, some } = query;
	const view: View = {
		levels: some('level', levelsOf(all)) ?? [],
		component: one('component', Object.keys(all.components)) ?? '',
		claim: one('claim', Object.keys(all.claims)) ?? '',
		text: (new URLSearchParams(search).get('text') ?? '').slice(0, LONGEST_TEXT),
		...readSorting(query, SORTS, WHOLE)
	};
	return { view, fault: query.fault('This table') };
}
