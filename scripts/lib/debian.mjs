/** What can be installed where the tests run as root on Debian, as on a fresh machine of a continuous integration service. */
import { existsSync } from 'node:fs';
import { run } from './run.mjs';

export const isDebianRoot = () => existsSync('/etc/debian_version') && process.getuid?.() === 0;

/** @param {string} name a Debian package */
export async function installFromDebian(name) {
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	await run('apt-get', ['update', '-q'], env);
	await run('apt-get', ['install', '-y', '-q', name], env);
}
