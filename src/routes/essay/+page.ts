import type { Component } from 'svelte';
import { readQuestions } from '$lib/ui/controls/chapters';
import type { PageLoadEvent } from './$types';

/** Nothing on this page moves: it is complete as it comes, and needs no scripts. */
export const csr = false;

// Not eager: a chapter that any page imports for good has no file of its own any more by which SvelteKit finds its styles for the other pages.
const files = import.meta.glob<{ default: Component; metadata: unknown }>('/content/chapters/*/index.svx');

/** The words and the questions of every chapter, in the order of the story. */
export async function load({ data }: PageLoadEvent) {
	const inOrder = Object.entries(files).sort(([one], [other]) => one.localeCompare(other));
	const texts = inOrder.map(async ([path, loader]) => {
		const { default: Words, metadata } = await loader();
		return { Words, questions: readQuestions(path, metadata) };
	});
	return { ...data, texts: await Promise.all(texts) };
}
