import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import { DRAWN, FOLDERS, PURE, orderSentence } from './scripts/lint/layers.mjs';
import { forbiddenImport, noActors, purityRules } from './scripts/lint/purity.mjs';
import svelteConfig from './svelte.config.js';

/** Names and habits that this project has decided against, each with what to do instead. */
const restrictedSyntax = [
	{
		selector: 'TSEnumDeclaration',
		message: 'Use a union of string literals: it serialises as what it says and leaves no code behind.'
	},
	{
		selector: 'MemberExpression[object.name="document"][property.name="cookie"]',
		message: 'The site sets no cookies.'
	}
];
const restrictedImports = [
	{ name: '$app/stores', message: 'Use $app/state: the next SvelteKit has no $app/stores.' },
	{ name: 'd3-transition', message: 'Model time belongs to the player; interpolate instead.' }
];

/** Ways to another file that dependency-cruiser does not see, kept from leaving their folder. */
const hiddenPaths = [
	{
		selector:
			'NewExpression[arguments.1.object.type="MetaProperty"] > .arguments:first-child:not(Literal[value=/^\\.\\u002f(?!.*\\.\\.)/])',
		message: 'A worker or an asset lies beside the module that names it: "./name".'
	}
];
const globs = {
	selector: 'CallExpression[callee.object.type="MetaProperty"][callee.property.name="glob"]',
	message: 'Only src/routes reads whole folders.'
};

/** Options of one rule replace those that came before, so each folder says all of them. */
const syntax = (...more) => ({ 'no-restricted-syntax': ['error', ...restrictedSyntax, ...more] });
const imports = ({ paths = [], ...more } = {}) => ({
	'no-restricted-imports': ['error', { paths: [...restrictedImports, ...paths], ...more }]
});

const filesIn = (folders, files = '*') => folders.map((folder) => `${folder}/**/${files}`);

/** The order of the folders, where dependency-cruiser does not see it. */
const layers = [
	{ files: ['src/**'], rules: syntax(...hiddenPaths) },
	{ files: ['src/lib/**'], rules: syntax(...hiddenPaths, globs) },
	{
		files: ['src/*/**'],
		ignores: filesIn(FOLDERS),
		rules: syntax({ selector: 'Program', message: `A source file belongs to one of ${FOLDERS.join(', ')}.` })
	},
	{ files: filesIn(PURE), rules: { ...purityRules, ...imports({ paths: [noActors] }) } },
	{
		files: [...filesIn(PURE, '*.svelte'), ...filesIn(PURE, '*.svelte.*')],
		rules: syntax({ selector: 'Program', message: 'Nothing in the model is Svelte; components begin in figures.' })
	},
	// What a component imports as a type alone leaves no trace in what Svelte compiles.
	...DRAWN.flatMap((folder) => {
		const regex = forbiddenImport(folder);
		if (!regex) return [];
		const message = orderSentence(folder);
		return {
			files: filesIn([folder], '*.svelte'),
			rules: {
				...imports({ patterns: [{ regex, message }] }),
				...syntax(...hiddenPaths, globs, { selector: `TSImportType Literal[value=/${regex}/]`, message })
			}
		};
	})
];

export default defineConfig(
	{ ignores: ['build/', '.svelte-kit/', 'shots/', 'test-results/', 'playwright-report/', 'bench-results/'] },
	js.configs.recommended,
	ts.configs.recommendedTypeChecked,
	svelte.configs.recommended,
	{
		languageOptions: {
			parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] }
		},
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			// TypeScript knows which names exist.
			'no-undef': 'off',
			...syntax(),
			...imports(),
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			// The address of a moment is this page with another query: nothing to resolve.
			'svelte/no-navigation-without-resolve': ['error', { ignoreReplaceState: true }],
			// A leading underscore says that a name has to be there and is not needed.
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
		}
	},
	{ files: ['src/lib/**'], rules: { 'max-lines': ['error', 300] } },
	...layers,
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	{
		// ESLint does not see the types that pass between components (props, snippets, page data); svelte-check does.
		files: ['**/*.svelte'],
		rules: Object.fromEntries(
			['argument', 'assignment', 'call', 'member-access', 'return'].map((what) => [
				`@typescript-eslint/no-unsafe-${what}`,
				'off'
			])
		)
	},
	{
		// Plain Node, outside the TypeScript project.
		files: ['**/*.js', '**/*.mjs', '*.config.ts', 'scripts/**/*.ts'],
		extends: [ts.configs.disableTypeChecked],
		languageOptions: { globals: globals.node }
	},
	{
		files: ['**/*.js', '**/*.mjs'],
		rules: { 'no-undef': 'error' }
	}
);
