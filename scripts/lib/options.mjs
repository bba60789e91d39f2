/** Options of a script that each take one of a few words. What is wrong is said in one sentence, with what is allowed. */
import { parseArgs } from 'node:util';

/**
 * Ends the process with exit code 2 when an option is unknown or its word is not allowed.
 * @param {Record<string, readonly string[] | true>} allowed the words of each option; true for a switch
 * @returns {Record<string, any>} what was given
 */
export function readOptions(allowed) {
	const kinds = Object.entries(allowed).map(([name, words]) => [name, { type: words === true ? 'boolean' : 'string' }]);
	const values = parsed(Object.fromEntries(kinds));
	const fits =
		values && Object.entries(values).every(([name, word]) => allowed[name] === word || allowed[name].includes?.(word));
	if (fits) return values;
	const uses = Object.entries(allowed).map(
		([name, words]) => `--${name}${words === true ? '' : ` ${words.join('|')}`}`
	);
	console.error(`The options are ${uses.join(', ')}.`);
	process.exit(2);
}

function parsed(options) {
	try {
		return parseArgs({ options }).values;
	} catch {
		return null;
	}
}
