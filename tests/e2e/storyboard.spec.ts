/** The same story without motion, without JavaScript and on paper. */
import { expect, test, type Page } from '@playwright/test';
import { ACT, Figure, LOCKED_OUT } from './support/figure.ts';
import { chapters, figureOf, FIRST_SCREEN, THE_UPDATE, THE_WAY_OUT } from './support/pages.ts';
import { listen, spoken } from './support/speech.ts';

/** The stills that the figure of each chapter promises, by their titles. */
const boards = chapters.map((address) => ({
	address,
	titles: figureOf(address).frames.map(({ title, moment }) => title ?? moment)
}));

/** Each still is there with its title, a sentence, and a picture whose rooms have names. */
async function expectStills(page: Page, titles: readonly string[]): Promise<void> {
	const board = page
		.getByRole('main')
		.getByRole('list')
		.filter({ hasText: `1. ${titles[0]}` });
	const stills = board.getByRole('listitem');
	await expect(stills).toHaveCount(titles.length);
	for (const [i, title] of titles.entries()) {
		const still = stills.nth(i);
		await expect(still.getByText(`${i + 1}. ${title}`)).toBeVisible();
		await expect(still.getByText(/^[^.]{3,}.{10,}\.$/)).toBeVisible();
		await expect(still.getByRole('group', { name: 'The phone as a building' })).toBeVisible();
		const rooms = still.getByRole('img');
		expect(await rooms.count()).toBeGreaterThan(8);
		for (const name of await rooms.evaluateAll((all) => all.map((room) => room.getAttribute('aria-label'))))
			expect(name).toMatch(/\w{3}/);
		await expect(still.getByRole('img', { name: /^Tunnel process, / })).toBeVisible();
		await expect(still.getByRole('button')).toHaveCount(0);
	}
}

async function expectNoLiveControls(page: Page): Promise<void> {
	for (const role of ['button', 'slider', 'switch', 'radio', 'combobox'] as const)
		await expect(page.getByRole(role)).toHaveCount(0);
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	for (const { address, titles } of boards) {
		test(`${address} has its words and its storyboard, and no control that would do nothing`, async ({ page }) => {
			await page.goto(address);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expectStills(page, titles);
			await expectNoLiveControls(page);
		});

		test(`words of ${address} that show a moment lead to a still that is there`, async ({ page }) => {
			await page.goto(address);
			for (const words of await page.getByTitle('Show this moment in the figure').all()) {
				const target = (await words.getAttribute('href')) ?? '';
				await words.click();
				await expect(page).toHaveURL(new RegExp(`${target}$`));
				const stills = await page.getByRole('listitem').evaluateAll((items) => items.map(({ id }) => `#${id}`));
				expect(stills, await words.innerText()).toContain(target);
			}
		});
	}

	test('the locked phone says in words that it is locked', async ({ page }) => {
		await page.goto(THE_WAY_OUT);
		await expect(
			page.getByRole('listitem').filter({ hasText: 'The circle closes' }).getByText(LOCKED_OUT)
		).toBeVisible();
	});
});

test.describe('with reduced motion', () => {
	test.use({ contextOptions: { reducedMotion: 'reduce' } });

	for (const { address, titles } of boards) {
		test(`${address} shows the storyboard, no Play, and steps`, async ({ page }) => {
			const figure = await Figure.open(page, address);
			await expectStills(page, titles);
			await expect(figure.button('Play')).toBeHidden();
			await expect(page.getByRole('combobox', { name: 'Speed' })).toBeHidden();

			await figure.goToBeginning();
			const before = await figure.told();
			await figure.button('Step').click();
			await expect.poll(figure.told).not.toBe(before);
			await figure.button('Step back').click();
			await expect.poll(figure.told).toBe(before);
		});
	}

	test('an act shows and tells its first step and moves nothing; steps go on from there', async ({ page }) => {
		await listen(page);
		await page.addInitScript(() => {
			window.requestAnimationFrame = () => {
				throw new Error('There was to be no motion.');
			};
		});
		const errors: string[] = [];
		page.on('pageerror', ({ message }) => errors.push(message));
		const figure = await Figure.open(page, FIRST_SCREEN);

		await figure.flag.click();

		await expect(figure.flag).toBeChecked();
		const flipped = 'The person switches includeAllNetworks on in the app.';
		await figure.expectTold(flipped);
		expect(await spoken(page)).toEqual([flipped]);
		await page.keyboard.press('k');
		await figure.stepUntil(figure.drawn('vanished: 1'));
		await figure.button(ACT.reboot).click();
		await figure.stepUntil(figure.room('VPN app, connecting'));
		expect(errors).toEqual([]);
	});

	test('whoever asks for less motion while it plays gets a pause', async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'no-preference' });
		const figure = await Figure.open(page, THE_UPDATE);
		await figure.button('Play').click();
		await expect(figure.button('Pause')).toBeVisible();

		await page.emulateMedia({ reducedMotion: 'reduce' });

		await expect(figure.button('Pause')).toBeHidden();
		const stands = await figure.position();
		await page.emulateMedia({ reducedMotion: 'no-preference' });
		await expect(figure.button('Play')).toBeVisible();
		expect(await figure.position()).toBe(stands);
	});
});

test.describe('on paper', () => {
	for (const { address, titles } of boards) {
		test(`${address} is its words and its storyboard`, async ({ page }) => {
			await Figure.open(page, address);
			// What a browser does when it prints.
			await page.emulateMedia({ media: 'print' });
			await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
			await expectStills(page, titles);
			await expectNoLiveControls(page);
		});
	}

	test('a reader’s own run prints its own stills', async ({ page }) => {
		const figure = await Figure.openStopped(page, THE_WAY_OUT);
		await figure.words('the circle is closed').click();
		await figure.button(ACT.reboot).click();
		await figure.goToEnd();
		await page.emulateMedia({ media: 'print' });
		await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
		await expect(page.getByRole('listitem').getByText(/^\d+\. Reboot$/)).toBeVisible();
	});
});
