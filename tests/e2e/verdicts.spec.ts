/** The table of phones: sorted, filtered, linked, played in the lab, and judged again in front of the reader’s eyes. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { check } from '../../src/lib/check/check.ts';
import { checkPhone, PHONES } from '../../src/lib/check/phoneTable.ts';
import { pathTo } from '../../src/lib/check/phoneVerdict.ts';
import { RELEASED_APP } from '../../src/lib/machines/knobs.ts';
import { expectAxeToFindNothing } from './support/axe.ts';
import { CHECKER_BUDGET_MS } from './support/budgets.ts';
import { awake, Figure } from './support/figure.ts';
import { tabTo, use } from './support/keyboard.ts';
import { expectNothingSideways } from './support/sideways.ts';

const VERDICTS = './verdicts/';

class Table {
	constructor(readonly page: Page) {}

	static async open(page: Page, query = ''): Promise<Table> {
		await page.goto(`${VERDICTS}${query}`);
		await awake(page);
		return new Table(page);
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

const amount = (words: string) => Number(words.replaceAll(',', ''));
const numbered = (...numbers: number[]) => numbers.map((number) => `Phone ${number}`);

test.describe('the order', () => {
	test('is that of the column whose head is pressed, and the other way round when it is pressed again', async ({
		page
	}) => {
		const table = await Table.open(page);
		expect((await table.numbers()).slice(0, 3)).toEqual(numbered(1, 2, 3));
		await expect(table.head('No.')).toHaveAttribute('aria-sort', 'ascending');

		await table.head('Worlds').getByRole('button').click();
		await expect(table.head('Worlds')).toHaveAttribute('aria-sort', 'ascending');
		await expect(table.head('No.')).not.toHaveAttribute('aria-sort');
		const ascending = await table.worlds();
		expect(ascending).toHaveLength(54);
		expect(ascending.map(amount)).toEqual(ascending.map(amount).sort((one, other) => one - other));

		await table.head('Worlds').getByRole('button').click();
		await expect(table.head('Worlds')).toHaveAttribute('aria-sort', 'descending');
		await expect(table.count('Sorted by Worlds, descending.')).toBeAttached();
		expect((await table.worlds()).map(amount)).toEqual(ascending.map(amount).reverse());
	});

	test('of a property puts first what fails, letter by letter, by keyboard as well', async ({ page }) => {
		const table = await Table.open(page);
		await use(table.head('No leak').getByRole('button'));
		await expect(table.head('No leak')).toHaveAttribute('aria-sort', 'ascending');
		await expect(
			table.rows().first().getByRole('link', { name: 'No leak fails (a): Connect, Update the app', exact: true })
		).toBeVisible();
		const letters = (
			await table
				.rows()
				.getByRole('link', { name: /^No leak fails/ })
				.allTextContents()
		).map((words) => /\((.)\)/.exec(words)?.[1]);
		expect(letters.join('')).toBe('a'.repeat(13) + 'b'.repeat(10) + 'c'.repeat(3) + 'd'.repeat(6));
		await expect(
			table
				.rows()
				.last()
				.getByRole('link', { name: /^No leak/ })
		).toHaveCount(0);
	});
});

test.describe('a filter', () => {
	test('is chosen by keyboard, is counted, and is in the address', async ({ page }) => {
		const table = await Table.open(page);
		await expect(table.count('54 of 54 phones')).toBeVisible();

		await tabTo(table.filter('Flag'));
		await page.keyboard.type('off');
		await expect(table.count('18 of 54 phones')).toBeVisible();
		await tabTo(table.filter('No leak'));
		await page.keyboard.type('holds');
		await expect(table.count('0 of 54 phones')).toBeVisible();
		await expect(page.getByText('No phone is like that.')).toBeVisible();
		await expect(page).toHaveURL(/\/verdicts\/\?includeAllNetworks=false&noLeak=holds$/);

		await use(page.getByRole('button', { name: 'Show all, in order' }));
		await expect(table.count('54 of 54 phones')).toBeVisible();
		await expect(page).toHaveURL(/\/verdicts\/$/);
	});

	test('comes with the address, and the order too', async ({ page }) => {
		const table = await Table.open(page, '?transport=bsdSocket&noSilentLoss=fails&sort=number&order=descending');
		await expect(table.count('12 of 54 phones')).toBeVisible();
		await expect(table.filter('Own traffic')).toHaveValue('bsdSocket');
		await expect(table.filter('No silent loss')).toHaveValue('fails');
		await expect(table.head('No.')).toHaveAttribute('aria-sort', 'descending');
	});

	test('that does not exist gets one sentence, and the table is whole', async ({ page }) => {
		const table = await Table.open(page, '?transport=carrierPigeon&onDemand=true');
		const alert = page.getByRole('alert');
		await expect(alert).toHaveText(
			/^This table knows no “transport=carrierPigeon”, so that part of the address is ignored\. Close$/
		);
		await expect(table.filter('On-demand')).toHaveValue('true');
		await expect(table.count('27 of 54 phones')).toBeVisible();
		await alert.getByRole('button', { name: 'Close' }).click();
		await expect(alert).toBeHidden();
	});
});

test.describe('a cell that fails', () => {
	test('leads to its shortest path: the checker’s own, to be played in the lab', async ({ page }) => {
		const table = await Table.open(page);
		const link = table.row(1).getByRole('link', { name: 'No lockout fails (e): Connect, Update the app', exact: true });
		const path = pathTo(checkPhone(PHONES[0] ?? RELEASED_APP), 'noLockout');
		const href = new URL((await link.getAttribute('href')) ?? '', page.url());
		expect(href.pathname).toMatch(/\/lab\/?$/);
		expect(href.search).toBe(`?${path?.link}&breaks=noLockout`);

		await link.click();
		await expect(page.getByRole('heading', { level: 1, name: 'The lab' })).toBeVisible();
		await awake(page);
		await expect(page.getByRole('alert')).toHaveCount(0);
		await expect.poll(new Figure(page).told).toContain(path?.ends);
	});
});

test.describe('checked again', () => {
	test('a phone comes to the same, says how far it is, and of how many worlds', async ({ page }) => {
		const table = await Table.open(page);
		const told = await table.row(23).evaluateHandle((row) => {
			const texts: string[] = [];
			new MutationObserver(() => texts.push(...(/[1-9][\d,]* worlds …/.exec(row.textContent ?? '') ?? []))).observe(
				row,
				{ subtree: true, childList: true, characterData: true }
			);
			return texts;
		});
		const worlds = (await table.worlds())[22];
		await use(page.getByRole('button', { name: 'Check again, phone 23', exact: true }));
		await expect(table.row(23).getByText(new RegExp(`^The same: ${worlds} worlds, \\d+\\.\\d\\ss$`))).toBeVisible({
			timeout: CHECKER_BUDGET_MS
		});
		await expect(
			page.getByRole('status').filter({ hasText: new RegExp(`^Phone 23\\. The same: ${worlds} worlds`) })
		).toBeAttached();
		expect((await told.jsonValue()).length).toBeGreaterThan(0);
	});

	test('it can be stopped', async ({ page }) => {
		const table = await Table.open(page);
		// The checker never arrives, so that it is under way for as long as it takes to press Cancel.
		await page.route(/checker\.worker/, () => {});
		await page.getByRole('button', { name: 'Check again, phone 29', exact: true }).click();
		await expect(table.row(29).getByText(/^[\d,]+ worlds …$/)).toBeVisible();
		await page.getByRole('button', { name: 'Cancel, phone 29' }).click();
		await expect(table.row(29).getByText('Cancelled')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Check again, phone 29' })).toBeVisible();
	});
});

test.describe('how it breaks', () => {
	test('is read below the table, by the letter of a cell', async ({ page }) => {
		await Table.open(page);
		const list = page.getByRole('region', { name: 'How it breaks' });
		await page.getByRole('link', { name: 'below the table' }).click();
		await expect(list).toBeInViewport();

		const path = pathTo(checkPhone(PHONES[0] ?? RELEASED_APP), 'noLockout');
		await expect(list.getByRole('listitem').nth('abcdefghi'.indexOf('e'))).toHaveText(
			`No lockout: ${path?.ends} ${path?.comesTo} 12 phones, after ${path?.steps} steps`
		);
		await expect(list.getByRole('listitem')).toHaveCount(9);
	});

	test('every letter of the table has its line, for the property of its column', async ({ page }) => {
		await Table.open(page);
		const lines = await page.getByRole('region', { name: 'How it breaks' }).getByRole('listitem').allTextContents();
		const cells = await page.getByRole('table').getByRole('link').allTextContents();
		expect(cells.length).toBe(92);
		for (const cell of cells) {
			const [, property = 'none', letter = '?'] = /✕ . (.*) fails \((.)\)/.exec(cell) ?? [];
			expect(lines[letter.charCodeAt(0) - 97], cell).toContain(`${property}:`);
		}
	});
});

test('what a world is stands on the page, and why there is always a way out', async ({ page }) => {
	const table = await Table.open(page);
	await expect(page.getByText('A world is one state of the whole phone')).toBeVisible();
	await expect(page.getByText('“A way out” never fails: in this model a reboot always helps')).toBeVisible();
	await table.filter('A way out').selectOption('holds');
	await expect(table.count('54 of 54 phones')).toBeVisible();
});

for (const width of [320, 390, 820, 1024]) {
	test(`${width} px wide, the table is whole without moving sideways, and each row says whose verdicts it has`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height: 800 });
		const table = await Table.open(page);
		await expectNothingSideways(page, { widths: [width] });

		const row = table.row(23);
		await expect(
			row.getByRole('rowheader', {
				name: 'Phone 23 flag on, local networks excluded, on-demand on, through the kernel, LocalNet',
				exact: true
			})
		).toBeVisible();
		await row.scrollIntoViewIfNeeded();
		for (const part of [
			...(await row.getByRole('cell').all()),
			row.getByRole('button', { name: 'Check again, phone 23' }),
			...(await page.getByRole('columnheader').all())
		]) {
			const box = await part.boundingBox();
			expect(box?.x).toBeGreaterThanOrEqual(0);
			expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(width);
		}
		// Under each head stand the cells of its column.
		await expect(page.getByRole('columnheader')).toHaveCount(7);
		await expect(row.getByRole('cell')).toHaveCount(7);
		const middle = async (part: Locator) => part.boundingBox().then((box) => (box?.x ?? 0) + (box?.width ?? 0) / 2);
		for (const [at, name] of ['No leak', 'No lockout', 'A way out', 'No silent loss', 'Updates complete'].entries()) {
			expect(
				Math.abs((await middle(table.head(name))) - (await middle(row.getByRole('cell').nth(at)))),
				name
			).toBeLessThan(1);
		}
	});
}

test.describe('where not every column has room', () => {
	test.use({ viewport: { width: 390, height: 800 } });

	test('the order is chosen beside the filters, also by what has no head, or by a head that stands', async ({
		page
	}) => {
		const table = await Table.open(page);
		await table.filter('Sort by').selectOption('Flag');
		await table.filter('Order').selectOption('descending');
		await expect(page).toHaveURL(/\?sort=includeAllNetworks&order=descending$/);
		await expect
			.poll(table.numbers)
			.toEqual([
				...numbered(...Array.from({ length: 18 }, (_, at) => at + 37)),
				...numbered(...Array.from({ length: 36 }, (_, at) => at + 1))
			]);

		await use(table.head('No leak').getByRole('button'));
		await expect(table.head('No leak')).toHaveAttribute('aria-sort', 'ascending');
		await expect(table.filter('Sort by')).toHaveValue('noLeak');
		await expect(table.filter('Order')).toHaveValue('ascending');
	});
});

test.describe('where every column has room', () => {
	test.use({ viewport: { width: 1280, height: 800 } });

	test('their widths stay, whatever is shown, and the heads alone sort', async ({ page }) => {
		const table = await Table.open(page);
		const widths = async () =>
			Promise.all((await page.getByRole('columnheader').all()).map(async (head) => (await head.boundingBox())?.width));
		const whole = await widths();
		expect(whole.length).toBe(12);
		expect(new Set(whole.slice(6, 11)).size).toBe(1);
		await table.filter('Own traffic').selectOption('none');
		await expect(table.count('18 of 54 phones')).toBeVisible();
		expect(await widths()).toEqual(whole);
		await table.head('Worlds').getByRole('button').click();
		await table.filter('A way out').selectOption('fails');
		await expect(table.count('0 of 54 phones')).toBeVisible();
		expect(await widths()).toEqual(whole);
		await expect(table.filter('Sort by')).toBeHidden();
	});
});

test('on paper every sheet of the table has its heads', async ({ page }) => {
	await Table.open(page);
	await page.emulateMedia({ media: 'print' });
	// Heads with controls in them are not repeated, and neither are those that stick.
	await expect(page.getByRole('columnheader')).toHaveCount(12);
	await expect(page.getByRole('table').getByRole('button')).toHaveCount(0);
	for (const head of await page.getByRole('columnheader').all())
		expect(await head.evaluate((element) => getComputedStyle(element).position)).toBe('static');
	expect(
		await page
			.getByRole('rowgroup')
			.first()
			.evaluate((element) => getComputedStyle(element).display)
	).toBe('table-header-group');
});

for (const width of [320, 820, 1440]) {
	test(`going back through the cells ${width} px wide, none that has the focus is under the heads`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height: 700 });
		const table = await Table.open(page);
		await table.row(30).getByRole('link').last().focus();
		for (let presses = 0; presses < 60; presses++) {
			await page.keyboard.press('Shift+Tab');
			const onTop = await page.evaluate(() => {
				const { left, top, width: wide, height } = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
				return document.activeElement?.contains(document.elementFromPoint(left + wide / 2, top + height / 2));
			});
			expect(onTop, await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120))).toBe(true);
		}
	});

	test(`axe finds nothing ${width} px wide, in light and in dark, with a filter, a bad address and an answer`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height: 900 });
		const table = await Table.open(page, '?transport=bsdSocket&network=nowhere');
		await page.getByRole('button', { name: 'Check again, phone 23', exact: true }).click();
		await expect(table.row(23).getByText(/^The same/)).toBeVisible({ timeout: CHECKER_BUDGET_MS });
		// From the top: further down, the heads may stand over a part of a cell.
		await page.evaluate(() => scrollTo(0, 0));
		await expectAxeToFindNothing(page);
	});
}

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the whole table is there with its paths, and nothing that cannot be pressed', async ({ page }) => {
		await page.goto(VERDICTS);
		const table = new Table(page);
		await expect(table.rows()).toHaveCount(54);
		await expect(table.row(1).getByRole('cell', { name: 'holds' })).toHaveCount(3);
		await expect(
			table.row(1).getByRole('link', { name: 'No lockout fails (e): Connect, Update the app' })
		).toHaveAttribute('href', /\/lab\/?\?v=/);
		await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
		await expect(page.getByRole('main').getByRole('combobox')).toHaveCount(0);
	});
});

test('chapter 10 leads to the table, and its own phones can be asked about again, with their ways out', async ({
	page
}) => {
	const { worlds, transitions } = check({ ...RELEASED_APP, safariTraffic: 'quiet', includeAllNetworks: true });
	const [said, many] = [worlds, transitions].map((count) => count.toLocaleString('en-GB'));
	const figure = await Figure.open(page, './the-proof/');
	await figure.button('Explore every world').click();
	await expect(
		figure.main.getByText(`Done: ${said} worlds, ${many} transitions. The table above says the same of “flag on”.`)
	).toBeVisible({ timeout: CHECKER_BUDGET_MS });
	await expect(
		figure.main.getByRole('heading', { name: 'Out of the lockout, by the fewest acts: flag on', exact: true })
	).toBeVisible();
	await expect(
		figure.main.getByRole('heading', {
			name: 'Out of the lockout, by the fewest acts: flag on, on-demand on, around the kernel, honest Wi-Fi',
			exact: true
		})
	).toBeVisible();

	await figure.main.getByRole('link', { name: 'The verdicts of every phone' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Verdicts' })).toBeVisible();
});

test('chapter 10: whoever asks for other repairs reads of which phone, what was asked, and the answer', async ({
	page
}) => {
	const figure = await Figure.open(page, './the-proof/');
	const old = figure.main.getByText('This answers another question than the one that is chosen now:');
	await expect(old).toBeHidden();
	await figure.main.getByLabel('own traffic').selectOption('noProbes');
	await figure.main.getByRole('checkbox', { name: 'Apple' }).uncheck();
	await figure.main.getByRole('checkbox', { name: 'the user' }).uncheck();
	await expect(old).toBeVisible();
	await figure.button('Find the smallest repairs').click();
	await expect(
		figure.main.getByText(
			'Of the phone: flag on, on-demand on, no own traffic, honest Wi-Fi. To keep: No leak, No lockout, Updates complete. Who may act: the app.'
		)
	).toBeVisible({ timeout: CHECKER_BUDGET_MS });
	await expect(
		figure.main.getByText(/^None, since there is none to try: no candidate on the list can be made by the app alone\./)
	).toBeVisible();
	await expect(figure.main.getByRole('status').filter({ hasText: /^Done: 1 set, [\d,]+ worlds\.$/ })).toBeVisible();
	await expect(old).toBeHidden();

	for (const name of ['No leak', 'No lockout', 'Updates complete'])
		await figure.main.getByRole('checkbox', { name }).uncheck();
	await figure.button('Find the smallest repairs').click();
	await expect(
		figure.main.getByRole('status').filter({ hasText: 'There is nothing to keep: tick at least one property.' })
	).toBeVisible();
});

test('chapter 10: a question about repairs can be sent, and what of it is not known gets one sentence', async ({
	page
}) => {
	const figure = await Figure.open(
		page,
		'./the-proof/?transport=noProbes&network=pigeon&keep=noLockout,updateCompletes&by=apple,app'
	);
	await expect(figure.main.getByLabel('own traffic')).toHaveValue('noProbes');
	await expect(figure.main.getByRole('checkbox', { name: 'No leak' })).not.toBeChecked();
	await expect(figure.main.getByRole('checkbox', { name: 'the user' })).not.toBeChecked();
	await expect(
		figure.main.getByText('This question knows no “network=pigeon”, so that part of the address is ignored.')
	).toBeVisible();
	await figure.button('Copy link to this question').click();
	await expect(page).toHaveURL(
		/\/the-proof\/\?includeAllNetworks=true&excludeLocalNetworks=false&onDemand=true&transport=noProbes&network=honest&keep=noLockout,updateCompletes&by=apple,app#repairs$/
	);
});

test('chapter 10: its numbers are those of the table, and lead to it', async ({ page }) => {
	const figure = await Figure.open(page, './the-proof/');
	const counts = figure.main.getByRole('link', { name: /^\d+ of \d+$/ });
	expect(await counts.allTextContents()).toEqual([
		'0 of 9',
		'14 of 36',
		'18 of 18',
		'54 of 54',
		'0 of 54',
		'22 of 54',
		'22 of 22'
	]);
	for (const [name, shown] of [
		['0 of 54', '0 of 54 phones'],
		['14 of 36', '14 of 54 phones']
	] as const) {
		await counts.filter({ hasText: name }).click();
		await expect(page.getByRole('status').filter({ hasText: shown })).toBeVisible();
		await page.goBack();
	}
});

for (const width of [390, 820]) {
	test(`chapter 10, ${width} px wide: a path that is played comes into sight, and its cell says that it is shown`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height: 844 });
		const figure = await Figure.open(page, './the-proof/');
		const cell = figure.main.getByRole('button', {
			name: 'No leak fails, flag off, LocalNet: play Connect, Open a page'
		});
		await expect(cell).toContainText('play');
		await cell.scrollIntoViewIfNeeded();
		await expect(figure.pictures.first()).not.toBeInViewport();
		await cell.click();
		await expect(figure.pictures.first()).toBeInViewport({ ratio: 0.7 });
		await expect(cell).toHaveAttribute('aria-current', 'true');
		await expect(cell).toContainText('shown');
		await expect(cell).toBeFocused();
	});
}

test('on paper a view says what it asks for, and what it means lies open', async ({ page }) => {
	await Table.open(page, '?includeAllNetworks=false&noLeak=fails&sort=worlds');
	await page.emulateMedia({ media: 'print' });
	await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
	await expect(
		page.getByText('18 of 54 phones: those with flag off, No leak fails, in the order of “Worlds”, ascending.')
	).toBeVisible();
	await expect(page.getByText('Timers may run out in any order')).toBeVisible();
});

test('every page leads to the table of phones', async ({ page }) => {
	await page.goto('./lab/');
	await page.getByRole('contentinfo').getByRole('link', { name: 'The checker’s verdicts on every phone' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Verdicts' })).toBeVisible();
});
