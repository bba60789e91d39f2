import { PROPERTIES, PROPERTY_IDS } from '../../check';
import { COLUMN_IDS } from '../../check/combinations';
import type { Sort } from './view';
import { COLUMN_WORDS, headOf } from './words';

/** A column of the table, by which it can be sorted. */
interface Head {
	readonly id: Sort;
	readonly name: string;
	/** What it means, where the name does not say it. */
	readonly full?: string | undefined;
	/** Knobs have columns of their own only where there is room; elsewhere their words stand behind the number. */
	readonly kind: 'number' | 'knob' | 'property' | 'worlds';
}

export const HEADS: readonly Head[] = [
	{ id: 'number', name: 'No.', full: 'number', kind: 'number' },
	...COLUMN_IDS.map((id): Head => ({
		id,
		name: headOf(COLUMN_WORDS[id].name),
		full: COLUMN_WORDS[id].full,
		kind: 'knob'
	})),
	...PROPERTY_IDS.map((id): Head => ({ id, name: PROPERTIES[id].name, full: PROPERTIES[id].says, kind: 'property' })),
	{ id: 'worlds', name: 'Worlds', kind: 'worlds' }
];
