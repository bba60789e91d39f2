/** Every moment has an address: what is copied at a step shows that very step to somebody else. */
import { expect, test, type Browser, type Page } from '@playwright/test';
import { goldenLinksOf } from '../unit/scenarios/goldenLinks.ts';
import { ACT, awake, Figure, type Moment } from './support/figure.ts';
import { FIRST_SCREEN, FLIP_THE_FLAG, THE_UPDATE, THE_WAY_OUT } from './support/pages.ts';

/** Presses “Copy link” and reads what is on the clipboard. */
async function copyLink(figure: Figure): Promise<string> {
	await figure.page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
	await figure.button('Copy link').click();
	const onClipboard = () => figure.page.evaluate(() => navigator.clipboard.readText());
	await expect.poll(onClipboard).toMatch(/^http/);
	await expect(figure.page.getByText('The link to this moment is copied.').last()).toBeVisible();
	return onClipboard();
}

/** What somebody else sees who opens the link. */
async function seenBy(other: Page, link: string): Promise<Moment> {
	const figure = await Figure.open(other, link);
	await expect(other.getByRole('alert')).toBeHidden();
	return figure.moment();
}

/** Goes through the run from its first world, and compares at every seventh step. Gives how many were compared. */
async function compareEverySeventh(figure: Figure, browser: Browser): Promise<number> {
	const end = Number(await figure.timeline.getAttribute('max'));
	// Another browser with nothing remembered.
	const context = await browser.newContext();
	const other = await context.newPage();
	let compared = 0;
	await figure.goToBeginning();
	for (let step = 0; Number(await figure.position()) < end - 1; step++) {
		if (step % 7 === 0) {
			const link = await copyLink(figure);
			expect(await seenBy(other, link), `step ${step}, ${link}`).toEqual(await figure.moment());
			compared++;
		}
		await figure.timeline.press('ArrowRight');
	}
	await context.close();
	return compared;
}

test.describe('a copied link shows the very same moment in a new window', () => {
	test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
	test.slow();

	test('of the first screen, after the flag was flipped', async ({ page, browser }) => {
		const figure = await Figure.openStopped(page, FIRST_SCREEN);
		await figure.flag.click();
		expect(await compareEverySeventh(figure, browser)).toBeGreaterThan(8);
	});

	test('of a run that was acted upon in its middle', async ({ page, browser }) => {
		const figure = await Figure.openStopped(page, THE_WAY_OUT);
		await figure.words('the circle is closed').click();
		for (const act of [ACT.cancel, ACT.toggle, ACT.toggle]) {
			await figure.button(act).click();
			await figure.goToEnd();
		}
		expect(await compareEverySeventh(figure, browser)).toBeGreaterThan(8);
	});

	for (const address of [FLIP_THE_FLAG, THE_UPDATE]) {
		test(`of the pair at ${address}`, async ({ page, browser }) => {
			const figure = await Figure.open(page, address);
			expect(await compareEverySeventh(figure, browser)).toBeGreaterThan(7);
		});
	}

	test('with the probes around the kernel, and steps go on from there alike', async ({ page, browser }) => {
		const figure = await Figure.openStopped(page, FIRST_SCREEN);
		await page.getByRole('radio', { name: 'around the kernel' }).check();
		await figure.stepUntil(figure.room('VPN app, connected'));

		const context = await browser.newContext();
		const other = await Figure.open(await context.newPage(), await copyLink(figure));

		await expect(other.page.getByRole('radio', { name: 'around the kernel' })).toBeChecked();
		for (const each of [figure, other]) for (let step = 0; step < 3; step++) await each.timeline.press('ArrowRight');
		expect(await other.moment()).toEqual(await figure.moment());
		await context.close();
	});
});

test('a link of the first version of the model opens at its moment, and says where it comes from', async ({ page }) => {
	const golden = goldenLinksOf(1)?.find(({ at }) => at === 'update-flag-on, The circle closes');
	const figure = await Figure.open(page, `${THE_WAY_OUT}?${golden?.link}`);

	await expect(page.getByRole('alert')).toHaveText(
		/^This link was made with version 1 of the model, and its steps are translated .*; details may differ\. What has changed since: .*\. Close$/
	);
	await figure.expectTold('the old tunnel cannot be launched any more and the new one is not here yet');
});

test('playback stopped between two steps is linked to the step that has happened', async ({ page }) => {
	const figure = await Figure.open(page, THE_WAY_OUT);
	await figure.words('SIGTERM').or(figure.words('the circle is closed')).first().click();
	const { rooms, told } = await figure.moment();
	await figure.button('Copy link').click();
	await expect(page).toHaveURL(/[?&]v=\d/);

	const other = await Figure.open(page, page.url());

	expect(await other.moment()).toMatchObject({ rooms, told });
});

test.describe('the address bar', () => {
	/** Some steps away from where the page opens, with the link in the address bar. */
	async function somewhere(page: Page): Promise<{ figure: Figure; moment: Moment }> {
		const figure = await Figure.open(page, THE_UPDATE);
		await figure.words('the circle is closed').click();
		await figure.timeline.press('ArrowRight');
		await figure.button('Copy link').click();
		await expect(page).toHaveURL(/[?&]v=\d/);
		return { figure, moment: await figure.moment() };
	}

	test('keeps the moment through a reload', async ({ page }) => {
		const { figure, moment } = await somewhere(page);
		await page.reload();
		await awake(page);
		expect(await figure.moment()).toEqual(moment);
	});

	test('keeps the moment for the back button', async ({ page }) => {
		const { figure, moment } = await somewhere(page);
		await page.getByRole('navigation', { name: 'Chapters' }).getByRole('link', { name: 'The way out' }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'The way out' })).toBeVisible();
		await expect(page).not.toHaveURL(/[?&]v=/);

		await page.goBack();

		await expect(page.getByRole('heading', { level: 1, name: 'The update' })).toBeVisible();
		await expect.poll(() => figure.moment()).toEqual(moment);
	});
});
