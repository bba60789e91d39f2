/** Text and figure move together, in both directions, and a reader finds both again where they were. */
import { expect, test, type Page } from '@playwright/test';
import { Figure } from './support/figure.ts';
import { FLIP_THE_FLAG, PACKET_TUNNEL, THE_UPDATE, THE_WAY_OUT } from './support/pages.ts';

const scrolled = (page: Page) => page.evaluate(() => window.scrollY);

test.describe('on a wide screen', () => {
	test('reading on shows the moment that the text tells of', async ({ page }) => {
		const figure = await Figure.open(page, FLIP_THE_FLAG);
		const passage = figure.words('the packet is gone');
		const height = (await passage.boundingBox())?.y ?? 0;
		await page.mouse.move(200, 400);
		await page.mouse.wheel(0, height - 200);
		await figure.expectTold('is not seen again');
	});

	test('scrolling is never taken over: the page is where the wheel has put it', async ({ page }) => {
		await Figure.open(page, FLIP_THE_FLAG);
		await page.mouse.move(200, 400);
		await page.mouse.wheel(0, 700);
		await expect.poll(() => scrolled(page)).toBe(700);
	});

	test('a run that the reader has made is not taken away by reading on', async ({ page }) => {
		const figure = await Figure.open(page, THE_WAY_OUT);
		await figure.goToEnd();
		await figure.button('Step back').click();
		await figure.button('Reboot').click();
		await figure.button('Pause').click();
		const before = await figure.position();
		// To press a button may have scrolled a little already.
		const from = await scrolled(page);
		await page.mouse.move(200, 400);
		await page.mouse.wheel(0, 900);
		await expect.poll(() => scrolled(page)).toBe(from + 900);
		await expect(figure.timeline).toHaveValue(before);
	});

	test('the figure leads to the passage that tells of its moment, and marks it', async ({ page }) => {
		const figure = await Figure.open(page, THE_UPDATE);
		await figure.button('Where they part').click();
		await figure.button('In the text').click();
		const passage = figure
			.words('traffic takes the physical interface')
			.or(figure.words('the downloader waits for connectivity'));
		await expect(passage.first()).toBeInViewport();
	});
});

test.describe('coming back', () => {
	test('after another chapter and the back button, text and figure are where they were', async ({ page }) => {
		const figure = await Figure.open(page, PACKET_TUNNEL);
		await figure.words('the page is there').click();
		const [at, told] = [await scrolled(page), await figure.told()];
		expect(at).toBeGreaterThan(100);

		// Without the jump to the link that a mouse would need.
		await page.getByRole('link', { name: /^9 / }).first().dispatchEvent('click');
		await expect(page.getByRole('heading', { name: 'The way out' })).toBeVisible();
		await page.goBack();
		await expect(page.getByRole('heading', { name: 'What a packet tunnel is' })).toBeVisible();

		await figure.expectTold(told);
		await expect.poll(() => scrolled(page)).toBe(at);
	});

	test('after a reload as well', async ({ page }) => {
		const figure = await Figure.open(page, PACKET_TUNNEL);
		await figure.words('the page is there').click();
		const told = await figure.told();
		await page.reload();
		await figure.expectTold(told);
		// Its type may have come meanwhile, so that the same line stands a little higher or lower.
		await expect(figure.words('the page is there')).toBeInViewport();
	});
});
