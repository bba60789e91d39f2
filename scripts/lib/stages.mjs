/** Says what a build is at, one line per stage, with the seconds it took: on the standard error, where progress belongs. */

/** Vite loads its configuration twice, and both tell of one build. */
const shared = /** @type {{ stage?: { name: string, sinceMs: number, later: string[] } }} */ (process);
const current = (shared.stage ??= { name: '', sinceMs: 0, later: [] });

/** @param {number} sinceMs */
const seconds = (sinceMs) => `${Math.round((performance.now() - sinceMs) / 1000)} s`;

/** Ends the stage before. @param {string} name such as “Rendering the pages” */
function beginStage(name) {
	endStage();
	Object.assign(current, { name, sinceMs: performance.now() });
	process.stderr.write(`${name} … `);
}

function endStage() {
	if (current.name === '') return;
	process.stderr.write(`${seconds(current.sinceMs)}\n`);
	current.name = '';
	for (const line of current.later.splice(0)) process.stderr.write(line);
}

/** What goes on beside the stages, and is told between two of them. @param {string} name @returns {() => void} to be called at its end */
export function beginBeside(name) {
	const sinceMs = performance.now();
	return () => {
		const line = `${name} … ${seconds(sinceMs)}, meanwhile\n`;
		if (current.name === '') process.stderr.write(line);
		else current.later.push(line);
	};
}

/** A Vite plugin that tells the stages of SvelteKit’s build: one for each kind of code, and the rest. @returns {import('vite').Plugin} */
export const stages = () => ({
	name: 'stages',
	apply: 'build',
	buildStart() {
		beginStage(this.environment.name === 'client' ? 'Compiling for browsers' : 'Compiling for the server');
	},
	closeBundle: {
		order: 'post',
		sequential: true,
		handler() {
			if (this.environment.name === 'client') beginStage('Rendering the pages and their pictures');
			else endStage();
		}
	}
});
