/** The table of phones: sorted, filtered, linked, played in the lab, and judged again in front of the reader’s eyes. */
import { expect, test } from '@playwright/test';
import { checkPhone, PHONES } from '../../src/lib/check/phoneTable.ts';
import { pathTo } from '../../src/lib/check/phoneVerdict.ts';
import { RELEASED_APP } from '../../src/lib/machines/knobs.ts';
import { CHECKER_BUDGET_MS } from './support/budgets.ts';
import { awake, Figure } from './support/figure.ts';
import { tabTo, use } from './support/keyboard.ts';
import { numbered, VerdictTable } from './support/verdictTable.ts';

const amount = (words: string) => Number(words.replaceAll(',', ''));

test.describe('the order', () => {
	test('is that of the column whose head is pressed, and the other way round when it is pressed again', async ({
		page
	}) => {
		const table = await VerdictTable.open(page);
		expect((await table.numbers()).slice(0, 3)).toEqual(numbered(1, 2, 3));
		await expect(table.head('No.')).toHaveAttribute('aria-sort', 'ascending');

		await table.sortBy('Worlds', 'ascending');
		await expect(table.head('No.')).not.toHaveAttribute('aria-sort');
		const ascending = await table.worlds();
		expect(ascending).toHaveLength(78);
		expect(ascending.map(amount)).toEqual(ascending.map(amount).sort((one, other) => one - other));

		await table.sortBy('Worlds', 'descending');
		expect((await table.worlds()).map(amount)).toEqual(ascending.map(amount).reverse());
	});

	test('of a property puts first what fails, letter by letter, by keyboard as well', async ({ page }) => {
		const table = await VerdictTable.open(page);
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
		expect(letters.join('')).toBe('a'.repeat(23) + 'b'.repeat(14) + 'c'.repeat(3) + 'd'.repeat(6));
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
		const table = await VerdictTable.open(page);
		await expect(table.count('78 of 78 phones')).toBeVisible();

		await tabTo(table.filter('Flag'));
		await page.keyboard.type('off');
		await expect(table.count('18 of 78 phones')).toBeVisible();
		await tabTo(table.filter('No leak'));
		await page.keyboard.type('holds');
		await expect(table.count('0 of 78 phones')).toBeVisible();
		await expect(page.getByText('No phone is like that.')).toBeVisible();
		await expect(page).toHaveURL(/\/verdicts\/\?includeAllNetworks=false&noLeak=holds$/);

		await use(table.all());
		await expect(table.count('78 of 78 phones')).toBeVisible();
		await expect(page).toHaveURL(/\/verdicts\/$/);
	});

	test('comes with the address, and the order too', async ({ page }) => {
		const table = await VerdictTable.open(page, '?transport=bsdSocket&noSilentLoss=fails&sort=number&order=descending');
		await expect(table.count('36 of 78 phones')).toBeVisible();
		await expect(table.filter('Own traffic')).toHaveValue('bsdSocket');
		await expect(table.filter('No silent loss')).toHaveValue('fails');
		await expect(table.head('No.')).toHaveAttribute('aria-sort', 'descending');
	});

	test('that does not exist gets one sentence, and the table is whole', async ({ page }) => {
		const table = await VerdictTable.open(page, '?transport=carrierPigeon&onDemand=true');
		await expect(table.filter('On-demand')).toHaveValue('true');
		await expect(table.count('39 of 78 phones')).toBeVisible();
		await table.expectUnknown('transport=carrierPigeon');
	});
});

test.describe('a cell that fails', () => {
	test('leads to its shortest path: the checker’s own, to be played in the lab', async ({ page }) => {
		const table = await VerdictTable.open(page);
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
		const table = await VerdictTable.open(page);
		const told = await table.row(35).evaluateHandle((row) => {
			const texts: string[] = [];
			new MutationObserver(() => texts.push(...(/[1-9][\d,]* worlds …/.exec(row.textContent ?? '') ?? []))).observe(
				row,
				{ subtree: true, childList: true, characterData: true }
			);
			return texts;
		});
		const worlds = (await table.worlds())[34];
		await use(page.getByRole('button', { name: 'Check again, phone 35', exact: true }));
		await expect(table.row(35).getByText(new RegExp(`^The same: ${worlds} worlds, \\d+\\.\\d\\ss$`))).toBeVisible({
			timeout: CHECKER_BUDGET_MS
		});
		await expect(
			page.getByRole('status').filter({ hasText: new RegExp(`^Phone 35\\. The same: ${worlds} worlds`) })
		).toBeAttached();
		expect((await told.jsonValue()).length).toBeGreaterThan(0);
	});

	test('it can be stopped', async ({ page }) => {
		const table = await VerdictTable.open(page);
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
		await VerdictTable.open(page);
		const list = page.getByRole('region', { name: 'How it breaks' });
		await page.getByRole('link', { name: 'below the table' }).click();
		await expect(list).toBeInViewport();

		const path = pathTo(checkPhone(PHONES[0] ?? RELEASED_APP), 'noLockout');
		await expect(list.getByRole('listitem').nth('abcdefghijkl'.indexOf('e'))).toHaveText(
			`No lockout: ${path?.ends} ${path?.comesTo} 19 phones, after ${path?.steps} steps`
		);
		await expect(list.getByRole('listitem')).toHaveCount(12);
	});

	test('every letter of the table has its line, for the property of its column', async ({ page }) => {
		await VerdictTable.open(page);
		const lines = await page.getByRole('region', { name: 'How it breaks' }).getByRole('listitem').allTextContents();
		const cells = await page.getByRole('table').getByRole('link').allTextContents();
		expect(cells.length).toBe(165);
		for (const cell of cells) {
			const [, property = 'none', letter = '?'] = /✕ . (.*) fails \((.)\)/.exec(cell) ?? [];
			expect(lines[letter.charCodeAt(0) - 97], cell).toContain(`${property}:`);
		}
	});
});

test('what a world is stands on the page, and why there is always a way out', async ({ page }) => {
	const table = await VerdictTable.open(page);
	await expect(page.getByText('A world is one state of the whole phone')).toBeVisible();
	await expect(
		page.getByText('“A way out” never fails: in this model there is always some act that helps')
	).toBeVisible();
	await table.filter('A way out').selectOption('holds');
	await expect(table.count('78 of 78 phones')).toBeVisible();
});

test('every page leads to the table of phones', async ({ page }) => {
	await page.goto('./lab/');
	await page.getByRole('contentinfo').getByRole('link', { name: 'The checker’s verdicts on every phone' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Verdicts' })).toBeVisible();
});
