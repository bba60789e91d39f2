/** The playground: what has to hold of every picture and of every control, whichever it is. */
import { expect, test, type Page } from '@playwright/test';
import { servePlayground } from '../../scripts/lib/playground.mjs';
import { GROUP_IDS, type GroupId } from '../../src/playground/groupIds.ts';
import { expectAxeToFindNothing } from './support/axe.ts';
import { faultsOfPictures, type Limits } from './support/pictures.ts';

/** As in the narrowest figure on a laptop, and as small as anything in prose or a table. */
const SMALLEST: Limits = { drawn: 9, written: 11 };
/** These are about a page, and here many that belong to pages of their own stand side by side. */
const ABOUT_PAGES = ['heading-order', 'landmark-unique'];

// One build for all of it.
test.describe.configure({ mode: 'default' });
let address = '';
let stop = () => Promise.resolve();
test.beforeAll(async () => {
	({ url: address, close: stop } = await servePlayground());
});
test.afterAll(() => stop());

/** Opens the playground, or one group of it, and waits until nothing in it moves any more. */
async function open(page: Page, { width = 1440, only }: { width?: number; only?: GroupId } = {}): Promise<void> {
	await page.setViewportSize({ width, height: 900 });
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto(only ? `${address}?only=${only}` : address, { waitUntil: 'networkidle' });
	await page.evaluate(async () => {
		await document.fonts.ready;
		for (let frames = 0; frames < 2; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
	});
}

test('shows every fixture that its contents name, and asks no other host for anything', async ({ page }) => {
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

for (const width of [390, 1440]) {
	test(`at ${width} px no words are cut, laid over each other or too small, and nothing leaves its picture`, async ({
		page
	}) => {
		await open(page, { width });
		expect(await faultsOfPictures(page, SMALLEST)).toEqual([]);
	});
}

for (const only of GROUP_IDS) {
	// One group at a time: for each part of a page axe looks at all of it.
	test(`axe finds nothing among ${only}, in light and in dark`, async ({ page }) => {
		await open(page, { only });
		await expectAxeToFindNothing(page, 'main', ABOUT_PAGES);
	});
}
