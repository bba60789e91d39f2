/**
 * The pictures that a link to a chapter is shown with. Each chapter has a card, a page that is made for this and for
 * nothing else: it is photographed from the finished build into social/, and then the cards go.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './lib/browser.mjs';
import { serveBuild } from './lib/serve.mjs';

/** What those who show links ask for. */
const viewport = { width: 1200, height: 630 };

async function browserOrNothing() {
	try {
		return await findBrowser();
	} catch {
		return undefined;
	}
}

/**
 * @param {string} dir the finished build
 * @param {string} base the address prefix that it was built for
 * @returns {Promise<string | null>} one sentence that says why there are no pictures, or null when there are
 */
export async function photographCards(dir, base) {
	const cards = join(dir, 'card');
	if (!existsSync(cards)) return 'The build has no cards to make the social pictures from.';
	const launchOptions = await browserOrNothing();
	if (!launchOptions) return 'The social pictures need Chromium or Chrome: install one, then build again.';
	const names = readdirSync(cards);
	mkdirSync(join(dir, 'social'), { recursive: true });
	const [{ url, close }, browser] = await Promise.all([serveBuild({ dir, base }), chromium.launch(launchOptions)]);
	try {
		const page = await browser.newPage({ viewport, colorScheme: 'light', reducedMotion: 'reduce' });
		// The type is taken only where it is there at once, which it is from the second page on.
		await page.goto(`${url}card/${names[0]}/`, { waitUntil: 'networkidle' });
		for (const name of names) {
			const response = await page.goto(`${url}card/${name}/`, { waitUntil: 'networkidle' });
			if (!response?.ok()) return `The card of ${name} cannot be opened.`;
			await page.screenshot({ path: join(dir, 'social', `${name}.png`) });
		}
	} finally {
		await browser.close();
		await close();
	}
	rmSync(cards, { recursive: true });
	return null;
}
