/** What a page weighs: the JavaScript that it fetches in all, as it travels. */
import { expect, test, type Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { Figure } from './support/figure.ts';
import { chapters, FIRST_SCREEN } from './support/pages.ts';

/** In bytes of gzip. */
const FIRST_SCREEN_MOST = 150_000;
const CHAPTER_MOST = 170_000;

/** Opens a page and adds up every script that it fetches. */
async function scriptBytes(page: Page, address: string): Promise<number> {
	const scripts: Promise<number>[] = [];
	page.on('response', (response) => {
		if (/javascript/.test(response.headers()['content-type'] ?? ''))
			scripts.push(response.body().then((body) => gzipSync(body).length));
	});
	await Figure.open(page, address);
	await page.waitForLoadState('networkidle');
	return (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0);
}

for (const address of chapters) {
	const most = address === FIRST_SCREEN ? FIRST_SCREEN_MOST : CHAPTER_MOST;
	test(`${address} fetches at most ${most / 1000} kB of JavaScript`, async ({ page }) => {
		const bytes = await scriptBytes(page, address);
		expect(bytes).toBeGreaterThan(50_000);
		expect(bytes).toBeLessThanOrEqual(most);
	});
}
