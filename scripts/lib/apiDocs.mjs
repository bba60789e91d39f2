/**
 * What TypeDoc reads off the entry files of the model: declarations, types and docstrings as JSON. TypeDoc's own pages
 * have inline scripts, which the site's content policy forbids; the pages below /api/ are made from this instead.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
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
const apiSources = () => [
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
 * What TypeDoc makes of the model, in a process of its own, so that whoever asks can do something else meanwhile. Kept in
 * node_modules/.cache until a source changes.
 * @returns {Promise<{ project: import('typedoc').JSONOutput.ProjectReflection, warnings: string[] }>} the declarations, and
 * what TypeDoc has to say against them
 */
export async function readApi() {
	const file = join(cache, `${fingerprint()}.json`);
	if (!existsSync(file)) await runTypeDoc(file);
	return JSON.parse(readFileSync(file, 'utf8'));
}

/** @param {string} file */
async function runTypeDoc(file) {
	mkdirSync(cache, { recursive: true });
	const draft = `${file}.${process.pid}`;
	const typedoc = join(root, 'node_modules/typedoc/bin/typedoc');
	const flags = ['--options', options, '--json', draft, '--pretty', 'false', '--logLevel', 'Warn'];
	const { stdout, stderr } = await promisify(execFile)(process.execPath, [typedoc, ...flags], {
		cwd: root,
		env: { ...process.env, NO_COLOR: '1' }
	});
	const warnings = `${stdout}${stderr}`.split('\n').filter((line) => line.startsWith('[warning]'));
	// Written whole or not at all: a build and a test may ask at the same time.
	writeFileSync(draft, JSON.stringify({ project: JSON.parse(readFileSync(draft, 'utf8')), warnings }));
	renameSync(draft, file);
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
		const { project } = await readApi();
		return `export default JSON.parse(${JSON.stringify(JSON.stringify(project))});`;
	}
});
