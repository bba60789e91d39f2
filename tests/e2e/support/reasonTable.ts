/** The table of evidence as a reader meets it: by roles and accessible names only. */
import type { Page } from '@playwright/test';
import { awake } from './figure.ts';

export const EVIDENCE_PAGE = './evidence/';

export class ReasonTable {
	constructor(readonly page: Page) {}

	static async open(page: Page, query = ''): Promise<ReasonTable> {
		await page.goto(`${EVIDENCE_PAGE}${query}`);
		await awake(page);
		return new ReasonTable(page);
	}

	readonly head = (name: string) => this.page.getByRole('columnheader', { name });
	readonly rows = () => this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader') });
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
	readonly count = (words: string) => this.page.getByRole('status').filter({ hasText: words });
	readonly filter = (name: string) => this.page.getByRole('combobox', { name, exact: true });
	readonly level = (name: RegExp) => this.page.getByRole('checkbox', { name });
	readonly words = () => this.page.getByRole('searchbox', { name: 'With the words' });
}
