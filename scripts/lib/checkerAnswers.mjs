/**
 * Asks the checker what the pages say of it while Vite compiles them, each question in a process of its own: on two cores
 * that takes half the time. Answers are files, kept for as long as nothing they depend on changes.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';
import { beginBeside } from './stages.mjs';

/** As scripts/answer.ts knows them, with what a build says of each. @type {Record<string, string>} */
const QUESTIONS = { phones: 'Checking every phone', proof: 'Checking the proof and its repairs' };

/** What an answer depends on: the folders up to the checker, the questions, and the packages. */
const SOURCES = [
	...['machines', 'sim', 'scenarios', 'check', 'ui/chapter', 'ui/controls/phones'].map((name) => `src/lib/${name}`),
	'scripts',
	'package-lock.json'
];

function fingerprint() {
	const hash = createHash('sha256');
	for (const source of SOURCES) {
		const isFile = source.includes('.');
		const names = isFile ? [''] : readdirSync(join(root, source), { recursive: true, encoding: 'utf8' }).sort();
		for (const name of names.filter((each) => isFile || /\.ts$/.test(each)))
			hash.update(`\n${source}/${name}\n`).update(readFileSync(join(root, source, name)));
	}
	return hash.digest('hex').slice(0, 16);
}

/** @param {string} question @param {string} file where the answer goes */
function ask(question, file) {
	const done = beginBeside(QUESTIONS[question] ?? question);
	const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
	const child = spawn(process.execPath, [tsx, join(root, 'scripts/answer.ts'), question, file], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit']
	});
	child.on('exit', (code) => {
		if (code === 0) return done();
		console.error('The checker could not be asked what the pages say of it, so there is no build.');
		process.exit(1);
	});
	process.on('exit', () => child.kill());
}

/** A Vite plugin; src/lib/ui/controls/phones/answer.ts waits for what it begins. @returns {import('vite').Plugin} */
export const checkerAnswers = () => ({
	name: 'checker-answers',
	apply: 'build',
	buildStart() {
		if (this.environment.name === 'client') return;
		const all = join(root, 'node_modules/.cache/checker');
		const folder = join(all, fingerprint());
		mkdirSync(folder, { recursive: true });
		for (const other of readdirSync(all))
			if (join(all, other) !== folder) rmSync(join(all, other), { recursive: true });
		process.env.CHECKER_ANSWERS = folder;
		for (const question of Object.keys(QUESTIONS)) {
			const file = join(folder, question);
			if (!existsSync(file)) ask(question, file);
		}
	}
});
