/** What a screen reader is told: each event once, not a flood. */
import { expect, test } from '@playwright/test';
import { ACT, Figure } from './support/figure.ts';
import { FIRST_SCREEN, FLIP_THE_FLAG, THE_WAY_OUT } from './support/pages.ts';
import { listen, spoken } from './support/speech.ts';

test.beforeEach(({ page }) => listen(page));

test('opening a page tells nothing by itself', async ({ page }) => {
	await Figure.open(page, FIRST_SCREEN);
	expect(await spoken(page)).toEqual([]);
});

test('each step tells what is under the picture, once; a step in which nothing is new tells nothing', async ({ page }) => {
	const figure = await Figure.open(page, FIRST_SCREEN);
	const expected: string[] = [];
	for (let step = 0; step < 20; step++) {
		const before = await figure.told();
		await figure.button('Step').click();
		const after = await figure.told();
		if (after !== before) expected.push(after);
	}
	expect(expected.length).toBeGreaterThan(15);
	expect(await spoken(page)).toEqual(expected);
});

test('of two phones, the one in which nothing happened is not told again', async ({ page }) => {
	const figure = await Figure.open(page, FLIP_THE_FLAG);
	await figure.stepUntil(figure.room('VPN app, connected'));
	await figure.stepUntilTold('The person sees “connected”');
	const both = await spoken(page);
	expect(both[0]).toMatch(/^flag off: .+ flag on: /);
	await figure.stepUntilTold('blames the relay and gives it up');

	const afterwards = (await spoken(page)).slice(both.length);
	expect(afterwards[0]).toBe('flag on: The person opens a page in Safari.');
	expect(afterwards.filter((words) => words.includes('flag off'))).toEqual([]);
});

test('playing tells the moments that matter only', async ({ page }) => {
	const figure = await Figure.open(page, FIRST_SCREEN);
	await figure.flag.click();
	await figure.page.getByRole('combobox', { name: 'Speed' }).selectOption('4×');
	await expect(figure.drawn('vanished: 1')).toBeVisible({ timeout: 20_000 });
	await figure.button('Pause').click();
	const told = await spoken(page);
	expect(told.filter((words, i) => words === told[i - 1])).toEqual([]);
	expect(told.length).toBeGreaterThan(3);
	expect(told.length).toBeLessThan(12);
});

test('a refusal is told once, with its reason', async ({ page }) => {
	const figure = await Figure.openStopped(page, THE_WAY_OUT);
	await figure.button(ACT.cancel).click();
	await figure.goToEnd();
	const before = (await spoken(page)).length;

	await figure.button(ACT.cancel).click({ force: true });

	await expect.poll(async () => (await spoken(page)).slice(before)).toEqual(['Cancel the download: No download is under way that could be cancelled.']);
});

test('a copied link and a fresh start are told', async ({ page }) => {
	const figure = await Figure.open(page, FIRST_SCREEN);
	await figure.button('Copy link').click();
	await expect.poll(() => spoken(page)).toEqual([expect.stringContaining('The link to this moment is')]);
	await figure.button('Start over').click();
	await expect.poll(() => spoken(page)).toEqual([expect.stringContaining('The link to this moment is'), 'Back at the beginning.']);
});
