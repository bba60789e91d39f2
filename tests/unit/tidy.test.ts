/** Rules about the checkout itself. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** What is in the checkout or about to be; undefined in a copy of the sources that has no history. */
function filesOfCheckout(): string[] | undefined {
	if (!existsSync(new URL('.git', root))) return undefined;
	const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
	return execFileSync('git', list, { cwd: root, encoding: 'utf8' })
		.split('\0')
		.filter((path) => path !== '' && existsSync(new URL(path, root)));
}

const files = filesOfCheckout();

test.skipIf(!files)('there is one lockfile', () => {
	const locks = /^(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock)$/;
	expect(files?.filter((path) => locks.test(basename(path)))).toEqual(['package-lock.json']);
});

test('the lockfile names no registry', () => {
	expect(read('package-lock.json')).not.toContain('"resolved":');
});

test.skipIf(!files)("no file names a folder of somebody's machine", () => {
	const machinePath = /(?<![\w.})-])(\/(home|work|root|Users)\/\w|[A-Z]:\\Users\\)/;
	const naming = files?.flatMap((path) => {
		const text = read(path);
		const found = text.includes('\0') ? null : machinePath.exec(text);
		return found ? [`${path}: ${text.slice(found.index, found.index + 40)}`] : [];
	});
	expect(naming).toEqual([]);
});
