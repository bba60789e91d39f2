/** A page that is a table, as a reader meets it: by roles and accessible names only. */
import { expect, type Page } from '@playwright/test';
import { awake } from './figure.ts';

/** The table of one such page, with the address at which it is. */
interface TableOf<Table> {
	new (page: Page): Table;
	readonly address: string;
}

export class SortedTable {
	constructor(readonly page: Page) {}

	static async open<Table>(this: TableOf<Table>, page: Page, query = ''): Promise<Table> {
		await page.goto(`${this.address}${query}`);
		await awake(page);
		return new this(page);
	}

	readonly head = (name: string) => this.page.getByRole('columnheader', { name });
	readonly rows = () => this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader') });
	/** What readers are told, such as how many rows are shown. */
	readonly count = (words: string) => this.page.getByRole('status').filter({ hasText: words });
	readonly filter = (name: string) => this.page.getByRole('combobox', { name, exact: true });
	readonly all = () => this.page.getByRole('button', { name: 'Show all, in order' });

	/** Presses the head of a column, which sorts by it: the one way, and the other when it is pressed again. */
	readonly sortBy = async (name: string, order: 'ascending' | 'descending') => {
		await this.head(name).getByRole('button').click();
		await expect(this.head(name)).toHaveAttribute('aria-sort', order);
		await expect(this.count(`Sorted by ${name}, ${order}.`)).toBeAttached();
	};

	/** Fails where a part of the address is not said to be unknown, in one sentence that can be closed. */
	readonly expectUnknown = async (part: string) => {
		const alert = this.page.getByRole('alert');
		await expect(alert).toHaveText(`This table knows no “${part}”, so that part of the address is ignored. Close`);
		await alert.getByRole('button', { name: 'Close' }).click();
		await expect(alert).toBeHidden();
	};

	/** Fails where a sheet of paper would not have the heads: those with controls in them are not repeated, and neither are those that stick. */
	readonly expectHeadsOnEverySheet = async (columns: number) => {
		await this.page.emulateMedia({ media: 'print' });
		const heads = this.page.getByRole('columnheader');
		await expect(heads).toHaveCount(columns);
		await expect(this.page.getByRole('table').getByRole('button')).toHaveCount(0);
		for (const head of await heads.all()) await expect(head).toHaveCSS('position', 'static');
		await expect(this.page.getByRole('rowgroup').first()).toHaveCSS('display', 'table-header-group');
	};

	/** Fails where a page without scripts has something to press. */
	readonly expectNothingToPress = async () => {
		for (const role of ['button', 'combobox', 'checkbox', 'searchbox'] as const)
			await expect(this.page.getByRole('main').getByRole(role)).toHaveCount(0);
	};
}
