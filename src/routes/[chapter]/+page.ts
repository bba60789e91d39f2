import { error } from '@sveltejs/kit';
import type { Component } from 'svelte';
import type { PageLoadEvent } from './$types';

const words = import.meta.glob<{ default: Component }>('/content/chapters/*/index.svx');
const pathOf = (slug: string) => Object.keys(words).find((path) => path.endsWith(`-${slug}/index.svx`) && !path.includes('/00-'));

/** Every chapter but the first screen has an address of its own. */
export const entries = () => Object.keys(words).flatMap((path) => {
	const slug = /\/(?!00)\d\d-([a-z-]+)\//.exec(path)?.[1];
	return slug ? [{ chapter: slug }] : [];
});

export async function load({ params }: PageLoadEvent) {
	const path = pathOf(params.chapter);
	const loader = path === undefined ? undefined : words[path];
	if (!loader) error(404, 'There is no such chapter.');
	return { Words: (await loader()).default };
}
