/** What a screen reader is told: each event once, not a flood. */
import { expect, test } from '@playwright/test';
import { check } from '../../src/lib/check/check.ts';
import { knobsOf, SCENARIOS } from '../../src/lib/scenarios/scenarios.ts';
import { ACT, Figure } from './support/figure.ts';
import { use } from './support/keyboard.ts';
import { FIRST_SCREEN, FLIP_THE_FLAG, LAB, THE_WAY_OUT } from './support/pages.ts';
import { listen, spoken } from './support/speech.ts';

test.beforeEach(({ page }) => listen(page));

test('opening a page tells nothing by itself', async ({ page }) => {
	await Figure.open(page, FIRST_SCREEN);
	expect(await spoken(page)).toEqual([]);
});

test('each step tells what is under the picture, once; a step in which nothing is new tells nothing', async ({
	page
}) => {
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
	// What both tell is said once, and of whoever tells it alone, the name.
	expect(both.filter((words) => words.startsWith('flag off: ')).length).toBeGreaterThan(0);
	expect(both.filter((words) => /^flag off: (.+) flag on: \1$/.test(words))).toEqual([]);
	await figure.stepUntilTold('gives it up and picks anew');

	const afterwards = (await spoken(page)).slice(both.length);
	expect(afterwards[0]).toBe('flag on: The person opens a page in Safari.');
	expect(afterwards.filter((words) => words.includes('flag off'))).toEqual([]);
});

test('playing tells the moments that matter only', async ({ page }) => {
	const figure = await Figure.open(page, FIRST_SCREEN);
	await figure.flag.click();
	await figure.page.getByRole('combobox', { name: 'Speed' }).selectOption('4×');
	await expect(figure.drawn('vanished: 1')).toBeVisible();
	await figure.button('Pause').click();
	const told = await spoken(page);
	expect(told.filter((words, i) => words === told[i - 1])).toEqual([]);
	expect(told.length).toBeGreaterThan(3);
	expect(told.length).toBeLessThan(12);
});

test('playback that runs in a circle tells its round once, and that it repeats; stopped, it tells how it stands', async ({
	page
}) => {
	await page.clock.install({ time: 0 });
	const figure = await Figure.open(page, FIRST_SCREEN);
	await figure.flag.click();
	await expect(figure.button('Pause')).toBeVisible();
	await expect.poll(async () => (await page.clock.runFor(5_000), spoken(page))).toContain('It repeats.');
	await page.clock.runFor(10_000);
	const playing = await spoken(page);
	expect(playing.filter((words, i) => playing.indexOf(words) < i)).toEqual([]);

	await page.clock.runFor(400);
	await figure.button('Pause').click();
	const stopped = (await spoken(page)).slice(playing.length);
	expect(stopped).toEqual([await figure.told()]);
});

test('how an act ended is told when playback stops by itself', async ({ page }) => {
	await page.clock.install({ time: 0 });
	const figure = await Figure.open(page, LAB);
	await figure.timeline.press('Home');
	await figure.button('Ping 10.64.0.1').click();
	await expect(figure.button('Pause')).toBeVisible();
	await expect.poll(async () => (await page.clock.runFor(5_000), figure.button('Play').isVisible())).toBe(true);
	expect((await spoken(page)).at(-1)).toBe(await figure.told());
});

test('on the timeline the value is what is heard, and is not told once more', async ({ page }) => {
	const figure = await Figure.open(page, FLIP_THE_FLAG);
	for (let step = 0; step < 5; step++) await figure.timeline.press('ArrowRight');
	expect(await spoken(page)).toEqual([]);
	expect(await figure.told()).toMatch(/^(?!(.+) \1$)/);
});

test('another address on the same page is no other page: its title is not told', async ({ page }) => {
	const figure = await Figure.open(page, FIRST_SCREEN);
	await figure.button('Copy link').click();
	await expect(page).toHaveURL(/\?v=/);
	await expect.poll(() => spoken(page)).toEqual([expect.stringContaining('The link to this moment is')]);
	await expect(page.locator('#svelte-announcer')).toHaveText('');
});

test('the way back from the inspector leads to where one was, and what was sought there is told when it can be heard', async ({
	page
}) => {
	const figure = await Figure.open(page, FLIP_THE_FLAG);
	const inspector = page.getByRole('dialog', { name: 'Packets' });
	await use(figure.button('All packets'));
	await use(inspector.getByRole('button', { name: 'Close' }));
	await expect(figure.button('All packets')).toBeFocused();

	await use(figure.button('All packets'));
	await inspector.getByRole('option').nth(1).click();
	await inspector.getByRole('button', { name: 'Show it in the figure' }).click();
	await expect(inspector).toBeHidden();
	await expect
		.poll(() =>
			figure.pictures.evaluateAll((pictures) => pictures.some((picture) => picture.contains(document.activeElement)))
		)
		.toBe(true);
	await expect.poll(async () => (await spoken(page)).at(-1)).toBe(await figure.told());
});

test('a refusal is told once, with its reason', async ({ page }) => {
	const figure = await Figure.openStopped(page, THE_WAY_OUT);
	await figure.button(ACT.cancel).click();
	await figure.goToEnd();
	const before = (await spoken(page)).length;

	await figure.button(ACT.cancel).click({ force: true });

	await expect
		.poll(async () => (await spoken(page)).slice(before))
		.toEqual(['Cancel the download: No download is under way that could be cancelled.']);
});

test('in the lab, what is refused again is told again, and a future that begins is told before what happens in it', async ({
	page
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const lab = await Figure.open(page, LAB);
	await expect(lab.button(ACT.connect)).toHaveAttribute('aria-disabled', 'true');
	for (const times of [1, 2]) {
		await lab.button(ACT.connect).press('Enter');
		await expect
			.poll(async () =>
				(await spoken(page)).filter((words) => words.startsWith('Connect: The VPN app is being replaced'))
			)
			.toHaveLength(times);
	}
	await lab.flag.press('Space');
	await expect.poll(async () => (await spoken(page)).at(-1)).toMatch(/^Future 2 begins: includeAllNetworks: off\. ./);
});

test('what breaks where a path ends is told, and the views that say an event themselves have it told nowhere else', async ({
	page
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const { verdicts } = check(knobsOf(SCENARIOS['update-flag-on']));
	const lab = await Figure.open(page, `${LAB}?${verdicts.noLockout.counterexamples[0]?.link}&breaks=noLockout`);
	const told = async () => (await spoken(page)).filter((words) => words.trim() !== '');
	await expect.poll(told).toEqual([expect.stringContaining('“No lockout” is broken here.')]);
	const ladder = lab.main.getByRole('listbox', { name: 'Ladder diagram' });
	await ladder.press('Home');
	await ladder.press('ArrowDown');
	await expect(ladder.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '2');
	await expect(ladder.getByRole('option', { selected: true })).toHaveAccessibleName(new RegExp(await lab.told()));
	expect(await told()).toHaveLength(1);
});

test('a copied link and a fresh start are told', async ({ page }) => {
	const figure = await Figure.open(page, FIRST_SCREEN);
	await figure.button('Copy link').click();
	await expect.poll(() => spoken(page)).toEqual([expect.stringContaining('The link to this moment is')]);
	await figure.button('Start over').click();
	await expect
		.poll(() => spoken(page))
		.toEqual([expect.stringContaining('The link to this moment is'), 'Back at the beginning.']);
});
