/** A page that its browser translates goes on saying what it says: everywhere, at every moment, without a fault. */
import { expect, test, type Browser, type Page } from '@playwright/test';
import { ACT, awake, Figure } from './support/figure.ts';
import { AROUND_THE_KERNEL, FIRST_SCREEN, FLIP_THE_FLAG, LAB, PACKET_TUNNEL, THE_UPDATE } from './support/pages.ts';
import { listen, spoken } from './support/speech.ts';
import { showOriginal, translate, Twins, visibleWords } from './support/translator.ts';

test.describe.configure({ timeout: 120_000 });

/** A page twice, in which no time passes, or in which nothing moves by itself. */
async function twins(
	{ page, browser, baseURL }: { page: Page; browser: Browser; baseURL: string | undefined },
	address: string,
	how: 'stopped' | 'still' = 'stopped'
): Promise<Twins> {
	const context = await browser.newContext({ baseURL: baseURL ?? '' });
	const pair = new Twins(page, await context.newPage());
	for (const each of [pair.translated, pair.untouched]) {
		if (how === 'stopped') await Figure.openStopped(each, address);
		else {
			await each.emulateMedia({ reducedMotion: 'reduce' });
			await Figure.open(each, address);
		}
	}
	await translate(pair.translated);
	await pair.expectSame();
	return pair;
}

const press = (name: string | RegExp) => (page: Page) => new Figure(page).button(name).first().click();
const inspector = (page: Page) => page.getByRole('dialog', { name: 'Packets' });

test('the first screen', async ({ page, browser, baseURL }) => {
	const pair = await twins({ page, browser, baseURL }, FIRST_SCREEN);
	await pair.both((each) => new Figure(each).flag.click());
	for (let step = 0; step < 12; step++) await pair.both(press('Step'));
	await pair.both(press('Next moment'));
	await pair.both((each) => each.getByText('Everything that happens, and how it is known').click());
	await pair.both((each) => each.getByRole('checkbox', { name: 'Show it in the picture' }).check());
	await pair.both((each) => each.getByRole('checkbox', { name: 'Hide what is assumed' }).check());
	await pair.both((each) => new Figure(each).room('VPN app').click());
	await pair.both(press('Next moment'));
	await pair.both(press('Step back'));
	await pair.both(press('Close'));
	await pair.both(press('Start over'));
	await pair.both(press('Step'));
});

test('a chapter with two phones and a question', async ({ page, browser, baseURL }) => {
	const pair = await twins({ page, browser, baseURL }, FLIP_THE_FLAG);
	const answer = (text: string) => (each: Page) =>
		each
			.getByRole('group', { name: /^Predict, then see/ })
			.getByRole('radio', { name: text })
			.check();
	await pair.both(answer('An error, because the packet cannot be sent.'));
	await pair.both(press('Watch it happen'));
	await pair.both(answer('Success, and the packet is gone.'));
	for (let moment = 0; moment < 4; moment++) await pair.both(press('Next moment'));
	for (let step = 0; step < 4; step++) await pair.both(press('Step'));
	await pair.both(press('Clear my answers'));
	await pair.both(press('Forget everything'));
});

test('a chapter with acts', async ({ page, browser, baseURL }) => {
	const pair = await twins({ page, browser, baseURL }, THE_UPDATE);
	for (let moment = 0; moment < 3; moment++) await pair.both(press('Next moment'));
	await pair.both(press(ACT.update));
	for (let step = 0; step < 4; step++) await pair.both(press('Step'));
});

test('a chapter whose tunnel process can be opened', async ({ page, browser, baseURL }) => {
	const pair = await twins({ page, browser, baseURL }, AROUND_THE_KERNEL);
	await pair.both(press('Open the mux'));
	for (let moment = 0; moment < 3; moment++) await pair.both(press('Next moment'));
	await pair.both(press('Close the mux'));
});

for (const view of ['Ladder', 'Events', 'Statecharts', 'Why?', 'Checker', 'Take away']) {
	test(`the lab with the view “${view}”`, async ({ page, browser, baseURL }) => {
		const pair = await twins({ page, browser, baseURL }, LAB, 'still');
		await pair.both((each) => each.getByRole('tab', { name: view }).click());
		for (let moment = 0; moment < 2; moment++) await pair.both(press('Previous moment'));
		await pair.both(press('Step'));
		await pair.both(press(ACT.reboot));
		await pair.both((each) => new Figure(each).flag.click());
		await pair.both(press(/^Side by side/));
		await pair.both(press('Previous moment'));
		await pair.both(press('Step back'));
		await pair.both(press(/^Side by side/));
		await pair.both(press(/^Forget future/));
		await pair.both(press(/^Keep what/));
		await pair.both(press('A fresh phone'));
		// Refused, with a reason.
		await pair.both((each) => new Figure(each).button(ACT.cancel).press('Enter'));
	});
}

