/** The named stops on the line under a figure. */
import { expect, test, type Locator } from '@playwright/test';
import { Figure } from './support/figure.ts';
import { use } from './support/keyboard.ts';
import { AROUND_THE_KERNEL, chapters, FIRST_SCREEN, THE_UPDATE } from './support/pages.ts';

const stopsOf = (figure: Figure) => figure.main.getByRole('list', { name: 'Stops' }).getByRole('button');

/** The pairs of names that lie over each other, and the names that lie over the line’s own words. */
async function overlaps(stops: Locator): Promise<string[]> {
	const boxes = await stops.evaluateAll((buttons) =>
		buttons.map((button) => {
			const words = document.createRange();
			words.selectNodeContents(button);
			const { left, right, top, bottom } = words.getBoundingClientRect();
			return { name: button.textContent.trim(), left, right, top, bottom };
		})
	);
	return boxes.flatMap((one, i) =>
		boxes
			.slice(i + 1)
			.filter(
				(other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
			)
			.map((other) => `“${one.name}” and “${other.name}”`)
	);
}

for (const [width, height] of [
	[1440, 900],
	[1366, 768],
	[1280, 800],
	[820, 1180]
] as const) {
	test(`no name of a stop lies over another at ${width} px, on any page`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		for (const address of chapters.filter((each) => each !== FIRST_SCREEN)) {
			const figure = await Figure.open(page, address);
			const stops = stopsOf(figure).filter({ visible: true });
			await expect(stops.first(), address).toBeVisible();
			expect(await overlaps(stops), address).toEqual([]);
			// Where two phones have parted, each has come by stops of its own.
			await figure.timeline.press('End');
			expect(await overlaps(stops), `${address}, at its end`).toEqual([]);
		}
	});
}

test('a stop leads to its moment, by mouse and by keyboard, and is then the one at which the figure stands', async ({
	page
}) => {
	const figure = await Figure.open(page, AROUND_THE_KERNEL);
	const [first, second] = [stopsOf(figure).nth(0), stopsOf(figure).nth(1)];
	await expect(first).toHaveAttribute('aria-current', 'step');

	await second.click();
	await figure.expectTold('the mux');
	await expect(second).toHaveAttribute('aria-current', 'step');

	await use(first);
	await expect(first).toHaveAttribute('aria-current', 'step');
	await expect(second).not.toHaveAttribute('aria-current');
});

test('where two phones have parted, each branch has a stop at which it stands', async ({ page }) => {
	const figure = await Figure.open(page, THE_UPDATE);
	const current = stopsOf(figure).and(figure.main.locator('[aria-current=step]'));
	await expect(current).toHaveText(['The update begins']);
	await figure.button('The circle closes').click();
	await expect(current).toHaveText(['A leak', 'The circle closes']);
});

test('on a phone the row of the keys names the last stop alone, whichever phone has come by it', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	const figure = await Figure.open(page, THE_UPDATE);
	const named = (title: string) => figure.main.getByText(title, { exact: true }).filter({ visible: true });
	await expect(named('The update begins')).toHaveCount(1);
	await figure.words('the circle is closed').click();
	await expect(named('The circle closes')).toHaveCount(1);
	await expect(named('A leak')).toHaveCount(0);
	await expect(stopsOf(figure).filter({ visible: true })).toHaveCount(0);
});

test('whoever presses a place on the line is at what is named there', async ({ page }) => {
	const figure = await Figure.open(page, AROUND_THE_KERNEL);
	const [from, to] = [await figure.timeline.boundingBox(), await stopsOf(figure).last().boundingBox()];
	if (!from || !to) throw new Error('The line is not there.');
	await page.mouse.click(to.x + to.width / 2 + 2, from.y + from.height / 2);
	await expect(stopsOf(figure).last()).toHaveAttribute('aria-current', 'step');
});

test('a figure opens at something that has happened', async ({ page }) => {
	for (const address of chapters) {
		const figure = await Figure.open(page, address);
		await expect(figure.timeline, address).not.toHaveValue('0');
		await expect(figure.drawn('nothing has happened yet'), address).toHaveCount(0);
	}
});
