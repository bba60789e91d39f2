import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Names and habits that this project has decided against, each with what to do instead. */
const restricted = [
	{
		selector: 'TSEnumDeclaration',
		message: 'Use a union of string literals: it serialises as what it says and leaves no code behind.'
	},
	{
		selector: 'MemberExpression[object.name="document"][property.name="cookie"]',
		message: 'The site sets no cookies.'
	}
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
			'no-restricted-syntax': ['error', ...restricted],
			'no-restricted-imports': [
				'error',
				{
					paths: [
						{ name: '$app/stores', message: 'Use $app/state: the next SvelteKit has no $app/stores.' },
						{ name: 'd3-transition', message: 'Model time belongs to the player; interpolate instead.' }
					]
				}
			],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			// The address of a moment is this page with another query: nothing to resolve.
			'svelte/no-navigation-without-resolve': ['error', { ignoreReplaceState: true }],
			// A leading underscore says that a name has to be there and is not needed.
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
		}
	},
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
