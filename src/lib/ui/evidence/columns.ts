import type { Sort } from './evidenceView';

/** A column of the table. */
interface Column {
	readonly id: 'name' | 'component' | 'level' | 'claim' | 'source' | 'seen' | 'refuted';
	readonly name: string;
	/** By what it sorts, where it does. */
	readonly sort: Sort | null;
}

export const COLUMNS: readonly Column[] = [
	{ id: 'name', name: 'Reason or rule', sort: 'name' },
	{ id: 'component', name: 'Component', sort: 'component' },
	{ id: 'level', name: 'Level', sort: 'level' },
	{ id: 'claim', name: 'Claims', sort: 'claim' },
	{ id: 'source', name: 'Sources', sort: 'source' },
	{ id: 'seen', name: 'Seen at', sort: null },
	{ id: 'refuted', name: 'Refuted by', sort: null }
];

/** By what the table can be sorted, in words. */
export const SORT_NAMES: Readonly<Record<Sort, string>> = {
	component: 'Component',
	name: 'Reason or rule',
	level: 'Level',
	claim: 'Claims',
	source: 'Sources'
};
