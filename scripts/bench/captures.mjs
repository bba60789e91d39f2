/** A hundred thousand packets as a capture file, in the worker that readers use: time and memory, and a file that is read back. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildDir } from '../lib/build.mjs';
import { root } from '../lib/run.mjs';
import { row } from './table.mjs';

/** In the page: starts the worker with a run, and gives when the run was followed, when the file was whole, and its size. */
const save = (/** @type {{ url: string, run: string }} */ { url, run }) =>
	new Promise((resolve, reject) => {
		const worker = new globalThis.Worker(url, { type: 'module' });
		const pieces = [];
		let [followedMs, bytes, packets] = [0, 0, 0];
		worker.onerror = ({ message }) => reject(new Error(message));
		worker.onmessage = ({ data }) => {
			if (data.say === 'written') {
				followedMs ||= performance.now();
				packets = data.packets;
			} else if (data.say === 'piece') {
				bytes += data.bytes.length;
				pieces.push(new globalThis.Blob([data.bytes]));
				worker.postMessage('go on');
			} else {
				resolve({ wroteMs: performance.now() - followedMs, bytes, packets, pieces: pieces.length });
				worker.terminate();
			}
		};
		worker.postMessage(JSON.parse(run));
	});

/**
 * The private memory of the browser’s largest renderer, in MB: what its heaps take, without the program itself, which all
 * its processes share. Null where the system does not tell. @param {number} parent
 */
function rendererMegabytes(parent) {
	try {
		const pids = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(/\s+/).map(Number);
		const own = /^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${parent}/status`, 'utf8'))?.[1] ?? 0;
		const isRenderer = readFileSync(`/proc/${parent}/cmdline`, 'utf8').includes('--type=renderer');
		return Math.max(
			isRenderer ? Number(own) / 1024 : 0,
			...pids.filter(Boolean).map((pid) => rendererMegabytes(pid) ?? 0)
		);
	} catch {
		return null;
	}
}

/** @param {{ url: string, launchOptions: { executablePath?: string } }} site */
export async function benchCaptures({ url, launchOptions }) {
	const made = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'scripts/bench/longRun.ts')], {
		encoding: 'utf8',
		maxBuffer: 2 ** 30
	});
	const worker = readdirSync(join(buildDir, '_app/immutable/workers')).find((name) => name.startsWith('save.worker'));
	const server = await chromium.launchServer(launchOptions);
	const browser = await chromium.connect(server.wsEndpoint());
	try {
		const page = await browser.newPage();
		await page.goto(url);
		const before = rendererMegabytes(server.process().pid ?? 0);
		let after = before;
		const watch = setInterval(
			() => (after = Math.max(after ?? 0, rendererMegabytes(server.process().pid ?? 0) ?? 0)),
			20
		);
		const { wroteMs, bytes, packets, pieces } = await page.evaluate(save, {
			url: new URL(`_app/immutable/workers/${worker}`, url).href,
			run: made.stdout
		});
		clearInterval(watch);
		return [
			row('packets encoded and written', packets, ''),
			row('in', wroteMs, 'ms'),
			row('size', bytes, 'bytes'),
			row('pieces, each with its progress', pieces, ''),
			...(before !== null && after !== null
				? [row('private memory of the page before', before, 'MB'), row('at most', after, 'MB')]
				: [])
		];
	} finally {
		await browser.close();
		await server.close();
	}
}
