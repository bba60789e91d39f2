/** The table of phones as a reader meets it: by roles and accessible names only. */
import type { Page } from '@playwright/test';
import { awake } from './figure.ts';

export const VERDICTS = './verdicts/';

/** What each of these phones is called in the table. */
export const numbered = (...numbers: number[]) => numbers.map((number) => `Phone ${number}`);

export class VerdictTable {
	constructor(readonly page: Page) {}

	static async open(page: Page, query = ''): Promise<VerdictTable> {
		await page.goto(`${VERDICTS}${query}`);
		await awake(page);
		return new VerdictTable(page);
	}

	readonly head = (name: string) => this.page.getByRole('columnheader', { name });
	readonly rows = () => this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader') });
	/** Where there is little room, the settings of a phone stand behind its number. */
	readonly row = (number: number) =>
		this.page
			.getByRole('row')
			.filter({ has: this.page.getByRole('rowheader', { name: new RegExp(`^Phone ${number}\\b`) }) });
	readonly numbers = async () =>
		(await this.page.getByRole('rowheader').allTextContents()).map((words) => words.match(/^Phone \d+/)?.[0]);
	/** What stands in the column “Worlds” of each row. */
	readonly worlds = async () =>
		(await this.rows().allTextContents()).map((words) => words.match(/([\d,]+)\s*Check again/)?.[1] ?? '');
	readonly count = (words: string) => this.page.getByRole('status').filter({ hasText: words });
	readonly filter = (name: string) => this.page.getByRole('combobox', { name, exact: true });
}
