import { PROPERTIES, PROPERTY_IDS } from '../../check/check';
import { COLUMN_IDS } from '../../check/phoneTable';
import type { Sort } from '../controls/phones/phoneView';
import { COLUMN_LABELS, headOf } from '../controls/phones/phoneLabels';

/** A column of the table, by which it can be sorted. */
export interface TableColumn {
	readonly id: Sort;
	readonly name: string;
	/** What it means, where the name does not say it. */
	readonly full?: string | undefined;
	/** Knobs have columns of their own only where there is room; elsewhere their words stand behind the number. */
	readonly kind: 'number' | 'knob' | 'property' | 'worlds';
}

export const COLUMNS: readonly TableColumn[] = [
	{ id: 'number', name: 'No.', full: 'number', kind: 'number' },
	...COLUMN_IDS.map((id): TableColumn => ({
		id,
		name: headOf(COLUMN_LABELS[id].name),
		full: COLUMN_LABELS[id].full,
		kind: 'knob'
	})),
	...PROPERTY_IDS.map((id): TableColumn => ({
		id,
		name: PROPERTIES[id].name,
		full: PROPERTIES[id].says,
		kind: 'property'
	})),
	{ id: 'worlds', name: 'Worlds', kind: 'worlds' }
];
