/* global document, getComputedStyle, scrollTo, scrollBy, innerHeight -- inside the page */
/**
 * Takes the pictures of one page. The camera uses the page as a reader does, by the names of its controls, so that it
 * goes on working when the markup changes.
 *
 * @typedef {import('playwright-core').Page} Page
 * @typedef {(name: string, options?: import('playwright-core').PageScreenshotOptions & { of?: import('playwright-core').Locator }) => Promise<void>} Take
 * @typedef {NonNullable<Awaited<ReturnType<typeof figureOf>>>} Figure
 */

/** How far into an animation its picture is taken, in ms of play time. */
const MIDWAY_MS = 300;
/** Buttons beside the acts that are none. */
const NO_ACT = /^(Start over|Copy link|Other future)/;
/** What is far below the screen is not rendered, until somebody scrolls there; a picture of the whole page is there. */
const RENDER_ALL = '* { content-visibility: visible !important; }';

const slug = (/** @type {string} */ words) =>
	words.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').split('-').slice(0, 7).join('-');
const twoDigits = (/** @type {number} */ n) => String(n).padStart(2, '0');

/** The whole page. It is nobody's screen, so what sticks to the screen stands in its own place. @param {Page} page @param {Take} take @param {string} name */
async function photographWhole(page, take, name) {
	await page.evaluate(() => {
		for (const element of document.querySelectorAll('main *')) {
			if (getComputedStyle(element).position === 'sticky') element.style.position = 'static';
		}
	});
	await take(name, { fullPage: true, style: RENDER_ALL });
}

/** The first screen, and the whole page. @param {Page} page @param {Take} take */
export async function photographPage(page, take) {
	await take('page-first');
	await photographWhole(page, take, 'page-full');
}

/** What a visitor gets who wants no motion, or runs no scripts. @param {string} name */
export const photographStill = (name) => (/** @type {Page} */ page, /** @type {Take} */ take) => photographWhole(page, take, name);

/** The playground’s first screen, and each of its fixtures by its own name. @param {Page} page @param {Take} take */
export async function photographFixtures(page, take) {
	await take('page-first');
	const groups = await page.getByRole('main').getByRole('region').filter({ has: page.getByRole('article') }).all();
	const ids = await Promise.all(groups.map((group) => group.getAttribute('id')));
	const address = page.url();
	// One group at a time: on a page that is a hundred screens high each picture takes a second.
	for (const id of ids) {
		await page.goto(`${address}?only=${id}`, { waitUntil: 'networkidle' });
		for (const fixture of await page.getByRole('article').all()) {
			await take((await fixture.getAttribute('id')) ?? '', { of: fixture });
		}
	}
}

/** The controls of the page's figure, or null when it has none. @param {Page} page */
async function figureOf(page) {
	const button = (/** @type {string | RegExp} */ name) => page.getByRole('button', { name, exact: true });
	const slider = page.getByRole('slider', { name: 'Timeline' });
	if ((await slider.count()) === 0) return null;
	return {
		slider,
		button,
		position: async () => Number(await slider.inputValue()),
		longest: async () => Number(await slider.getAttribute('max')),
		caption: async () => (await slider.getAttribute('aria-valuetext')) ?? '',
		/** As much of the figure as the screen holds, from its top; the page's own top when all fits below it. */
		frame: () =>
			slider.evaluate((track, roomForItsName) => {
				const pictures = [...(track.closest('section')?.querySelectorAll('svg.plate') ?? [])];
				const picture = pictures.find((each) => each.checkVisibility());
				scrollTo(0, 0);
				if (!picture || picture.getBoundingClientRect().bottom <= innerHeight) return;
				picture.scrollIntoView({ block: 'start' });
				scrollBy(0, -roomForItsName);
			}, 48)
	};
}

/** The figure at its start, at every moment, in motion, with a room open, and after each act. @param {Page} page @param {Take} take */
export async function photographFigure(page, take) {
	const figure = await figureOf(page);
	if (!figure) return;
	await figure.slider.fill('0');
	await figure.frame();
	await take('moment-00-the-start');
	const stops = await photographMoments(figure, take);
	await photographMotion(figure, take, stops[Math.floor(stops.length / 2)] ?? 0);
	await photographRoom(page, take);
	await photographActs(page, figure, take);
}

/** @param {Figure} figure @param {Take} take @returns {Promise<number[]>} where the moments are */
async function photographMoments(figure, take) {
	const stops = [];
	for (let last = await figure.position(); ; last = stops.at(-1)) {
		await figure.button('Next moment').click();
		const at = await figure.position();
		if (at === last) return stops;
		stops.push(at);
		await figure.frame();
		await take(`moment-${twoDigits(stops.length)}-${slug(await figure.caption())}`);
	}
}

/** @param {Figure} figure @param {Take} take @param {number} fromMs */
async function photographMotion(figure, take, fromMs) {
	await figure.slider.fill(String(fromMs));
	await figure.button('Play').click();
	await figure.frame();
	while ((await figure.position()) < fromMs + MIDWAY_MS);
	await take('motion');
	// Moving the slider also pauses.
	await figure.slider.fill(String(fromMs));
}

/** @param {Page} page @param {Take} take */
async function photographRoom(page, take) {
	await page.getByRole('button', { name: /^Kernel router.*statechart/ }).first().press('Enter');
	await take('room-kernel-router');
	await page.keyboard.press('Escape');
}

/** Where each act leads, one at a time from where the figure opens. @param {Page} page @param {Figure} figure @param {Take} take */
async function photographActs(page, figure, take) {
	const bar = page.locator('.acts').last();
	const controls = bar.getByRole('switch').or(bar.getByRole('button')).filter({ hasNotText: NO_ACT });
	for (const control of await controls.all()) {
		await figure.button('Start over').click();
		const name = slug((await control.textContent()) ?? '');
		// Not now is an answer as well, and it has its picture.
		await control.click({ force: true });
		if ((await figure.button('Pause').count()) > 0) await figure.slider.fill(String(await figure.longest()));
		await figure.frame();
		await take(`act-${name}`);
	}
}
