/**
 * Runs a command in the project's root and lets it talk straight to the terminal, so that long steps are seen while
 * they run. The project's own tools come first, however the script was started.
 */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to the environment
 * @param {import('node:stream').Writable | 'ignore'} [stdout] where its output goes instead; the terminal's when not given
 * @returns {Promise<number>} the exit code; not 0 as well when the command could not be started or was killed
 */
export function run(command, args, env = {}, stdout) {
	const PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: root,
			env: { ...process.env, ...env, PATH },
			stdio: ['inherit', stdout ?? 'inherit', 'inherit'],
			// The tools are .cmd files on Windows, which only a shell can start.
			shell: process.platform === 'win32'
		});
		child.on('error', (error) => {
			console.error(error.message);
			resolve(127);
		});
		child.on('close', (code) => resolve(code ?? 1));
	});
}
