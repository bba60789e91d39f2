/** The whole essay on one page: all words, all stills, no scripts. */
import { expect, test } from '@playwright/test';
import { chapters, figureOf } from './support/pages.ts';
import { expectNothingSideways } from './support/sideways.ts';

const ESSAY = './essay/';

test('has every chapter, in order, and a table of contents that leads to each', async ({ page }) => {
	await page.goto(ESSAY);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Flip the Flag');
	const contents = page.getByRole('navigation', { name: 'Table of contents' }).getByRole('link');
	await expect(contents).toHaveCount(chapters.length);
	for (const link of await contents.all()) {
		const title = await link.innerText();
		await link.click();
		await expect(page.getByRole('region', { name: title, exact: true })).toBeInViewport();
	}
});

test('puts chapters at the second level and their own headings below', async ({ page }) => {
	await page.goto(ESSAY);
	const second = await page.getByRole('heading', { level: 2 }).allInnerTexts();
	expect(second).toHaveLength(chapters.length + 1);
	await expect(
		page
			.getByRole('region', { name: 'The update', exact: true })
			.getByRole('heading', { level: 3, name: 'Who saw this' })
	).toBeVisible();
});

test('has every still of every figure once, and no control', async ({ page }) => {
	await page.goto(ESSAY);
	const promised = chapters.reduce((sum, address) => sum + figureOf(address).frames.length, 0);
	await expect(page.getByRole('group', { name: 'The phone as a building' })).toHaveCount(promised);
	for (const role of ['button', 'slider', 'switch', 'radio', 'checkbox', 'combobox'] as const)
		await expect(page.getByRole(role)).toHaveCount(0);
});

test('asks for no script', async ({ page }) => {
	const scripts: string[] = [];
	page.on('request', (request) => {
		if (request.resourceType() === 'script') scripts.push(request.url());
	});
	await page.goto(ESSAY, { waitUntil: 'networkidle' });
	expect(scripts).toEqual([]);
});

test('words that show a moment lead to their still on the page', async ({ page }) => {
	await page.goto(ESSAY);
	const ids = new Set(await page.getByRole('listitem').evaluateAll((items) => items.map(({ id }) => `#${id}`)));
	const targets = await page
		.getByTitle('Show this moment in the figure')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
	expect(targets.length).toBeGreaterThan(30);
	expect(targets.filter((target) => !ids.has(target))).toEqual([]);
});

test('on paper it is light, whatever the screen is, with every answer unfolded and nothing cut off', async ({
	page
}) => {
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	await page.setViewportSize({ width: 640, height: 900 });
	await page.goto(ESSAY);
	expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
	await expectNothingSideways(page, { widths: [640] });
	const answers = page.getByRole('blockquote');
	expect(await answers.count()).toBeGreaterThan(5);
	for (const told of await answers.all()) await expect(told).toBeVisible();
	await expect(page.getByRole('navigation', { name: 'Site' })).toBeHidden();
});
