/** One value or many, as XState’s configurations have them, as a list; nothing is an empty one. */
export const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
	value === undefined ? [] : ([value].flat() as readonly T[]);

/** The same table with each value changed. */
export const mapped = <T, U>(
	table: Readonly<Record<string, T>>,
	change: (value: T, key: string) => U
): Record<string, U> => Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value, key)]));
