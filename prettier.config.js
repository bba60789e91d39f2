/** @type {import('prettier').Config} */
export default {
	useTabs: true,
	singleQuote: true,
	trailingComma: 'none',
	printWidth: 120,
	plugins: ['prettier-plugin-svelte'],
	overrides: [
		{ files: '*.svelte', options: { parser: 'svelte' } },
		// YAML allows no tabs.
		{ files: ['*.yml', '*.yaml'], options: { useTabs: false, tabWidth: 2 } }
	]
};
