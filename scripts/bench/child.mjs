/** The parts of the bench that are TypeScript, each a process of its own that prints one JSON object. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from '../lib/run.mjs';
import { row } from './table.mjs';

const SEEK_BUDGET_MS = 16;

/** @param {string} file */
export async function resultOf(file) {
	const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', `scripts/bench/${file}`], {
		cwd: root
	});
	return JSON.parse(stdout);
}

export async function benchModel() {
	const { steps, cold, turned, remembered, transition, microsteps } = await resultOf('model.ts');
	const beside = (what, value) => row(what, value, 'steps/s', value / transition, 'XState’s transition');
	return [
		row('XState alone, transition', transition, 'calls/s'),
		row('XState alone, getMicrosteps', microsteps, 'calls/s', microsteps / transition, 'XState’s transition'),
		beside(`a new process, every scenario once (${steps} steps)`, cold),
		beside('knobs that were not seen before', turned),
		beside('everything remembered', remembered)
	];
}

export async function benchSeek() {
	const { entries, shortEntries, long, short, ...grown } = await resultOf('seek.ts');
	const n = entries.toLocaleString('en');
	const inBudget = (what, ms) => row(what, ms, 'ms', ms / SEEK_BUDGET_MS, `the budget of ${SEEK_BUDGET_MS} ms`);
	const beside = (what, ms, shortMs) => row(what, ms, 'ms', ms / shortMs, `the same among ${shortEntries}`);
	return [
		row(`a history grows to ${n} entries`, grown.grownPerSecond, 'entries/s'),
		row(
			'the same, appended one by one',
			grown.appendedPerSecond,
			'entries/s',
			grown.appendedPerSecond / grown.grownPerSecond,
			'that'
		),
		beside(`seek to a random place among ${n}`, long.seekMs, short.seekMs),
		row('the same by playing all again', grown.replayMs, 'ms', grown.replayMs / long.seekMs, 'seek'),
		beside('seek and its scene, median', long.sceneMs.median, short.sceneMs.median),
		inBudget('seek and its scene, p95', long.sceneMs.p95),
		inBudget('laid out for watching, once', grown.layOutMs),
		inBudget('the first scene, once', grown.firstSceneMs)
	];
}
