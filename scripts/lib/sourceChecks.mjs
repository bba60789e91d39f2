/** The tools that read the sources and run nothing of them: types, style, layout, order, dead code, spelling. */
import { run } from './run.mjs';

/** @satisfies {Record<string, [command: string, ...args: string[]]>} */
const TOOLS = {
	types: ['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
	eslint: ['eslint', '.'],
	prettier: ['prettier', '--check', '--log-level=warn', '.'],
	'dependency-cruiser': ['depcruise', 'src', 'content', '--output-type=err-long'],
	knip: ['knip', '--no-progress'],
	cspell: ['cspell', '--no-progress', '--no-summary', '--quiet', '**']
};

/** @typedef {keyof typeof TOOLS} Tool */

/** @param {Tool[]} queue @returns {Promise<[Tool, boolean][]>} one after the other, a failure stops nothing */
async function inTurn(queue) {
	/** @type {[Tool, boolean][]} */
	const results = [];
	for (const tool of queue) {
		const [command, ...args] = TOOLS[tool];
		const passed = (await run(command, args)) === 0;
		console.log(`${passed ? '✓' : '✗'} ${tool}`);
		results.push([tool, passed]);
	}
	return results;
}

/**
 * Runs what belongs to lint, and whatever else is asked for, on two cores.
 * @param {...Tool} others
 * @returns {Promise<[Tool, boolean][]>} each tool, and whether it found nothing
 */
export async function checkSources(...others) {
	// ESLint takes as long as all the others, so it has one core and they have the other.
	const queues = [inTurn(['eslint']), inTurn([...others, 'prettier', 'dependency-cruiser', 'knip', 'cspell'])];
	return (await Promise.all(queues)).flat();
}