test('the filters of the lab’s events', async ({ page, browser, baseURL }) => {
	const pair = await twins({ page, browser, baseURL }, `${LAB}?view=events`, 'still');
	await pair.both(press(/^Component/));
	for (const box of [1, 2])
		await pair.both((each) => each.getByRole('group', { name: 'Component' }).getByRole('checkbox').nth(box).click());
	await pair.both(press(/^Evidence/));
	await pair.both(press('All'));
});

test('the packet inspector', async ({ page, browser, baseURL }) => {
	const pair = await twins({ page, browser, baseURL }, PACKET_TUNNEL, 'still');
	await pair.both(press('All packets'));
	await pair.both((each) => inspector(each).getByRole('option').nth(1).click());
	const key = (name: string) => (each: Page) => each.keyboard.press(name);
	for (let packet = 0; packet < 5; packet++) await pair.both(key('ArrowDown'));
	await pair.both((each) => inspector(each).getByRole('option').filter({ hasText: 'envelope with' }).first().click());
	await pair.both((each) => inspector(each).getByRole('button', { name: 'Open the envelope' }).click());
	await pair.both((each) => inspector(each).getByRole('treeitem').first().click());
	await pair.both(key('ArrowDown'));
	await pair.both((each) => inspector(each).getByRole('grid').first().focus());
	for (const name of ['End', 'ArrowLeft', 'Home', 'ArrowDown']) await pair.both(key(name));
	await pair.both((each) => inspector(each).getByRole('button', { name: 'Close the envelope' }).click());
	await pair.both((each) => inspector(each).getByRole('button', { name: 'Show it in the figure' }).click());
});

test('the verdicts', async ({ page, browser, baseURL }) => {
	const pair = await twins({ page, browser, baseURL }, './verdicts/', 'still');
	await pair.both((each) => each.getByRole('combobox', { name: 'No leak', exact: true }).selectOption({ index: 1 }));
	await pair.both((each) => each.getByRole('columnheader', { name: 'Worlds' }).getByRole('button').click());
	await pair.both((each) => each.getByRole('button', { name: 'Show all, in order' }).click());
});

test('a claim and a term', async ({ page, browser, baseURL }) => {
	const pair = await twins({ page, browser, baseURL }, PACKET_TUNNEL);
	await pair.both((each) =>
		each
			.getByRole('main')
			.getByRole('link', { name: /^Claim C/ })
			.first()
			.click()
	);
	await pair.both((each) => each.keyboard.press('Escape'));
	await pair.both(press('Next moment'));
});

test('a page that is translated before it comes alive', async ({ page, browser, baseURL }) => {
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/_app/immutable/entry/start*', async (route) => (await held, route.continue()));
	const context = await browser.newContext({ baseURL: baseURL ?? '' });
	const pair = new Twins(page, await context.newPage());
	for (const each of [pair.translated, pair.untouched]) await each.clock.install({ time: 0 });
	await pair.untouched.goto(FLIP_THE_FLAG);
	await pair.translated.goto(FLIP_THE_FLAG);
	await translate(pair.translated);
	release();
	for (const each of [pair.translated, pair.untouched]) {
		await awake(each);
		await each.clock.pauseAt(3_600_000);
	}
	await pair.expectSame();
	for (let moment = 0; moment < 3; moment++) await pair.both(press('Next moment'));
});

test('a page that shows its original again', async ({ page, browser, baseURL }) => {
	const pair = await twins({ page, browser, baseURL }, FIRST_SCREEN);
	await pair.both(press('Next moment'));
	await showOriginal(page);
	await pair.expectSame();
	expect(await page.locator('font').count()).toBe(0);
	for (let step = 0; step < 3; step++) await pair.both(press('Step'));
});

test('what is told to a screen reader is told in a translated page as well', async ({ page }) => {
	await listen(page);
	const figure = await Figure.open(page, FIRST_SCREEN);
	await translate(page);
	await figure.button('Step').click();
	await expect.poll(async () => (await spoken(page)).at(-1)).toBe(await figure.told());
	await translate(page);
	await figure.button('Step').click();
	const told = await figure.told();
	await expect(page.locator('[aria-live=polite]').filter({ hasText: told })).toHaveText(told);
	expect((await visibleWords(page)).split('\n').some((line) => line === told)).toBe(true);
});
