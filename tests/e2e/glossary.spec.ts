/** The glossary, and the words in the prose that it explains on the spot. */
import { expect, test, type Page } from '@playwright/test';
import { GLOSSARY, TERM_IDS } from '../../content/glossary.ts';
import { awake } from './support/figure.ts';
import { tabTo } from './support/keyboard.ts';

const WITH_TERMS = './model/';
const ENVELOPE = GLOSSARY.envelope;

const word = (page: Page) => page.getByRole('main').getByRole('link', { name: 'envelope', exact: true });
const note = (page: Page) => page.getByRole('dialog', { name: ENVELOPE.term });

async function open(page: Page): Promise<void> {
	await page.goto(WITH_TERMS);
	await awake(page);
}

test('the glossary has every term with its explanation, in the order of the alphabet', async ({ page }) => {
	await page.goto('./glossary/');
	const terms = await page.getByRole('term').allInnerTexts();
	expect(terms).toEqual(TERM_IDS.map((id) => GLOSSARY[id].term).sort((a, b) => a.localeCompare(b, 'en')));
	for (const id of TERM_IDS)
		await expect(page.getByRole('definition').filter({ hasText: GLOSSARY[id].text })).toHaveCount(1);
});

test('a term leads to the chapters that use it', async ({ page }) => {
	await page.goto('./glossary/');
	await awake(page);
	const link = page.getByRole('definition').getByRole('link').first();
	const title = await link.innerText();
	await link.click();
	await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test.describe('a word of the trade', () => {
	test('is explained on the spot, by keyboard, and gives the focus back', async ({ page }) => {
		await open(page);
		await tabTo(word(page));
		await page.keyboard.press('Enter');
		await expect(note(page)).toBeFocused();
		await expect(note(page)).toContainText(ENVELOPE.text);
		await page.keyboard.press('Escape');
		await expect(note(page)).toBeHidden();
		await expect(word(page)).toBeFocused();
		expect(new URL(page.url()).pathname).toMatch(/\/model\/$/);
	});

	test('goes away with a click elsewhere, and can be asked again', async ({ page }) => {
		await open(page);
		await word(page).click();
		await expect(note(page)).toBeVisible();
		await page.mouse.click(2, 2);
		await expect(note(page)).toBeHidden();
		await word(page).click();
		await expect(note(page)).toBeVisible();
	});

	test('leads on to its place in the glossary', async ({ page }) => {
		await open(page);
		await word(page).click();
		await note(page).getByRole('link', { name: 'All terms' }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
		await expect(page.getByRole('definition').filter({ hasText: ENVELOPE.text })).toBeInViewport();
	});

	for (const width of [320, 390, 820, 1440]) {
		test(`is explained on the screen, whole, ${width} px wide, at its top and at its bottom`, async ({ page }) => {
			await page.setViewportSize({ width, height: 700 });
			await open(page);
			for (const block of ['start', 'end'] as const) {
				await word(page).evaluate((link, where) => link.scrollIntoView({ block: where }), block);
				await word(page).click();
				await expect(note(page)).toBeInViewport({ ratio: 1 });
				await page.keyboard.press('Escape');
				await expect(note(page)).toBeHidden();
			}
		});
	}

	test.describe('without scripts', () => {
		test.use({ javaScriptEnabled: false });

		test('is a link into the glossary', async ({ page }) => {
			await page.goto(WITH_TERMS);
			await word(page).click();
			await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
			expect(new URL(page.url()).hash).toBe('#envelope');
			await expect(page.getByRole('definition').filter({ hasText: ENVELOPE.text })).toBeInViewport();
		});
	});
});
