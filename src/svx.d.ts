// A chapter: what its head says, and its words as a component.
declare module '*.svx' {
	import type { Component } from 'svelte';

	const words: Component;
	export default words;
	export const metadata: unknown;
}

// The same for a page that is prose and nothing else.
declare module '*.md' {
	import type { Component } from 'svelte';

	const words: Component;
	export default words;
}
