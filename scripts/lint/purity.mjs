/** What the model does without, and what stands for a folder in an import, for ESLint. */
import globals from 'globals';
import { FOLDERS, allowedIn } from './layers.mjs';

const NO_DOM = 'What is drawn is a plain value up to scene, and the page begins in figures.';
const NO_CLOCK = 'Time is the virtual milliseconds of the world.';
const NO_TIMER = 'What happens later is a message in the queue of the world.';
const NO_CHANCE = 'Chance is a choice with named outcomes, or comes from a seed in the world.';
const NO_PLATFORM = 'The model runs anywhere: it knows neither a browser nor Node.';
const NO_ACTOR = 'Machines are moved by the pure functions initialTransition and transition.';

/** Neither a view of the world nor a way out of it. */
const HARMLESS = [...Object.keys(globals.builtin), 'TextEncoder', 'TextDecoder', 'URL', 'URLSearchParams'];
const platform = Object.keys({ ...globals.browser, ...globals.node }).filter((name) => !HARMLESS.includes(name));

/** Global names with what to do instead. @type {Readonly<Record<string, string>>} */
const IMPURE = {
	...Object.fromEntries(platform.map((name) => [name, NO_PLATFORM])),
	document: NO_DOM,
	window: NO_DOM,
	Date: NO_CLOCK,
	performance: NO_CLOCK,
	setTimeout: NO_TIMER,
	setInterval: NO_TIMER,
	setImmediate: NO_TIMER,
	queueMicrotask: NO_TIMER,
	requestAnimationFrame: 'Only session owns animation frames.',
	crypto: NO_CHANCE
};
const impure = Object.entries(IMPURE);

/** @type {import('eslint').Linter.RulesRecord} */
export const purityRules = {
	'@typescript-eslint/no-restricted-types': ['error', { types: { Date: NO_CLOCK } }],
	'no-restricted-globals': ['error', ...impure.map(([name, message]) => ({ name, message }))],
	'no-restricted-properties': [
		'error',
		{ object: 'Math', property: 'random', message: NO_CHANCE },
		...impure.map(([property, message]) => ({ object: 'globalThis', property, message }))
	]
};

/** For no-restricted-imports. */
export const noActors = { name: 'xstate', importNames: ['createActor', 'interpret', 'Actor'], message: NO_ACTOR };

/**
 * The text of an import by which a file of this folder names one that it may not know.
 * @param {string} folder one of FOLDERS
 * @returns {string | undefined} a regular expression; undefined where everything is allowed
 */
export function forbiddenImport(folder) {
	const isFeature = folder.startsWith('src/lib/ui/');
	const names = FOLDERS.filter((other) => !allowedIn(folder).includes(other)).map((other) => {
		const [name = '', part] = other.replace(/^src\/(lib\/)?/, '').split('/');
		// From a feature another one is its neighbour; from below they are all one folder.
		return isFeature && part ? part : name;
	});
	if (names.length === 0) return undefined;
	const start = String.raw`(\$lib\/|\/src\/(lib\/)?|(\.\/)?(\.\.\/)+(src\/)?(lib\/)?)`;
	return String.raw`^${start}${isFeature ? String.raw`(ui\/)?` : ''}(${[...new Set(names)].join('|')})(\/|$)`;
}
