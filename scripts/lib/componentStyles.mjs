/** The styles of components as text, for drawings that leave the page and take them along. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

const ID = 'virtual:component-styles';

/**
 * A Vite plugin: `import styles from 'virtual:component-styles'` gives the compiled styles of every component in the
 * folders, with the class names by which Svelte keeps them apart. Svelte’s own plugin gives them to pages alone.
 * @param {string[]} folders from the project’s root
 * @returns {import('vite').Plugin}
 */
export const componentStyles = (folders) => ({
	name: 'component-styles',
	resolveId: (id) => (id === ID ? `\0${ID}` : null),
	async load(id) {
		if (id !== `\0${ID}`) return null;
		const files = folders.flatMap((folder) =>
			readdirSync(join(root, folder))
				.filter((name) => name.endsWith('.svelte'))
				.map((name) => join(root, folder, name))
		);
		const sheets = await Promise.all(files.map((file) => compiledStyles(this, file)));
		return `export default ${JSON.stringify(sheets.join('\n'))};`;
	}
});

/** @param {any} context Vite’s plugin context; its type does not know the environment of a server @param {string} file */
async function compiledStyles(context, file) {
	context.addWatchFile(file);
	// While developing, loading a file does not compile it.
	if (context.environment.mode === 'dev') await context.environment.transformRequest(file);
	else await context.load({ id: file });
	return context.getModuleInfo(file)?.meta.svelte?.css?.code ?? '';
}
