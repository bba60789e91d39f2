import type { SortedColumn } from '../controls/tables/sorting';
import type { Sort } from './evidenceView';

/** A column of the table. */
interface Column extends SortedColumn<Sort> {
	readonly id: 'name' | 'component' | 'level' | 'claim' | 'source' | 'seen' | 'refuted';
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
