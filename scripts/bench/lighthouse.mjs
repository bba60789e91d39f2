/** Lighthouse’s own mobile profile (a slow phone on a slow network, simulated) on every page that is there. */
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { row } from './table.mjs';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const TIMES = {
	'first-contentful-paint': 'first paint',
	'largest-contentful-paint': 'largest paint',
	'total-blocking-time': 'blocked'
};

/** What Lighthouse would have improved, by category. The times themselves are in the table already. @param {import('lighthouse').Result} lhr */
const lacks = (lhr) =>
	CATEGORIES.flatMap((category) =>
		lhr.categories[category].auditRefs
			.filter(({ id, group }) => group !== 'metrics' && (lhr.audits[id].score ?? 1) < 1)
			.map(
				({ id }) =>
					`${category}: ${lhr.audits[id].title}${lhr.audits[id].displayValue ? `, ${lhr.audits[id].displayValue}` : ''}`
			)
	);

/** @param {import('lighthouse').Result} lhr @param {string} path */
const rowsOf = (lhr, path) => [
	...CATEGORIES.map((id) =>
		row(
			`${path}: ${lhr.categories[id].title.toLowerCase()}`,
			Math.round((lhr.categories[id].score ?? 0) * 100),
			'of 100'
		)
	),
	...Object.entries(TIMES).map(([id, name]) => row(`${path}: ${name}`, lhr.audits[id].numericValue ?? 0, 'ms')),
	row(`${path}: layout shift`, lhr.audits['cumulative-layout-shift'].numericValue ?? 0, '')
];

/** @param {{ url: string, pages: string[], launchOptions: { executablePath?: string } }} site */
export async function benchLighthouse({ url, pages, launchOptions }) {
	const asRoot = process.getuid?.() === 0;
	const chrome = await launch({
		chromePath: launchOptions.executablePath ?? chromium.executablePath(),
		// Chromium’s sandbox does not work for root.
		chromeFlags: ['--headless=new', ...(asRoot ? ['--no-sandbox'] : [])]
	});
	try {
		const rows = [];
		const notes = [];
		// The page for unknown addresses is an error by intent, and Lighthouse refuses those.
		for (const path of pages.filter((each) => each !== '/404.html')) {
			const result = await lighthouse(new URL(path.slice(1), url).href, {
				port: chrome.port,
				logLevel: 'error',
				onlyCategories: CATEGORIES
			});
			if (!result) throw new Error(`Lighthouse gave no result for ${path}.`);
			rows.push(...rowsOf(result.lhr, path));
			notes.push(...lacks(result.lhr).map((lack) => `${path} ${lack}`));
		}
		return { rows, notes };
	} finally {
		chrome.kill();
	}
}
