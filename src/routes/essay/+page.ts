import type { Component } from 'svelte';
import { readQuestions } from '$lib/ui/chapters';
import type { PageLoadEvent } from './$types';

/** Nothing on this page moves: it is complete as it comes, and needs no scripts. */
export const csr = false;

const files = import.meta.glob<{ default: Component; metadata: unknown }>('/content/chapters/*/index.svx', { eager: true });

/** The words and the questions of every chapter, in the order of the story. */
export const load = ({ data }: PageLoadEvent) => ({
	...data,
	texts: Object.entries(files)
		.sort(([one], [other]) => one.localeCompare(other))
		.map(([path, { default: Words, metadata }]) => ({ Words, questions: readQuestions(path, metadata) }))
});
