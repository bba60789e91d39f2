/** The playground: what has to hold of every picture and of every control, whichever it is. */
import { expect, test, type Page } from '@playwright/test';
import { servePlayground } from '../../scripts/lib/playground.mjs';
import { GROUP_IDS, type GroupId } from '../../src/playground/groupIds.ts';
import { expectAxeToFindNothing, expectAxeToFindNothingInColours } from './support/axe.ts';
import { LONG } from './support/long.ts';
import { faultsOfPictures, type Limits } from './support/pictures.ts';

/** As in the narrowest figure on a laptop, and as small as anything in prose or a table. */
const SMALLEST: Limits = { drawn: 9, written: 11 };
/** These are about a page, and here many that belong to pages of their own stand side by side. */
const ABOUT_PAGES = ['heading-order', 'landmark-unique'];
/** What these show stands on pages of the site in the same way, where axe looks at it by every rule; only their states, and so their colours, are more. */
const AS_ON_PAGES: readonly GroupId[] = ['phones', 'stories', 'rooms', 'statecharts', 'runs', 'packets'];

// One build for all of it.
test.describe.configure({ mode: 'default' });
let address = '';
let stop = () => Promise.resolve();
test.beforeAll(async () => {
	({ url: address, close: stop } = await servePlayground());
});
test.afterAll(() => stop());

/** Opens the playground, or one group of it. */
async function open(page: Page, only?: GroupId): Promise<void> {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto(only ? `${address}?only=${only}` : address, { waitUntil: 'networkidle' });
	await settled(page);
}

/** Resolves when the type has come, and everything has its place. */
const settled = (page: Page) =>
	page.evaluate(async () => {
		await document.fonts.ready;
		for (let frames = 0; frames < 2; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
	});

test('shows every fixture that its contents name, and asks no other host for anything', LONG, async ({ page }) => {
	const problems: string[] = [];
	page.on('pageerror', ({ message }) => problems.push(message));
	page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
	page.on('request', (request) => {
		if (!request.url().startsWith(address) && !request.url().startsWith('data:')) problems.push(request.url());
	});
	await open(page);
	expect(problems).toEqual([]);
	await expect(page.getByText('This fixture is broken')).toHaveCount(0);

	const links = page.getByRole('navigation', { name: 'Fixtures' }).getByRole('link', { includeHidden: true });
	const named = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
	const there = await page.getByRole('article').evaluateAll((all) => all.map(({ id }) => `#${id}`));
	expect(there.length).toBeGreaterThan(250);
	expect(named.sort()).toEqual([...GROUP_IDS.map((id) => `#${id}`), ...there].sort());
});

test(
	'cuts no words, sets none too small, lays none over others, and draws nothing beyond its picture',
	LONG,
	async ({ page }) => {
		await open(page);
		expect(await faultsOfPictures(page, SMALLEST), 'on a laptop').toEqual([]);
		await page.setViewportSize({ width: 390, height: 844 });
		await settled(page);
		expect(await faultsOfPictures(page, SMALLEST), 'on a phone').toEqual([]);
	}
);

for (const only of GROUP_IDS) {
	// One group at a time: for each part of a page axe looks at all of it.
	test(`has nothing among ${only} that axe finds, in light and in dark`, LONG, async ({ page }) => {
		await open(page, only);
		if (AS_ON_PAGES.includes(only)) await expectAxeToFindNothingInColours(page, 'main');
		else await expectAxeToFindNothing(page, 'main', ABOUT_PAGES);
	});
}
