/**
 * `npm run shots`: pictures of every page and of every figure at its moments, and of every fixture of the playground, at
 * three widths and in both themes, into the ignored folder shots/, with shots/index.html to look at them all. `--page`,
 * `--width` and `--theme` take fewer; `--page playground` needs no build of the site.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './lib/browser.mjs';
import { basePath, buildDir, ensureBuild } from './lib/build.mjs';
import { readOptions } from './lib/options.mjs';
import { builtPages } from './lib/pages.mjs';
import { servePlayground } from './lib/playground.mjs';
import { root } from './lib/run.mjs';
import { serveBuild } from './lib/serve.mjs';
import { photographFigure, photographFixtures, photographPage, photographStill } from './shots/camera.mjs';
import { contactSheet } from './shots/sheet.mjs';

const SIZES = {
	390: { width: 390, height: 844 },
	820: { width: 820, height: 1180 },
	1440: { width: 1440, height: 900 }
};
const THEMES = ['light', 'dark'];
const AT_ONCE = 2;

const PLAYGROUND = 'playground';
const isPlaygroundAlone = process.argv.some((word, at) => `${process.argv[at - 1]} ${word}` === `--page ${PLAYGROUND}`);

if (!isPlaygroundAlone && !(await ensureBuild())) {
	console.error('The site could not be built; the reason is above.');
	process.exit(1);
}
const pages = [...(isPlaygroundAlone ? [] : builtPages()), PLAYGROUND];
const only = readOptions({ page: pages, width: Object.keys(SIZES), theme: THEMES });
const folder = join(root, 'shots');
if (Object.keys(only).length === 0) rmSync(folder, { recursive: true, force: true });

const jobs = pages
	.filter((page) => only.page === undefined || page === only.page)
	.flatMap((page) => Object.entries(SIZES).map(([width, viewport]) => ({ page, width, viewport })))
	.filter(({ width }) => only.width === undefined || width === only.width)
	.flatMap((job) => THEMES.map((theme) => ({ ...job, theme })))
	.filter(({ theme }) => only.theme === undefined || theme === only.theme);

/** The kinds of visitor: each sees the same page differently. What it photographs is called by its name. */
const VISITORS = [
	{ settings: {}, takes: [photographPage, photographFigure] },
	{ settings: { reducedMotion: 'reduce' }, takes: [photographStill('reduced-motion')] },
	{ settings: { javaScriptEnabled: false }, takes: [photographStill('no-javascript')] }
];

/** The playground shows everything to everybody. */
const ONLOOKERS = [{ settings: { reducedMotion: 'reduce' }, takes: [photographFixtures] }];

/** @param {import('playwright-core').Browser} browser @param {string} site @param {(typeof jobs)[number]} job */
async function photograph(browser, site, { page: path, width, viewport, theme }) {
	const name = path.replace(/^\/|\/$|\.html$/g, '') || 'first-screen';
	const target = join(folder, name, `${width}-${theme}`);
	mkdirSync(target, { recursive: true });
	let count = 0;
	for (const { settings, takes } of path === PLAYGROUND ? ONLOOKERS : VISITORS) {
		// The camera adds a style sheet of its own, which the site's content policy would refuse.
		const context = await browser.newContext({ viewport, colorScheme: theme, bypassCSP: true, ...settings });
		const page = await context.newPage();
		const take = async (shot, { of = page, ...options } = {}) => {
			await of.screenshot({ path: join(target, `${shot}.png`), caret: 'hide', ...options });
			count++;
		};
		for (const takePictures of takes) {
			await page.goto(path === PLAYGROUND ? site : new URL(path.slice(1), site).href, { waitUntil: 'networkidle' });
			await takePictures(page, take);
		}
		await context.close();
	}
	console.log(`${String(count).padStart(4)}  ${path} at ${width}, ${theme}`);
	return count;
}

const started = performance.now();
/** The servers that are needed, by what they serve. @type {Record<string, { url: string, close: () => Promise<void> }>} */
const servers = {};
if (jobs.some(({ page }) => page !== PLAYGROUND)) servers.site = await serveBuild({ dir: buildDir, base: basePath });
if (jobs.some(({ page }) => page === PLAYGROUND)) servers[PLAYGROUND] = await servePlayground();
const launchOptions = await findBrowser();
const browser = await chromium.launch(launchOptions);
let written = 0;
try {
	const rest = [...jobs];
	await Promise.all(
		Array.from({ length: AT_ONCE }, async () => {
			for (let job = rest.shift(); job; job = rest.shift()) {
				const server = servers[job.page === PLAYGROUND ? PLAYGROUND : 'site'];
				const count = await photograph(browser, server.url, job);
				written += count;
			}
		})
	);
} finally {
	await browser.close();
	await Promise.all(Object.values(servers).map(({ close }) => close()));
}
writeFileSync(join(folder, 'index.html'), contactSheet(folder));
console.log(
	`${written} pictures in shots/, ${Math.round((performance.now() - started) / 1000)} s. shots/index.html shows them all.`
);
