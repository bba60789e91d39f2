/** A figure costs nothing while nobody looks at it: it asks for animation frames only while it plays in sight. */
import { expect, test, type Page } from '@playwright/test';
import { Figure } from './support/figure.ts';
import { chapters, FIRST_SCREEN, FLIP_THE_FLAG, THE_WAY_OUT } from './support/pages.ts';

declare global {
	interface Window {
		/** Frames that the page has asked for. */
		asked: number;
		/** Resolves after so many frames that the page knows nothing of. */
		wait: (frames: number) => Promise<void>;
	}
}

test.beforeEach(({ page }) =>
	page.addInitScript(() => {
		const real = window.requestAnimationFrame.bind(window);
		window.asked = 0;
		window.requestAnimationFrame = (callback) => {
			window.asked++;
			return real(callback);
		};
		window.wait = async (frames) => {
			for (let i = 0; i < frames; i++) await new Promise((resolve) => real(resolve));
		};
	})
);

const asked = (page: Page) => page.evaluate(() => window.asked);

/** How many frames the page asks for while twenty pass. */
const askedMeanwhile = (page: Page) =>
	page.evaluate(async () => {
		const before = window.asked;
		await window.wait(20);
		return window.asked - before;
	});

async function play(page: Page, figure: Figure): Promise<void> {
	await figure.goToBeginning();
	await figure.button('Play').click();
	await expect.poll(() => askedMeanwhile(page), { message: 'it plays' }).toBeGreaterThan(10);
}

for (const address of chapters) {
	test(`${address} asks for no frame before it is played`, async ({ page }) => {
		await Figure.open(page, address);
		await page.evaluate(() => window.wait(5));
		expect(await askedMeanwhile(page)).toBe(0);
	});
}

test('a paused figure asks for none', async ({ page }) => {
	const figure = await Figure.open(page, FIRST_SCREEN);
	await play(page, figure);
	await figure.button('Pause').click();
	expect(await askedMeanwhile(page)).toBe(0);
});

test('a figure that is stepped and linked asks for none', async ({ page }) => {
	const figure = await Figure.open(page, FLIP_THE_FLAG);
	const before = await asked(page);
	await figure.button('Step').click();
	await figure.button('Next moment').click();
	await figure.button('Copy link').click();
	expect(await askedMeanwhile(page)).toBe(0);
	expect(await asked(page)).toBe(before);
});

test('a figure at rest at its end stops asking', async ({ page }) => {
	const figure = await Figure.open(page, THE_WAY_OUT);
	await figure.timeline.press('End');
	await figure.button('Play').click();
	await expect(figure.button('Play')).toBeVisible();
	expect(await askedMeanwhile(page)).toBe(0);
});

test.describe('on a narrow screen', () => {
	test.use({ viewport: { width: 390, height: 480 } });

	for (const address of chapters.slice(1)) {
		test(`the figure of ${address} stops asking when it is scrolled out of sight, and goes on when it is back`, async ({
			page
		}) => {
			const figure = await Figure.open(page, address);
			await play(page, figure);

			await page.getByRole('contentinfo').scrollIntoViewIfNeeded();
			await page.keyboard.press('Control+End');
			await expect(figure.pictures.first()).not.toBeInViewport();
			await expect(figure.timeline).not.toBeInViewport();
			await expect.poll(() => askedMeanwhile(page)).toBe(0);
			const stands = await figure.position();
			await page.evaluate(() => window.wait(20));
			expect(await figure.position()).toBe(stands);

			await figure.button('Pause').scrollIntoViewIfNeeded();
			await expect.poll(() => askedMeanwhile(page)).toBeGreaterThan(10);
		});
	}
});

test('a figure in a tab that is hidden asks for none, and goes on when the tab is shown', async ({ page }) => {
	const figure = await Figure.open(page, FIRST_SCREEN);
	await play(page, figure);
	const turn = (state: DocumentVisibilityState) =>
		page.evaluate((visibility) => {
			Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
			document.dispatchEvent(new Event('visibilitychange'));
		}, state);

	await turn('hidden');
	await page.evaluate(() => window.wait(2));
	expect(await askedMeanwhile(page)).toBe(0);

	await turn('visible');
	await expect.poll(() => askedMeanwhile(page)).toBeGreaterThan(10);
});

test('a figure of a page that was left asks for none', async ({ page }) => {
	const figure = await Figure.open(page, FLIP_THE_FLAG);
	await play(page, figure);
	await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Claims' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Claims' })).toBeVisible();
	await page.evaluate(() => window.wait(2));
	expect(await askedMeanwhile(page)).toBe(0);
});
