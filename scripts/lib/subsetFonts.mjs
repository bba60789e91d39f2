/**
 * The site’s type without what the site never writes: the letters of its words and drawings, and the weights in use. Two
 * files of 80 kB become less than half of that. In a build alone; the development server hands out the whole files.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { root } from './run.mjs';

/** What is written where: prose, and the words in code. */
const WRITTEN = ['content', 'src'];
const TEXT = /\.(svx|md|svelte|ts|css)$/;

/** Every character that stands in the sources, and printable ASCII. @returns {string} */
function lettersInUse() {
	const letters = new Set(Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)));
	for (const folder of WRITTEN) {
		for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
			if (!entry.isFile() || !TEXT.test(entry.name)) continue;
			for (const letter of readFileSync(join(entry.parentPath, entry.name), 'utf8')) letters.add(letter);
		}
	}
	return [...letters].join('');
}

/** The lightest and the boldest that a style sheet asks for. */
const WEIGHTS = { min: 400, max: 750, default: 400 };

/** @returns {import('vite').Plugin} */
export const subsetFonts = () => ({
	name: 'subset-fonts',
	apply: 'build',
	async generateBundle(_, bundle) {
		const letters = lettersInUse();
		for (const asset of Object.values(bundle)) {
			if (asset.type !== 'asset' || !asset.fileName.endsWith('.woff2')) continue;
			const whole = Buffer.from(asset.source);
			asset.source = await subsetFont(whole, letters, { targetFormat: 'woff2', variationAxes: { wght: WEIGHTS } });
		}
	}
});
