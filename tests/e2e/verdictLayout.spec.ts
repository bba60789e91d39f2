/** The table of phones where it is read: on screens of every width, on paper, by keyboard, by axe, without scripts. */
import { expect, test, type Locator } from '@playwright/test';
import { expectAxeToFindNothing } from './support/axe.ts';
import { CHECKER_BUDGET_MS } from './support/budgets.ts';
import { use } from './support/keyboard.ts';
import { expectNothingSideways } from './support/sideways.ts';
import { numbered, VerdictTable } from './support/verdictTable.ts';

for (const width of [320, 390, 820, 1024]) {
	test(`${width} px wide, the table is whole without moving sideways, and each row says whose verdicts it has`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height: 800 });
		const table = await VerdictTable.open(page);
		await expectNothingSideways(page, { widths: [width] });

		const row = table.row(35);
		await expect(
			row.getByRole('rowheader', {
				name: 'Phone 35 flag on, local networks excluded, on-demand on, through the kernel, LocalNet',
				exact: true
			})
		).toBeVisible();
		await row.scrollIntoViewIfNeeded();
		for (const part of [
			...(await row.getByRole('cell').all()),
			row.getByRole('button', { name: 'Check again, phone 35' }),
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
		const table = await VerdictTable.open(page);
		await table.filter('Sort by').selectOption('Flag');
		await table.filter('Order').selectOption('descending');
		await expect(page).toHaveURL(/\?sort=includeAllNetworks&order=descending$/);
		await expect
			.poll(table.numbers)
			.toEqual([
				...numbered(...Array.from({ length: 18 }, (_, at) => at + 61)),
				...numbered(...Array.from({ length: 60 }, (_, at) => at + 1))
			]);

		await use(table.head('No leak').getByRole('button'));
		await expect(table.head('No leak')).toHaveAttribute('aria-sort', 'ascending');
		await expect(table.filter('Sort by')).toHaveValue('noLeak');
		await expect(table.filter('Order')).toHaveValue('ascending');
	});
});

test.describe('where every column has room', () => {
	test.use({ viewport: { width: 1440, height: 800 } });

	test('their widths stay, whatever is shown, and the heads alone sort', async ({ page }) => {
		const table = await VerdictTable.open(page);
		const widths = async () =>
			Promise.all((await page.getByRole('columnheader').all()).map(async (head) => (await head.boundingBox())?.width));
		const whole = await widths();
		expect(whole.length).toBe(14);
		expect(new Set(whole.slice(8, 13)).size).toBe(1);
		await table.filter('Own traffic').selectOption('none');
		await expect(table.count('18 of 78 phones')).toBeVisible();
		expect(await widths()).toEqual(whole);
		await table.head('Worlds').getByRole('button').click();
		await table.filter('A way out').selectOption('fails');
		await expect(table.count('0 of 78 phones')).toBeVisible();
		expect(await widths()).toEqual(whole);
		await expect(table.filter('Sort by')).toBeHidden();
	});
});

test('on paper every sheet of the table has its heads', async ({ page }) => {
	const table = await VerdictTable.open(page);
	await table.expectHeadsOnEverySheet(14);
});

for (const width of [320, 820, 1440]) {
	test(`going back through the cells ${width} px wide, none that has the focus is under the heads`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height: 700 });
		const table = await VerdictTable.open(page);
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
		const table = await VerdictTable.open(page, '?transport=bsdSocket&network=nowhere');
		await page.getByRole('button', { name: 'Check again, phone 35', exact: true }).click();
		await expect(table.row(35).getByText(/^The same/)).toBeVisible({ timeout: CHECKER_BUDGET_MS });
		// From the top: further down, the heads may stand over a part of a cell.
		await page.evaluate(() => scrollTo(0, 0));
		await expectAxeToFindNothing(page);
	});
}

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the whole table is there with its paths, and nothing that cannot be pressed', async ({ page }) => {
		await page.goto(VerdictTable.address);
		const table = new VerdictTable(page);
		await expect(table.rows()).toHaveCount(78);
		await expect(table.row(1).getByRole('cell', { name: 'holds' })).toHaveCount(3);
		await expect(
			table.row(1).getByRole('link', { name: 'No lockout fails (e): Connect, Update the app' })
		).toHaveAttribute('href', /\/lab\/?\?v=/);
		await table.expectNothingToPress();
	});
});

test('on paper a view says what it asks for, and what it means lies open', async ({ page }) => {
	await VerdictTable.open(page, '?includeAllNetworks=false&noLeak=fails&sort=worlds');
	await page.emulateMedia({ media: 'print' });
	await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
	await expect(
		page.getByText('18 of 78 phones: those with flag off, No leak fails, in the order of “Worlds”, ascending.')
	).toBeVisible();
	await expect(page.getByText('Timers may run out in any order')).toBeVisible();
});
