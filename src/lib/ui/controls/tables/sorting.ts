import type { FilterQuery } from '../filterQuery';

export const ORDERS = ['ascending', 'descending'] as const;

/** By which of its columns a table is sorted, and which way round. */
export interface Sorting<Sort extends string = string> {
	readonly sort: Sort;
	readonly order: (typeof ORDERS)[number];
}

/** A column of a table that can be sorted. */
export interface SortedColumn<Sort extends string = string> {
	readonly id: string;
	readonly name: string;
	/** What it means, where the name does not say it. */
	readonly full?: string | undefined;
	/** By what it sorts, where it does. */
	readonly sort: Sort | null;
}

/** What the column is called by which a table is sorted. */
export const nameOfSort = (columns: readonly SortedColumn[], sort: string): string =>
	columns.find((column) => column.sort === sort)?.name ?? sort;

/** How a table is sorted once the head of a column is pressed; pressed again, it is the other way round. */
export const pressedAt = <Sort extends string>(now: Sorting<Sort>, sort: Sort): Sorting<Sort> => ({
	sort,
	order: now.sort === sort && now.order === 'ascending' ? 'descending' : 'ascending'
});

/** What a comparison is multiplied by, so that it comes out in this order. */
export const signOf = ({ order }: Pick<Sorting, 'order'>): 1 | -1 => (order === 'ascending' ? 1 : -1);

/** Puts into an address how a table is sorted, where that is not how it usually is. */
export function writeSorting(query: URLSearchParams, { sort, order }: Sorting, usual: Sorting): void {
	if (sort !== usual.sort) query.set('sort', sort);
	if (order !== usual.order) query.set('order', order);
}

/** Reads from an address how a table is sorted. */
export const readSorting = <Sort extends string>(
	{ one }: Pick<FilterQuery, 'one'>,
	sorts: readonly Sort[],
	usual: Sorting<Sort>
): Sorting<Sort> => ({ sort: one('sort', sorts) ?? usual.sort, order: one('order', ORDERS) ?? usual.order });
