/** What a page fetches while it opens, where it does not come: a sentence says so, and the rest of the page goes on. */
import { expect, test } from '@playwright/test';
import { play, SCENARIOS } from '../../src/lib/scenarios/scenarios.ts';
import { formatPermalink } from '../../src/lib/scenarios/permalink.ts';
import { awake, Figure } from './support/figure.ts';
import { FIRST_SCREEN, FLIP_THE_FLAG, LAB, PACKET_TUNNEL, THE_WAY_OUT } from './support/pages.ts';
import { again, alertOf, giveBack, listenForErrors, PARTS, takeAway, takeAwayWith, UPDATED } from './support/parts.ts';

test.describe('what belongs to a page that is opening', () => {
	test('the pipes in the picture', async ({ page }) => {
		const errors = listenForErrors(page);
		const words = /1 it writes, 2 it reads/;
		await takeAwayWith(page, words);
		const figure = await Figure.open(page, PACKET_TUNNEL);
		await expect(alertOf(page, 'The two pipes in the picture').first()).toContainText(UPDATED);
		await page.unroute(`${PARTS}/*.js`);
		await again(page).first().click();
		await expect(figure.drawn(/where it writes|it writes, 2 it reads/).first()).toBeVisible();
		await expect(page.getByRole('alert')).toHaveCount(0);
		expect(errors).toEqual([]);
	});

	test('the moment of a link: the figure starts from its beginning, and a fresh page shows it', async ({ page }) => {
		const errors = listenForErrors(page);
		const run = play(SCENARIOS['update-flag-on']);
		const link = formatPermalink({ runs: [run], positions: [8] });
		await takeAwayWith(page, /This link is longer than/);
		const figure = await Figure.open(page, `${THE_WAY_OUT}?${link}`);
		await expect(alertOf(page, 'The moment of this link')).toContainText(UPDATED);
		await page.unroute(`${PARTS}/*.js`);
		await page.reload();
		await awake(page);
		await expect(page.getByRole('alert')).toHaveCount(0);
		expect(await figure.told()).toBe(run.entries[7]?.records.map(({ text }) => text).join(' '));
		expect(errors).toEqual([]);
	});

	test('what the lab is asked to open: it stays in the address, whatever is done meanwhile', async ({ page }) => {
		const errors = listenForErrors(page);
		await takeAwayWith(page, /The lab opens as it would without this link/);
		await page.emulateMedia({ reducedMotion: 'reduce' });
		const link = formatPermalink({ runs: [play(SCENARIOS['update-flag-on'])], positions: [8] });
		const lab = await Figure.open(page, `${LAB}?${link}&view=events`);
		await expect(alertOf(page, 'What this address and this tab hold')).toContainText(UPDATED);
		await lab.button('Step back').click();
		await page.unroute(`${PARTS}/*.js`);
		await page.reload();
		await awake(page);
		await expect(page.getByRole('tab', { name: 'Events' })).toHaveAttribute('aria-selected', 'true');
		expect(errors).toEqual([]);
	});

	test('what the device keeps of the reader’s progress: it is left as it is, and answers count meanwhile', async ({
		page
	}) => {
		const errors = listenForErrors(page);
		const kept = JSON.stringify({ answers: {}, read: ['the-update'], askFirst: false });
		await page.addInitScript((text) => {
			if (localStorage.getItem('progress') === null) localStorage.setItem('progress', text);
		}, kept);
		await takeAwayWith(page, /JSON\.parse\(\w+\?\?/);
		await Figure.open(page, FLIP_THE_FLAG);
		await expect(alertOf(page, 'What this device keeps of your progress')).toContainText(UPDATED);
		await page
			.getByRole('group', { name: /^Predict, then see/ })
			.getByRole('radio')
			.first()
			.check();
		await expect(page.getByRole('button', { name: 'Watch it happen' })).toBeVisible();
		const stored = () => page.evaluate(() => localStorage.getItem('progress') ?? '');
		expect(await stored()).toBe(kept);

		await page.unroute(`${PARTS}/*.js`);
		await again(page).click();
		await expect(page.getByRole('alert')).toHaveCount(0);
		const { answers, read } = JSON.parse(await stored()) as { answers: object; read: string[] };
		expect(read).toContain('the-update');
		expect(Object.keys(answers)).toHaveLength(1);
		expect(errors).toEqual([]);
	});

	test('the page itself: it says so, and leads on', async ({ page }) => {
		const figure = await Figure.open(page, FIRST_SCREEN);
		await takeAway(page);
		await figure.main.getByRole('link', { name: /Chapter by chapter/ }).click();
		await expect(page.getByRole('heading', { name: 'This page did not come through' })).toBeVisible();
		await giveBack(page);
		await again(page).click();
		await expect(page.getByRole('heading', { level: 1, name: 'Why anyone wants it' })).toBeVisible();
	});
});
