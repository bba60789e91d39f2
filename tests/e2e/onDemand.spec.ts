/** What comes only when somebody asks for it, where it does not come: a sentence says so, and the way to try again works. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { writeCapture } from '../../src/lib/wire/pcapng.ts';
import { captureOf } from '../../src/lib/capture/runCapture.ts';
import { play, SCENARIOS } from '../../src/lib/scenarios/scenarios.ts';
import { formatPermalink } from '../../src/lib/scenarios/permalink.ts';
import { awake, Figure } from './support/figure.ts';
import { Lab } from './support/lab.ts';
import { FIRST_SCREEN, FLIP_THE_FLAG, LAB, PACKET_TUNNEL, THE_UPDATE, THE_WAY_OUT } from './support/pages.ts';

/** Scripts, styles and workers: everything that a page of the site may fetch later. */
const PARTS = '**/_app/immutable/**';
const UPDATED = 'could not be loaded: the site has probably been updated since this page was opened.';
const OFFLINE = 'could not be loaded: this device seems to be offline.';

/** From now on nothing more comes: it is gone, as after an update of the site. */
const takeAway = (page: Page) => page.route(PARTS, (route) => route.fulfill({ status: 404, body: 'gone' }));
const giveBack = (page: Page) => page.unroute(PARTS);

/** Takes away the file in which these words are, also while the page comes alive. */
const takeAwayWith = (page: Page, words: RegExp) =>
	page.route(`${PARTS}/*.js`, async (route) => {
		const response = await route.fetch({ maxRetries: 3 });
		if (words.test(await response.text())) await route.abort();
		else await route.fulfill({ response });
	});

const alertOf = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words });
const again = (page: Page) => page.getByRole('button', { name: 'Try again' });
const reload = (page: Page) => page.getByRole('button', { name: 'Reload the page' });
const inspector = (page: Page) => page.getByRole('dialog', { name: 'Packets' });

/** Everything that is thrown and that nobody catches. */
function listenForErrors(page: Page): string[] {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	return errors;
}

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
		comes: (page) => new Figure(page).drawn(/^(observed|documented|reported|assumed)$/).first()
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
		comes: (page) => page.getByRole('dialog', { name: /^Claim C/ }).getByText('How it is known')
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

		await again(page).click();
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

test.describe('a worker that does not come', () => {
	test('is told by the checker, the save and the reading of a file, and what needs none goes on', async ({ page }) => {
		const errors = listenForErrors(page);
		await page.emulateMedia({ reducedMotion: 'reduce' });
		const lab = await Lab.open(page);
		await lab.view('Checker');
		await expect(lab.button('Ask the checker')).toBeVisible();
		await lab.button('All packets').click();
		await expect(inspector(page).getByRole('option').first()).toBeVisible();

		await takeAway(page);
		await inspector(page).getByRole('button', { name: 'Save capture' }).click();
		await expect(
			inspector(page).getByRole('status').filter({ hasText: 'Nothing was saved. The part that saves captures' })
		).toContainText(UPDATED);
		const bytes = Buffer.from(writeCapture(captureOf(play(SCENARIOS['probes-flag-off']))));
		const choose = () =>
			inspector(page)
				.getByLabel('Open a capture of your own')
				.setInputFiles({ name: 'mine.pcapng', mimeType: 'application/octet-stream', buffer: bytes });
		await choose();
		await expect(inspector(page).getByRole('alert')).toContainText(`The part that reads files ${UPDATED}`);
		await inspector(page).getByRole('radio', { name: 'This run' }).check();
		await expect(inspector(page).getByRole('option').first()).toBeVisible();
		await inspector(page).getByRole('button', { name: 'Close', exact: true }).click();
		await lab.button('Ask the checker').click();
		await expect(alertOf(page, 'The checker')).toContainText(UPDATED);

		await giveBack(page);
		await lab.button('All packets').click();
		await choose();
		await expect(inspector(page).getByRole('option').first()).toBeVisible();
		await expect(inspector(page).getByRole('alert')).toHaveCount(0);
		await inspector(page).getByRole('button', { name: 'Close', exact: true }).click();
		await lab.button('Ask the checker').click();
		await expect(lab.button('Cancel')).toBeVisible();
		await lab.button('Cancel').click();
		expect(errors).toEqual([]);
	});
});

test('the keys of an envelope that do not come are told at its bytes; they are asked for again', async ({ page }) => {
	const errors = listenForErrors(page);
	const figure = await Figure.open(page, PACKET_TUNNEL);
	await figure.button('All packets').click();
	await inspector(page).getByRole('option').first().click();
	await takeAway(page);
	await inspector(page).getByRole('option').filter({ hasText: 'envelope with' }).first().click();
	await expect(alertOf(page, 'The keys of this envelope')).toContainText(UPDATED);
	await giveBack(page);
	await again(page).click();
	await expect(inspector(page).getByRole('button', { name: 'Open the envelope' })).toBeVisible();
	await expect(page.getByRole('alert')).toHaveCount(0);
	expect(errors).toEqual([]);
});

test('in a frame that is shut off, everything opens, and only what needs a worker says that it does not work there', async ({
	page
}) => {
	const errors = listenForErrors(page);
	// As hosts do that let other sites show theirs.
	await page.route('**/*', async (route) => {
		const response = await route.fetch({ maxRetries: 3 });
		await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
	});
	await page.route('**/around-it', (route) =>
		route.fulfill({
			contentType: 'text/html',
			body: `<!doctype html><title>Around it</title><iframe sandbox="allow-scripts" src="${FLIP_THE_FLAG}" width="1200" height="800"></iframe>`
		})
	);
	await page.goto('./around-it');
	const frame = page.frameLocator('iframe');
	await frame.getByRole('button', { name: 'All packets' }).first().click();
	const packets = frame.getByRole('dialog', { name: 'Packets' });
	await expect(packets.getByRole('option').first()).toBeVisible();
	await packets.getByRole('button', { name: 'Save capture' }).click();
	await expect(packets.getByRole('status').filter({ hasText: 'Nothing was saved.' })).toHaveText(
		'Nothing was saved. The part that saves captures does not work here: the page around this frame shuts it off. Open this page in a tab of its own.'
	);
	const bytes = Buffer.from(writeCapture(captureOf(play(SCENARIOS['probes-flag-off']))));
	await packets
		.getByLabel('Open a capture of your own')
		.setInputFiles({ name: 'mine.pcapng', mimeType: 'application/octet-stream', buffer: bytes });
	await expect(packets.getByRole('alert')).toHaveText(/^The part that reads files does not work here: /);
	expect(errors).toEqual([]);
});
