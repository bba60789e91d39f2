/* global requestAnimationFrame -- inside the pages */
/**
 * The checker: worlds a second beside xstate/graph, and how a page answers keys while its worker looks at the largest
 * exploration there is.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildDir } from '../lib/build.mjs';
import { resultOf } from './child.mjs';
import { row } from './table.mjs';

const PRESSES = 150;
/** Between two presses, in ms. */
const PAUSE_MS = 30;

/** In the page: one exploration in the worker that readers use, again and again while somebody wants it; gives how long the last one took. */
const explore = (/** @type {{ url: string, knobs: object, again: boolean }} */ { url, knobs, again }) =>
	new Promise((resolve, reject) => {
		const begun = performance.now();
		const worker = new globalThis.Worker(url, { type: 'module' });
		globalThis.isExploring = again;
		worker.onerror = ({ message }) => reject(new Error(message));
		worker.onmessage = ({ data }) => {
			if (data.say !== 'verdicts') return;
			if (globalThis.isExploring) return worker.postMessage({ ask: 'check', knobs });
			worker.terminate();
			resolve({ ms: performance.now() - begun, worlds: data.answer.worlds });
		};
		worker.postMessage({ ask: 'check', knobs });
	});

/** In the page: from now on, the time from each key press to the frame that answers it: the browser is free again once that is drawn. */
const watchKeys = () => {
	globalThis.answered = [];
	globalThis.addEventListener(
		'keydown',
		({ timeStamp }) =>
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => globalThis.answered.push(performance.now() - timeStamp);
				port2.postMessage(null);
			}),
		{ capture: true }
	);
};

/** The time in which nearly all keys are answered, in ms. @param {import('playwright-core').Page} page */
async function pressed(page) {
	await page.evaluate(() => (globalThis.answered = []));
	for (let i = 0; i < PRESSES; i++) {
		await page.keyboard.press(i % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
		await page.waitForTimeout(PAUSE_MS);
	}
	await page.waitForFunction((presses) => globalThis.answered.length >= presses, PRESSES);
	/** @type {number[]} */
	const times = await page.evaluate(() => globalThis.answered);
	return times.sort((a, b) => a - b)[Math.floor(PRESSES * 0.95)] ?? NaN;
}

/** @param {{ url: string, launchOptions: object }} site @param {object} knobs */
async function besidePage({ url, launchOptions }, knobs) {
	const worker = readdirSync(join(buildDir, '_app/immutable/workers')).find((name) =>
		name.startsWith('checker.worker')
	);
	const asked = { url: new URL(`_app/immutable/workers/${worker}`, url).href, knobs, again: false };
	const browser = await chromium.launch(launchOptions);
	try {
		const page = await browser.newPage();
		await page.goto(new URL('the-proof/', url).href, { waitUntil: 'networkidle' });
		await page.getByRole('slider', { name: 'Timeline' }).first().focus();
		await page.evaluate(watchKeys);
		const alone = await page.evaluate(explore, asked);
		const idle = await pressed(page);
		const exploring = page.evaluate(explore, { ...asked, again: true });
		const working = await pressed(page);
		await page.evaluate(() => (globalThis.isExploring = false));
		await exploring;
		return { alone, idle, working };
	} finally {
		await browser.close();
	}
}

/** @param {{ url: string, launchOptions: object }} site */
export async function benchChecker(site) {
	const { knobs, coldMs, largest, small, noPeer } = await resultOf('checker.ts');
	const { alone, idle, working } = await besidePage(site, knobs);
	const worlds = (/** @type {number} */ count) => `${count.toLocaleString('en')} worlds`;
	const explored = (what, { perSecond }, of) => row(what, perSecond, 'worlds/s', perSecond / of.perSecond, of.name);
	const asks = { ...small.graphAsks, name: 'xstate/graph' };
	const remembers = { ...small.graph, name: 'xstate/graph with answers remembered' };
	return [
		row(
			`xstate/graph, XState asked at each step, ${worlds(small.graph.worlds)} to the end`,
			small.graphAsks.perSecond,
			'worlds/s'
		),
		explored('xstate/graph over the model’s step, answers remembered, the same worlds', small.graph, asks),
		explored('the plain explorer of the tests, judging too, the same worlds', small.plain, asks),
		explored('the checker, the same worlds', small.checker, asks),
		explored('the checker, the same worlds', small.checker, remembers),
		explored(`the checker, the largest exploration, ${worlds(largest.worlds)}`, largest, asks),
		row(
			'its transitions',
			largest.transitions,
			'',
			largest.transitions / largest.asked,
			'the questions asked of XState'
		),
		row('questions asked of XState', largest.asked, ''),
		row(`a peer that cannot be had, ${worlds(noPeer.reduced.worlds)}`, noPeer.reduced.ms, 'ms'),
		row(
			`the same if retransmissions were counted, ${worlds(noPeer.counting.worlds)}`,
			noPeer.counting.ms,
			'ms',
			noPeer.counting.ms / noPeer.reduced.ms,
			'that'
		),
		row('explored and judged in a new process', coldMs / 1_000, 's'),
		row('explored and judged in a browser’s worker', alone.ms / 1_000, 's', alone.ms / coldMs, 'that'),
		row('a key is answered, nothing else to do, p95', idle, 'ms'),
		row('a key is answered while the checker works, p95', working, 'ms', working / idle, 'that')
	];
}
