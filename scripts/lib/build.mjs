/**
 * Builds the site into build/, and knows when there is nothing to do.
 *
 * A finished build carries a stamp: a fingerprint of everything it was made from. Comparing fingerprints, rather than
 * only the newest time, also notices a deleted file, an older file that came back, and another address. Vite empties
 * build/, so a build that was made without this module has no stamp and is made again.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';
import { basePath, repositoryUrl, siteUrl } from './site.mjs';

export { basePath };

const FOLDERS = ['src', 'content', 'static'];
const FILES = [
	...['svelte.config.js', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'],
	'scripts/answer.ts',
	...['apiDocs', 'checkerAnswers', 'componentStyles', 'fence', 'site'].map((name) => `scripts/lib/${name}.mjs`),
	...['typedoc.json', 'typedoc.tsconfig.json']
];

export const buildDir = join(root, 'build');
const stamp = join(buildDir, '.stamp');

function fingerprint() {
	const inside = FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, String(name)))
	);
	const lines = [...FILES, ...inside].sort().flatMap((path) => {
		const stats = statSync(join(root, path));
		return stats.isFile() ? [`${path} ${stats.mtimeMs} ${stats.size}`] : [];
	});
	return createHash('sha256')
		.update([basePath, siteUrl, repositoryUrl, ...lines].join('\n'))
		.digest('hex');
}

function builtFrom() {
	try {
		return readFileSync(stamp, 'utf8');
	} catch {
		return undefined;
	}
}

/**
 * Always builds. What was there before goes first: a failed build must not leave an older site to be served or tested.
 * @returns {Promise<boolean>} whether it worked
 */
export async function build() {
	// Taken before the build, so that a change made while it runs counts as newer.
	const sources = fingerprint();
	rmSync(buildDir, { recursive: true, force: true });
	// Stages, warnings and errors come on the standard error. The rest is advice that does not hold here.
	if ((await run('vite', ['build'], {}, 'ignore')) !== 0) return false;
	writeFileSync(stamp, sources);
	return true;
}

/**
 * Builds when build/ is not what the sources say.
 * @returns {Promise<boolean>} whether there is a good build now
 */
export async function ensureBuild() {
	return builtFrom() === fingerprint() || build();
}
