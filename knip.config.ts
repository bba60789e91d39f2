import type { KnipConfig } from 'knip';
import { PURE } from './scripts/lint/layers.mjs';

/** What stands in script tags, and the imports in markup: as TypeScript, which is what knip reads. */
const scripts = (text: string) => {
	const tags = Array.from(text.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g), ([, attributes = '', code = '']) =>
		// What the script of an instance exports is for whoever holds the component, by bind:this.
		/\bmodule\b/.test(attributes) ? code : code.replace(/^\s*export (?=const|function|async)/gm, '')
	);
	const markup = text.replace(/<script\b[^]*?<\/script>/g, '');
	return [...tags, ...Array.from(markup.matchAll(/\bimport\([^)]*\)/g), ([code]) => code)].join(';\n');
};

/** An exclamation mark stands for what is shipped or used by a person: `--production` asks about these alone. */
export default {
	entry: [
		// The public functions of each layer of the library.
		...PURE.map((folder) => `${folder}/index.ts!`),
		// Read as whole folders, by import.meta.glob.
		'content/{chapters/*/index.svx,*.md,lessons/*.md}!',
		// The layout of the chapters, named in svelte.config.js.
		'src/lib/ui/controls/Prose.svelte!',
		'scripts/*.{ts,mjs}!',
		// Started or loaded by name.
		'scripts/bench/{checker,longRun,model,seek}.ts!',
		'scripts/bench/page/main.svelte.ts!',
		'src/playground/{main,app/*}.ts',
		'scripts/shots/readme.mjs!',
		'scripts/check/everyPhone.ts!',
		'scripts/lint/resolve.mjs',
		'tests/unit/sim/coldProcess.ts',
		'tests/unit/machines/writeTransitionList.ts'
	],
	project: [
		'{src,content}/**/*.{ts,svelte,svx}!',
		'scripts/**/*.{ts,mjs,svelte}',
		'tests/**/*.ts',
		'content/{*.md,lessons/*.md}!',
		'*.{js,ts,mjs}'
	],
	playwright: { config: 'tests/e2e/playwright.config.ts' },
	compilers: { svelte: scripts, svx: scripts, md: scripts },
	// Accessibility tests load their driver by this name: the version has to be that of the tests.
	ignoreDependencies: [
		'playwright',
		// Files: their names are put together from family and weight.
		'@fontsource/source-code-pro',
		'@fontsource/source-sans-3',
		'@fontsource/source-serif-4',
		// Run by scripts/lib/sourceChecks.mjs.
		'cspell'
	],
	// Installed by the tests themselves, where they can be.
	ignoreBinaries: ['tshark', 'apt-get']
} satisfies KnipConfig;
