/** An answer to a question of a filter bar. */
export interface FilterOption<Value extends string = string> {
	readonly value: Value;
	readonly label: string;
}

/** The answer to a question that is not asked. */
export const ANY: FilterOption = { value: '', label: 'any' };
