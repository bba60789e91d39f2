/**
 * `node scripts/shots/readme.mjs`: takes the picture of README.md again, the closing circle of *The update*, in both
 * themes. Unlike the other pictures it is kept, so it is taken by hand, when the drawing has changed.
 */
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../lib/browser.mjs';
import { basePath, buildDir, ensureBuild } from '../lib/build.mjs';
import { root } from '../lib/run.mjs';
import { serveBuild } from '../lib/serve.mjs';

/** How long after the circle has closed, in ms of play time: the other phone's packet is on its way out. */
const LATER_MS = 180;
/** Around the drawing, in px. */
const MARGIN = 12;

/** The rectangle around these. @param {{ x: number, y: number, width: number, height: number }[]} boxes */
function around(boxes) {
	const x = Math.min(...boxes.map((box) => box.x)) - MARGIN;
	const y = Math.max(0, Math.min(...boxes.map((box) => box.y)) - MARGIN);
	const width = Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN - x;
	const height = Math.max(...boxes.map((box) => box.y + box.height)) - y;
	return { x, y, width, height };
}

if (!(await ensureBuild())) process.exit(1);
const [{ url, close }, launchOptions] = await Promise.all([serveBuild({ dir: buildDir, base: basePath }), findBrowser()]);
const browser = await chromium.launch(launchOptions);
for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1.5, colorScheme });
	await page.goto(new URL('the-update/', url).href, { waitUntil: 'networkidle' });
	await page.getByRole('link', { name: 'the circle is closed' }).click();
	const timeline = page.getByRole('slider', { name: 'Timeline' });
	await timeline.fill(String(Number(await timeline.inputValue()) + LATER_MS));
	await page.evaluate('scrollTo(0, 0)');
	const phones = await page.getByRole('group', { name: 'The phone as a building' }).all();
	const names = await page.locator('.stage .runname').all();
	const clip = around(await Promise.all([...phones, ...names].map((part) => part.boundingBox())));
	await page.screenshot({ path: join(root, 'static', `readme-${colorScheme}.png`), clip });
}
await browser.close();
await close();
