/** The table of evidence as a reader meets it. */
import { SortedTable } from './sortedTable.ts';

export class ReasonTable extends SortedTable {
	static readonly address = './evidence/';

	/** A row, by the name that its reason has in code. */
	readonly row = (id: string) => this.rows().filter({ has: this.page.getByText(id, { exact: true }) });
	/** What stands in the column of levels, row by row. */
	readonly levels = async () => this.cells(1);
	readonly cells = async (column: number) =>
		this.rows().evaluateAll(
			(rows, at) => rows.map((row) => row.querySelectorAll('td')[at]?.textContent.trim() ?? ''),
			column
		);
	/** The names in code, row by row. */
	readonly names = async () =>
		this.rows().evaluateAll((rows) => rows.map((row) => row.querySelector('code')?.textContent ?? ''));
	readonly level = (name: RegExp) => this.page.getByRole('checkbox', { name });
	readonly words = () => this.page.getByRole('searchbox', { name: 'With the words' });
}
