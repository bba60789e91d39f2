/** The lab with ten thousand records: frames while its lists scroll, and how long it takes to answer a filter and a key. */
import { chromium } from 'playwright-core';
import { BUDGET_MS, DESKTOP, watchFrames } from './frames.mjs';
import { row } from './table.mjs';

/** A page that keeps itself fresh for hours: nine thousand steps, a little more than ten thousand records. */
const LONG =
	'v=2&knobs=includeAllNetworks:false,excludeLocalNetworks:false,onDemand:true,iosVersion:18,transport:userspaceStack,ephemeralPeer:none,multihop:false,updateSource:auto,network:honest,safariTraffic:steady&acts=connect@4&at=9000';
const WATCH_MS = 5_000;
/** How far the wheel turns, and how often: 1,000 px a second. */
const WHEEL_PX = 100;
const WHEEL_EVERY_MS = 100;
const PRESSES = 20;

/** Frames while the wheel turns over a list. @param {import('playwright-core').Page} page @param {import('playwright-core').Locator} list */
async function scrolling(page, list) {
	await list.hover();
	const watched = page.evaluate(watchFrames, WATCH_MS);
	const turning = setInterval(() => void page.mouse.wheel(0, -WHEEL_PX), WHEEL_EVERY_MS);
	const seen = await watched;
	clearInterval(turning);
	return seen;
}

/** From an event in the page to the frame that shows what came of it, in ms; the median of some. @param {import('playwright-core').Page} page @param {() => Promise<void>} doIt @param {string} type */
async function answers(page, doIt, type) {
	const times = [];
	for (let i = 0; i < PRESSES; i++) {
		// The page listens before anything is done, or what is done first would not be heard.
		const answered = await page.evaluateHandle((type) => {
			const frame = new Promise((resolve) =>
				globalThis.addEventListener(
					type,
					() => {
						const begun = performance.now();
						globalThis.requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
					},
					{ once: true, capture: true }
				)
			);
			return { frame };
		}, type);
		await doIt();
		times.push(await answered.evaluate(({ frame }) => frame));
	}
	return times.sort((a, b) => a - b)[Math.floor(PRESSES / 2)] ?? NaN;
}

/** @param {{ url: string, launchOptions: object }} site */
export async function benchLab({ url, launchOptions }) {
	const browser = await chromium.launch(launchOptions);
	try {
		const page = await browser.newPage({ ...DESKTOP, reducedMotion: 'reduce' });
		await page.goto(`${url}lab/?${LONG}`, { waitUntil: 'networkidle' });
		await page.getByRole('slider', { name: 'Timeline' }).waitFor();
		const resting = await page.evaluate(watchFrames, WATCH_MS);
		const ladder = await scrolling(page, page.getByRole('listbox', { name: /^Ladder/ }));
		await page.getByRole('tab', { name: 'Events' }).click();
		const events = page.getByRole('grid', { name: /^Events/ });
		const count = Number(((await page.getByText(/ of .* events$/).textContent()) ?? '').replace(/.* of |[^\d]/g, ''));
		const table = await scrolling(page, events);
		await page.getByText('Fate', { exact: true }).first().click();
		const box = page.getByRole('checkbox').filter({ visible: true }).last();
		const filter = await answers(page, () => box.click(), 'change');
		await page.keyboard.press('Escape');
		await events.focus();
		const key = await answers(page, () => page.keyboard.press('ArrowUp'), 'keydown');
		const budget = (/** @type {string} */ what, /** @type {number} */ ms) =>
			row(what, ms, 'ms', ms / BUDGET_MS, 'a 60 Hz frame');
		return [
			row('records listed', count, ''),
			budget('at rest: gap between frames, p95', resting.gap.p95),
			budget('the ladder scrolls: gap between frames, p95', ladder.gap.p95),
			budget('the ladder scrolls: work in a frame, p95', ladder.work.p95),
			budget('the events scroll: gap between frames, p95', table.gap.p95),
			budget('the events scroll: work in a frame, p95', table.work.p95),
			budget('a filter is ticked: to its frame, median', filter),
			budget('a key steps through the events: to its frame, median', key)
		];
	} finally {
		await browser.close();
	}
}
