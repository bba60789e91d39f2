import { PROPERTIES, PROPERTY_IDS } from '../../check/check';
import { COLUMN_IDS } from '../../check/phoneTable';
import type { Sort } from '../controls/phones/phoneView';
import type { SortedColumn } from '../controls/tables/sorting';
import { COLUMN_LABELS, headOf } from '../controls/phones/phoneLabels';

/** A column of the table, by which it can be sorted. */
interface Column extends SortedColumn<Sort> {
	readonly id: Sort;
	readonly sort: Sort;
	/** Knobs have columns of their own only where there is room; elsewhere their words stand behind the number. */
	readonly kind: 'number' | 'knob' | 'property' | 'worlds';
}

/** A column sorts by what it shows. */
const column = (id: Sort, kind: Column['kind'], name: string, full?: string): Column => ({
	id,
	sort: id,
	kind,
	name,
	full
});

export const COLUMNS: readonly Column[] = [
	column('number', 'number', 'No.', 'number'),
	...COLUMN_IDS.map((id) => column(id, 'knob', headOf(COLUMN_LABELS[id].name), COLUMN_LABELS[id].full)),
	...PROPERTY_IDS.map((id) => column(id, 'property', PROPERTIES[id].name, PROPERTIES[id].says)),
	column('worlds', 'worlds', 'Worlds')
];
