/** The table of phones as a reader meets it. */
import { SortedTable } from './sortedTable.ts';

/** What each of these phones is called in the table. */
export const numbered = (...numbers: number[]) => numbers.map((number) => `Phone ${number}`);

export class VerdictTable extends SortedTable {
	static readonly address = './verdicts/';

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
}
