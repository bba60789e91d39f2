/* global requestAnimationFrame -- inside the pages */
/**
 * Frames in the browser, on a desktop profile without throttling: 200 packets under way on the bench's own page, the
 * first screen while it plays, and the same pages at rest beside them.
 */
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { root } from '../lib/run.mjs';
import { row } from './table.mjs';

const PACKETS = 200;
const WATCH_MS = 6_000;
/** One frame of a screen that shows sixty a second. */
export const BUDGET_MS = 1_000 / 60;
export const DESKTOP = { viewport: { width: 1440, height: 900 } };

/** Builds the bench's page apart from the site, and serves it. */
async function servePage() {
	/** @type {import('vite').InlineConfig} */
	const config = {
		configFile: false,
		root: join(root, 'scripts', 'bench', 'page'),
		logLevel: 'warn',
		plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
		build: { outDir: join(root, 'test-results', 'bench'), emptyOutDir: true },
		preview: { host: '127.0.0.1' }
	};
	await build(config);
	return preview(config);
}

/**
 * Runs inside a page. The gap between two frames is what a reader sees; the work is from the frame's beginning until
 * the browser is free again, drawing included: a message sent from inside a frame arrives then.
 */
export const watchFrames = async (/** @type {number} */ forMs) => {
	let shift = 0;
	const shifts = new PerformanceObserver((list) =>
		list.getEntries().forEach((entry) => (shift += entry.hadRecentInput ? 0 : entry.value))
	);
	shifts.observe({ type: 'layout-shift' });
	const gaps = [];
	const work = [];
	const channel = new MessageChannel();
	const begun = performance.now();
	for (let last = 0; performance.now() - begun < forMs;) {
		const now = await new Promise((resolve) => requestAnimationFrame(resolve));
		const free = new Promise((resolve) => (channel.port1.onmessage = resolve));
		channel.port2.postMessage(null);
		await free;
		work.push(performance.now() - now);
		if (last > 0) gaps.push(now - last);
		last = now;
	}
	shifts.disconnect();
	const spread = (values) => {
		const sorted = values.sort((a, b) => a - b);
		return { median: sorted[Math.floor(sorted.length * 0.5)], p95: sorted[Math.floor(sorted.length * 0.95)] };
	};
	return { frames: gaps.length, gap: spread(gaps), work: spread(work), shift };
};

/** @param {string} what @param {Awaited<ReturnType<typeof watchFrames>>} seen @param {Awaited<ReturnType<typeof watchFrames>>} other @param {string} name what the other is */
const rowsOf = (what, seen, other, name) => [
	row(`${what}: gap between frames, median`, seen.gap.median, 'ms', seen.gap.median / BUDGET_MS, 'a 60 Hz frame'),
	row(`${what}: gap between frames, p95`, seen.gap.p95, 'ms', seen.gap.p95 / BUDGET_MS, 'a 60 Hz frame'),
	row(`${what}: work in a frame, median`, seen.work.median, 'ms', seen.work.median / other.work.median, name),
	row(`${what}: work in a frame, p95`, seen.work.p95, 'ms', seen.work.p95 / BUDGET_MS, 'a 60 Hz frame')
];

/** @param {{ url: string, launchOptions: object }} site */
export async function benchFrames({ url, launchOptions }) {
	const bench = await servePage();
	const [benchUrl] = bench.resolvedUrls?.local ?? [];
	const browser = await chromium.launch(launchOptions);
	try {
		const page = await browser.newPage(DESKTOP);
		const watch = () => page.evaluate(watchFrames, WATCH_MS);
		await page.goto(`${benchUrl}?packets=0`);
		const empty = await watch();
		await page.goto(`${benchUrl}?packets=${PACKETS}`);
		const full = await watch();
		await page.goto(url, { waitUntil: 'networkidle' });
		const resting = await watch();
		await page.getByRole('button', { name: 'Play', exact: true }).click();
		const playing = await watch();
		return [
			...rowsOf(`${PACKETS} packets`, full, empty, 'the same page with none'),
			row(
				`${PACKETS} packets: frames drawn`,
				full.frames,
				'frames',
				full.frames / empty.frames,
				'the same page with none'
			),
			...rowsOf('first screen, playing', playing, resting, 'the same page at rest'),
			row('first screen, playing: layout shift', playing.shift, '')
		];
	} finally {
		await browser.close();
		await bench.close();
	}
}
