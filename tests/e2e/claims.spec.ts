/** Claims: a mark in the prose tells where it comes from and plays its moment; the page of claims leads to each. */
import { expect, test } from '@playwright/test';
import { CLAIMS, KNOWN_CLAIMS } from '../../src/lib/machines/claims.ts';
import { timelineIn } from '../../src/lib/scene/figureRuns.ts';
import { toldAt } from '../../src/lib/scene/storyboard.ts';
import { FIGURES } from '../../src/lib/scenarios/figureSpecs/index.ts';
import { CLAIM_MOMENTS } from '../../src/lib/scenarios/claimMoments.ts';
import { Figure } from './support/figure.ts';
import { use } from './support/keyboard.ts';
import { FLIP_THE_FLAG, LYING_NETWORK, THE_WAY_OUT } from './support/pages.ts';

const shown = KNOWN_CLAIMS.flatMap((id) => {
	const at = CLAIM_MOMENTS[id];
	return at ? [{ id, ...at, told: toldAt(timelineIn(FIGURES[at.figure], at.scenario), at.moment) }] : [];
});

test('the page of claims has them all, and each that the model shows leads to its moment', async ({ page }) => {
	await page.goto('./claims/');
	for (const id of KNOWN_CLAIMS)
		await expect(page.getByText(CLAIMS[id].statement, { exact: false }).first()).toBeVisible();
	await expect(page.getByRole('link', { name: /^Show me/ })).toHaveCount(shown.length);
});

/** The claims of one chapter after the other: a page is opened for each, and there are many. */
const byFigure = new Map(
	[...new Set(shown.map(({ figure }) => figure))].map((figure) => [
		figure,
		shown.filter((each) => each.figure === figure)
	])
);

for (const [figure, claims] of byFigure) {
	test(`“show me” of ${claims.map(({ id }) => id).join(', ')} opens ${figure} at the moment whose record says it`, async ({
		page
	}) => {
		await page.goto('./claims/');
		const hrefs = await Promise.all(
			claims.map(({ id }) =>
				page
					.getByRole('definition')
					.filter({ hasText: CLAIMS[id].statement })
					.getByRole('link', { name: /^Show me/ })
					.getAttribute('href')
			)
		);
		const claimsPage = page.url();
		for (const [i, { id, told }] of claims.entries()) {
			const opened = await Figure.open(page, new URL(hrefs[i] ?? '', claimsPage).href);
			await opened.expectTold(told.text);
			await expect(opened.main.getByRole('link', { name: `Claim ${id}`, exact: true }).first()).toBeVisible();
		}
	});
}

test('a mark says source, level and date, and its moment is in the figure', async ({ page }) => {
	const figure = await Figure.open(page, FLIP_THE_FLAG);
	await figure.main.getByRole('article').getByRole('link', { name: 'Claim C10', exact: true }).click();

	const card = page.getByRole('dialog', { name: 'Claim C10' });
	await expect(card).toContainText(CLAIMS.C10.statement);
	await expect(card).toContainText('observed');
	await expect(card.getByRole('link', { name: 'Mullvad, the article' })).toBeVisible();
	await expect(card).toContainText('2025');
	await expect(card).toContainText('“The connection waits”');
	await figure.expectTold('the connection’s state is waiting');
});

test('a mark works by keyboard, and Escape gives the focus back to it', async ({ page }) => {
	const figure = await Figure.open(page, LYING_NETWORK);
	const mark = figure.main.getByRole('article').getByRole('link', { name: 'Claim C01', exact: true });
	await use(mark);
	await expect(page.getByRole('dialog', { name: 'Claim C01' })).toContainText('reported');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(mark).toBeFocused();
});

test('a claim that another chapter shows leads there', async ({ page }) => {
	const figure = await Figure.open(page, './');
	await figure.main.getByRole('article').getByRole('link', { name: 'Claim C30', exact: true }).click();
	await page
		.getByRole('dialog', { name: 'Claim C30' })
		.getByRole('link', { name: /^Show me/ })
		.click();
	await expect(page).toHaveURL(/the-update\/\?claim=C30$/);
	await new Figure(page).expectTold('the old tunnel cannot be launched any more');
});

test('a link to a claim that the figure does not show says so, and the figure works', async ({ page }) => {
	const figure = await Figure.open(page, `${THE_WAY_OUT}?claim=%3Cb%3EC99`);
	await expect(page.getByRole('alert')).toContainText(
		'This link asks for the claim “<b>C99”, which this figure does not show'
	);
	await figure.button('Previous moment').click();
	await expect(figure.timeline).not.toHaveValue('0');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a mark leads to its entry on the page of claims', async ({ page }) => {
		await page.goto(FLIP_THE_FLAG);
		await page.getByRole('link', { name: 'Claim C09', exact: true }).first().click();
		await expect(page).toHaveURL(/claims\/#C09$/);
		await expect(page.getByText(CLAIMS.C09.statement)).toBeVisible();
	});
});
