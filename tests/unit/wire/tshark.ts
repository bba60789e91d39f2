/** Wireshark’s tools, where they are installed: a second opinion about capture files. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { onTestFinished, test } from 'vitest';

/** Where Wireshark’s installers put the tools without telling PATH. */
const APPLICATION_FOLDERS = ['/Applications/Wireshark.app/Contents/MacOS', 'C:\\Program Files\\Wireshark'];
/** tshark prints a few MB for a large capture. */
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;
/** Long enough for a slow machine that starts tshark for the first time. */
const TIME_LIMIT_MS = 60_000;

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** The path of a tool such as “capinfos”, or null when it is not installed. */
function pathOfTool(name: string): string | null {
	const file = process.platform === 'win32' ? `${name}.exe` : name;
	const folders = [
		...(process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''),
		...APPLICATION_FOLDERS
	];
	return folders.map((folder) => join(folder, file)).find(isExecutable) ?? null;
}

export const tsharkPath: string | null = pathOfTool('tshark');

/** A test that needs some of the tools. Where one is missing it is skipped, and its title says why. */
export function testWith(tools: readonly string[], title: string, body: () => void): void {
	const missing = tools.find((name) => pathOfTool(name) === null);
	test.skipIf(missing !== undefined)(
		missing === undefined ? title : `${title} (skipped: no ${missing} on this machine)`,
		body
	);
}

/** What a tool prints. Throws, with what it complained about, when it is not installed or does not end well. Settings of its user make no difference. */
export function run(name: string, ...args: readonly string[]): string {
	const path = pathOfTool(name);
	if (path === null) throw new Error(`There is no ${name} on this machine.`);
	const env = {
		...process.env,
		LC_ALL: 'C.UTF-8',
		TZ: 'UTC',
		WIRESHARK_CONFIG_DIR: join(tmpdir(), 'no-wireshark-settings')
	};
	return execFileSync(path, args, {
		encoding: 'utf8',
		env,
		maxBuffer: MAX_OUTPUT_BYTES,
		timeout: TIME_LIMIT_MS,
		stdio: ['ignore', 'pipe', 'pipe']
	});
}

/**
 * What tshark prints about a capture file, without looking up names. For fields, line by line:
 * `tshark(file, '-T', 'fields', '-e', 'frame.number', '-e', 'udp.port')`.
 */
export const tshark = (file: string, ...args: readonly string[]): string => run('tshark', '-n', '-r', file, ...args);

/** A path for a file in a folder of its own, that goes away with the test; only inside a test. */
export function temporaryPath(name: string): string {
	const folder = mkdtempSync(join(tmpdir(), 'flip-the-flag-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return join(folder, name);
}

/** The path of a file with these bytes, that goes away with the test; only inside a test. */
export function temporaryFile(name: string, bytes: Uint8Array): string {
	const path = temporaryPath(name);
	writeFileSync(path, bytes);
	return path;
}
