/** Twelve chapters in a short header: where one is, what one has read, and the way on. */
import { expect, test, type Page } from '@playwright/test';
import { awake } from './support/figure.ts';
import { chapters, FIRST_SCREEN, FLIP_THE_FLAG, THE_UPDATE } from './support/pages.ts';

const steps = (page: Page) => page.getByRole('navigation', { name: 'Contents' });
const ways = (page: Page) => page.getByRole('navigation', { name: 'Chapters' });

async function open(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await awake(page);
}

test('there is a numbered step for every chapter, and the one that is read is marked', async ({ page }) => {
	await open(page, FLIP_THE_FLAG);
	await expect(steps(page).getByRole('link')).toHaveCount(chapters.length);
	await expect(steps(page).getByRole('link', { name: '4 Flip the flag' })).toHaveAttribute('aria-current', 'page');
	await steps(page).getByRole('link', { name: '8 The update' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'The update' })).toBeVisible();
	await expect(steps(page).getByRole('link', { name: '8 The update' })).toHaveAttribute('aria-current', 'page');
	await expect(steps(page).getByRole('link', { name: '4 Flip the flag' })).not.toHaveAttribute('aria-current');
});

test('a chapter counts as read when its end has come into sight, and is remembered', async ({ page }) => {
	await open(page, THE_UPDATE);
	await expect(steps(page).getByRole('link', { name: '8 The update', exact: true })).toBeVisible();
	await ways(page).scrollIntoViewIfNeeded();
	await expect(steps(page).getByRole('link', { name: '8 The update, read' })).toBeAttached();

	await open(page, FLIP_THE_FLAG);
	await expect(steps(page).getByRole('link', { name: '8 The update, read' })).toBeVisible();
	await expect(steps(page).getByRole('link', { name: '4 Flip the flag', exact: true })).toBeVisible();
});

test('the end of a chapter leads on, back, and anywhere', async ({ page }) => {
	await open(page, FLIP_THE_FLAG);
	await expect(ways(page).getByRole('link')).toHaveCount(2);
	await ways(page).getByText('All chapters').click();
	await expect(ways(page).getByRole('listitem')).toHaveCount(chapters.length);
	await ways(page).getByRole('listitem').getByRole('link', { name: 'The way out' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'The way out' })).toBeVisible();
});

test('the header leads to the other pages, and says which of them one is on', async ({ page }) => {
	await open(page, FIRST_SCREEN);
	for (const name of ['Claims', 'Glossary', 'Model', 'Essay', 'Lab']) {
		const link = page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name, exact: true });
		await link.click();
		await expect(link).toHaveAttribute('aria-current', 'page');
	}
});

for (const { width, most } of [
	{ width: 320, most: 110 },
	{ width: 390, most: 110 },
	{ width: 820, most: 110 },
	{ width: 1440, most: 64 }
]) {
	test(`at ${width} px the header takes at most ${most} px, and every step can be hit`, async ({ page }) => {
		await page.setViewportSize({ width, height: 844 });
		await open(page, FLIP_THE_FLAG);
		const header = await page.getByRole('banner').boundingBox();
		expect(header?.height).toBeLessThanOrEqual(most);
		for (const link of await page.getByRole('banner').getByRole('link').all()) {
			const { width: wide = 0, height: high = 0 } = (await link.boundingBox()) ?? {};
			expect(Math.min(wide, high), await link.innerText()).toBeGreaterThanOrEqual(24);
		}
	});
}
