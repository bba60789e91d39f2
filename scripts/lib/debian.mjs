/** What can be installed where the tests run as root on Debian, as on a fresh machine of a continuous integration service. */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

export const isDebianRoot = () => existsSync('/etc/debian_version') && process.getuid?.() === 0;

/** Nothing but what the package cannot do without. */
const INSTALL = ['install', '-y', '--no-install-recommends'];

/** What apt says goes here, and is shown only when it fails. */
const log = join(root, 'test-results', 'apt.log');

/** @param {string[]} args @returns {Promise<boolean>} whether it worked */
function aptGet(args) {
	mkdirSync(join(root, 'test-results'), { recursive: true });
	const file = openSync(log, 'w');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	return new Promise((resolve) => {
		const child = spawn('apt-get', args, { env, stdio: ['ignore', file, file] });
		child.on('error', () => resolve(false));
		child.on('close', (code) => resolve(code === 0));
	}).finally(() => closeSync(file));
}

/** @param {string} command @param {string[]} args */
const outputOf = (command, args) => spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 26 }).stdout ?? '';

/** What comes with packages that are not here yet, such as “54 packages, 92 MB to fetch, 312 MB on disk”. @param {string[]} names */
function sizeOf(names) {
	// 'http://…/name_1.0_amd64.deb' name_1.0_amd64.deb 12345 SHA256:…
	const files = [
		...outputOf('apt-get', [...INSTALL, '-qq', '--print-uris', ...names]).matchAll(/' ([^_\s]+)_\S* (\d+)/g)
	];
	const shown = outputOf('apt-cache', ['show', '--no-all-versions', ...files.map(([, each]) => String(each))]);
	const fetched = files.reduce((sum, [, , bytes]) => sum + Number(bytes), 0);
	const onDisk = [...shown.matchAll(/^Installed-Size: (\d+)/gm)].reduce((sum, [, kib]) => sum + Number(kib) * 1024, 0);
	const megabytes = (/** @type {number} */ bytes) => `${Math.ceil(bytes / 1e6)} MB`;
	return `${files.length} packages, ${megabytes(fetched)} to fetch, ${megabytes(onDisk)} on disk`;
}

let updated = false;

/**
 * Installs packages, and says so and how large they are before it does.
 * @param {string[]} names Debian packages
 * @param {string} purpose such as “for the tests of captures”
 */
export async function installFromDebian(names, purpose) {
	updated ||= await aptGet(['update']);
	const said = names.join(' and ');
	console.log(`Installing Debian’s ${said} ${purpose}: ${sizeOf(names)}.`);
	if (await aptGet([...INSTALL, ...names])) return;
	console.error(`${readFileSync(log, 'utf8')}\nDebian’s ${said} could not be installed; the reason is above.`);
}
