/** What a visitor’s browser fetches for each page on its own, as it travels: compressed, headers not counted. */
import { chromium } from 'playwright-core';
import { row } from './table.mjs';

/** What the first screen may take, in bytes of JavaScript. */
const BUDGET_BYTES = 120_000;

/** @param {import('playwright-core').Browser} browser @param {string} url */
async function fetched(browser, url) {
	const page = await browser.newPage();
	/** @type {Promise<{ script: boolean, bytes: number }>[]} */
	const answers = [];
	page.on('requestfinished', (request) => {
		const read = async () => {
			const [response, { responseBodySize }] = await Promise.all([request.response(), request.sizes()]);
			return { script: /javascript/.test(response?.headers()['content-type'] ?? ''), bytes: responseBodySize };
		};
		answers.push(read());
	});
	await page.goto(url, { waitUntil: 'networkidle' });
	const all = await Promise.all(answers);
	await page.close();
	const sum = (of) => of.reduce((total, { bytes }) => total + bytes, 0);
	return { script: sum(all.filter(({ script }) => script)), total: sum(all), requests: all.length };
}

/** @param {{ url: string, pages: string[], launchOptions: object }} site */
export async function benchBytes({ url, pages, launchOptions }) {
	const browser = await chromium.launch(launchOptions);
	try {
		const rows = [];
		for (const path of pages) {
			const { script, total, requests } = await fetched(browser, new URL(path.slice(1), url).href);
			rows.push(
				row(
					`${path}: JavaScript, gzip`,
					script / 1_000,
					'kB',
					script / BUDGET_BYTES,
					`the first screen’s budget of ${BUDGET_BYTES / 1_000} kB`
				),
				row(`${path}: everything, ${requests} requests`, total / 1_000, 'kB', total / script, 'its JavaScript')
			);
		}
		return rows;
	} finally {
		await browser.close();
	}
}
