/**
 * The order of the folders in src, for the tools that hold it: dependency-cruiser sees every import that can be
 * resolved, ESLint sees the rest and keeps the model pure.
 */

/** Each knows itself and the folders before it. */
const LAYERS = [
	...['wire', 'machines', 'sim', 'scenarios', 'check', 'capture', 'scene'],
	...['figures', 'session', 'ui/controls']
].map((name) => `src/lib/${name}`);
/** What a visitor sees: each knows the layers, and never another feature. */
const FEATURES = ['chapter', 'lab', 'packets', 'verdicts', 'evidence', 'api'].map((name) => `src/lib/ui/${name}`);
/** What is served, last of all. */
const SERVED = ['src/embed', 'src/routes'];
/** Where everything may be seen, and which nothing of the site knows: it is never served. */
const PLAYGROUND = 'src/playground';
export const PAGES = [...SERVED, PLAYGROUND];

/** Imports nothing of the project but itself. */
const FIRST = 'src/lib/wire';
/** Prose and files, which come before all code. */
export const BEFORE_CODE = ['content', 'static'];
export const FOLDERS = [...LAYERS, ...FEATURES, ...PAGES];
/** Here nothing knows that there is a browser, a clock or chance. */
export const PURE = LAYERS.slice(0, LAYERS.indexOf('src/lib/scene') + 1);
/** Here components live; what they import as types alone leaves no trace in what Svelte compiles. */
export const DRAWN = FOLDERS.filter((folder) => !PURE.includes(folder));

/** @param {string} folder one of FOLDERS @returns {string[]} the folders that it may import from, itself among them */
export function allowedIn(folder) {
	if (folder === FIRST) return [FIRST];
	const place = LAYERS.indexOf(folder);
	if (place >= 0) return [...BEFORE_CODE, ...LAYERS.slice(0, place + 1)];
	if (FEATURES.includes(folder)) return [...BEFORE_CODE, ...LAYERS, folder];
	if (folder === PLAYGROUND) return [...BEFORE_CODE, ...LAYERS, ...FEATURES, PLAYGROUND];
	return [...BEFORE_CODE, ...LAYERS, ...FEATURES, ...SERVED.slice(0, SERVED.indexOf(folder) + 1)];
}

/** @param {string} folder one of FOLDERS @returns {string} what is allowed there, as a sentence */
export const orderSentence = (folder) =>
	folder === FIRST
		? `${FIRST} imports nothing of the project but itself.`
		: `${folder} imports only from ${allowedIn(folder).join(', ')}.`;
