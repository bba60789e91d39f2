/** What comes only when somebody asks for it, where it does not come: a sentence says so, and the way to try again works. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { LEVEL } from './support/evidence.ts';
import { awake, Figure } from './support/figure.ts';
import { FIRST_SCREEN, FLIP_THE_FLAG, LAB, THE_UPDATE } from './support/pages.ts';
import {
	again,
	alertOf,
	giveBack,
	inspector,
	listenForErrors,
	OFFLINE,
	PARTS,
	reload,
	takeAway,
	UPDATED
} from './support/parts.ts';

interface Case {
	readonly part: string;
	readonly address: string;
	readonly says: string;
	readonly ask: (figure: Figure) => Promise<unknown>;
	readonly comes: (page: Page) => Locator;
}

const CASES: readonly Case[] = [
	{
		part: 'the packet inspector',
		address: FLIP_THE_FLAG,
		says: 'The packet inspector',
		ask: (figure) => figure.button('All packets').click(),
		comes: (page) => inspector(page).getByRole('option').first()
	},
	{
		part: 'the packet inspector of the lab',
		address: LAB,
		says: 'The packet inspector',
		ask: (figure) => figure.button('All packets').click(),
		comes: (page) => inspector(page).getByRole('option').first()
	},
	{
		part: 'a statechart',
		address: FIRST_SCREEN,
		says: 'The statechart of this room',
		ask: (figure) => figure.room('VPN app').click(),
		comes: (page) => page.getByRole('heading', { name: 'VPN app: its statechart' })
	},
	{
		part: 'the list of events',
		address: FLIP_THE_FLAG,
		says: 'The list of events',
		ask: ({ main }) => main.getByText('Everything that happens, and how it is known').click(),
		comes: (page) => page.getByRole('button', { name: /^Go to [\d.]+ seconds$/ }).first()
	},
	{
		part: 'the evidence in the picture',
		address: FIRST_SCREEN,
		says: 'The evidence in the picture',
		ask: ({ main }) => main.getByRole('checkbox', { name: 'Show it in the picture' }).check(),
		// The loupe says it of its moment; with the part every room does.
		comes: (page) => new Figure(page).drawn(LEVEL).nth(1)
	},
	{
		part: 'the checker in the lab',
		address: LAB,
		says: 'The checker',
		ask: ({ main }) => main.getByRole('tab', { name: 'Checker' }).click(),
		comes: (page) => page.getByRole('button', { name: 'Ask the checker' })
	},
	{
		part: 'a claim',
		address: FLIP_THE_FLAG,
		says: 'Claim C',
		ask: ({ main }) =>
			main
				.getByRole('link', { name: /^Claim C/ })
				.first()
				.click(),
		comes: (page) => page.getByRole('dialog', { name: /^Claim C/ }).getByText('The moment that shows it is')
	},
	{
		part: 'a term',
		address: './model/',
		says: 'The explanation of “envelope”',
		ask: ({ main }) => main.getByRole('link', { name: 'envelope', exact: true }).click(),
		comes: (page) => page.getByRole('dialog', { name: 'envelope' }).getByRole('link', { name: 'All terms' })
	}
];

for (const { part, address, says, ask, comes } of CASES) {
	test(`${part} that does not come is told, and comes when it is tried again`, async ({ page }) => {
		const errors = listenForErrors(page);
		const figure = await Figure.open(page, address);
		await takeAway(page);
		await ask(figure);
		await expect(alertOf(page, `${says}`)).toContainText(UPDATED);
		await expect(reload(page)).toBeVisible();

		const gone = page.waitForResponse((response) => response.status() === 404);
		await again(page).click();
		await gone;
		// It was asked for once more, and that is over: nothing of it is under way when the part is there again.
		await expect(again(page)).toBeEnabled();
		await expect(alertOf(page, says)).toContainText(UPDATED);
		await expect(comes(page)).toBeHidden();

		await giveBack(page);
		await again(page).click();
		await expect(comes(page)).toBeVisible();
		await expect(page.getByRole('alert')).toHaveCount(0);
		expect(errors).toEqual([]);
	});
}

test('a part comes with its styles, also when those had not come before', async ({ page, browser, baseURL }) => {
	const chart = (each: Page) => each.getByRole('dialog', { name: 'VPN app: its statechart' });
	const looks = (each: Page) =>
		chart(each)
			.getByText(/^(No transition yet|Last transition)/)
			.evaluate((line) => getComputedStyle(line).margin);
	// A page that is opened by its address has the styles of its parts in it.
	await page.goto('./glossary/');
	await awake(page);
	await page.getByRole('link', { name: 'Flip the Flag', exact: true }).click();
	const figure = new Figure(page);
	await expect(figure.room('VPN app')).toBeVisible();
	await page.route(`${PARTS}/*.css`, (route) => route.abort());
	await figure.room('VPN app').click();
	await expect(alertOf(page, 'The statechart of this room')).toBeVisible();
	await page.unroute(`${PARTS}/*.css`);
	await again(page).click();
	await expect(page.getByRole('heading', { name: 'VPN app: its statechart' })).toBeFocused();

	const other = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
	await (await Figure.open(other, FIRST_SCREEN)).room('VPN app').click();
	await expect(chart(other).getByRole('heading', { name: 'VPN app: its statechart' })).toBeVisible();
	expect(await looks(page)).toBe(await looks(other));
});

test('without a network it is said that there is none, and no fresh page is offered, which would not come either', async ({
	page,
	context
}) => {
	const figure = await Figure.open(page, FIRST_SCREEN);
	await context.setOffline(true);
	await figure.button('All packets').press('Enter');
	await expect(alertOf(page, 'The packet inspector')).toContainText(OFFLINE);
	await expect(reload(page)).toBeHidden();
	// Whoever has asked is led there, and back.
	await expect(again(page)).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(again(page)).toBeHidden();
	await expect(figure.button('All packets')).toBeFocused();

	await figure.button('All packets').press('Enter');
	await expect(again(page)).toBeFocused();
	await context.setOffline(false);
	await page.keyboard.press('Enter');
	await expect(inspector(page).getByRole('option').first()).toBeVisible();
});

test('a fresh page opens at the moment at which the figure stood', async ({ page }) => {
	const figure = await Figure.open(page, THE_UPDATE);
	await figure.stepUntilTold('told to terminate');
	const before = await figure.position();
	await takeAway(page);
	await figure.button('All packets').click();
	await expect(alertOf(page, 'The packet inspector')).toBeVisible();
	await giveBack(page);
	await reload(page).click();
	await awake(page);
	await expect.poll(figure.position).toBe(before);
	await figure.expectTold('told to terminate');
});
