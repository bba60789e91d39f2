/**
 * What TypeDoc reads off the entry files of the model: declarations, types and docstrings as JSON. TypeDoc's own pages
 * have inline scripts, which the site's content policy forbids; the pages below /api/ are made from this instead.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache/api');
const options = join(root, 'typedoc.json');

/** @type {string[]} the folders that have an entry file for TypeDoc */
const folders = JSON.parse(readFileSync(options, 'utf8')).entryPoints.map((/** @type {string} */ entry) =>
	join(root, entry, '..')
);

/** Everything that the JSON depends on. */
export const apiSources = () => [
	options,
	...['typedoc.tsconfig.json', 'tsconfig.json', 'package-lock.json'].map((name) => join(root, name)),
	...folders.flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts'))
			.sort()
			.map((name) => join(folder, name))
	)
];

function fingerprint() {
	const hash = createHash('sha256');
	for (const path of apiSources()) hash.update(path.slice(root.length)).update(readFileSync(path));
	return hash.digest('hex').slice(0, 16);
}

/**
 * TypeDoc's JSON of the model, made in a process of its own, so that whoever asks can do something else meanwhile. Kept
 * in node_modules/.cache until a source changes.
 * @returns {Promise<string>}
 */
export async function apiJson() {
	const file = join(cache, `${fingerprint()}.json`);
	try {
		return readFileSync(file, 'utf8');
	} catch {
		mkdirSync(cache, { recursive: true });
		const draft = `${file}.${process.pid}`;
		const typedoc = join(root, 'node_modules/typedoc/bin/typedoc');
		const flags = [
			'--options',
			options,
			'--json',
			draft,
			'--pretty',
			'false',
			'--logLevel',
			'Warn',
			'--treatWarningsAsErrors'
		];
		await promisify(execFile)(process.execPath, [typedoc, ...flags], { cwd: root });
		renameSync(draft, file);
		return readFileSync(file, 'utf8');
	}
}

const NAME = 'virtual:api';

/**
 * Gives the site's pages that JSON as a module. It is asked for by server code alone, while the rest is being bundled.
 * @returns {import('vite').Plugin}
 */
export const apiDocs = () => ({
	name: 'api-docs',
	resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
	async load(id) {
		if (id !== `\0${NAME}`) return;
		for (const path of apiSources()) this.addWatchFile(path);
		return `export default JSON.parse(${JSON.stringify(await apiJson())});`;
	}
});
