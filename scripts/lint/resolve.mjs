/** How the site's modules are found, in the form in which dependency-cruiser asks: as a webpack configuration. */
import { join } from 'node:path';
import svelteConfig from '../../svelte.config.js';

const aliases = { $lib: 'src/lib', ...svelteConfig.kit?.alias };

/** @param {string} root the folder that holds src @returns {Record<string, string>} */
export const aliasesIn = (root) =>
	Object.fromEntries(Object.entries(aliases).map(([name, path]) => [name, join(root, path)]));

export default { resolve: { alias: aliasesIn(join(import.meta.dirname, '../..')) } };
