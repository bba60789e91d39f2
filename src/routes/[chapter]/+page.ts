import { loadFigure } from '$lib/scenarios/figureSpecs/load';
import { prewarm } from '$lib/session/prewarm';
import { error } from '@sveltejs/kit';
import type { Component } from 'svelte';
import type { PageLoadEvent } from './$types';

const files = import.meta.glob<Component>(['/content/chapters/*/index.svx', '!/content/chapters/00-*/index.svx'], {
	import: 'default'
});
const pathOf = (slug: string) => Object.keys(files).find((path) => path.endsWith(`-${slug}/index.svx`));

/** Every chapter but the first screen has an address of its own. */
export const entries = () =>
	Object.keys(files).flatMap((path) => {
		const slug = /\/\d\d-([a-z-]+)\//.exec(path)?.[1];
		return slug ? [{ chapter: slug }] : [];
	});

export async function load({ params, data }: PageLoadEvent) {
	const path = pathOf(params.chapter);
	const loader = path === undefined ? undefined : files[path];
	if (!loader) error(404, 'There is no such chapter.');
	const [Words, spec] = await Promise.all([loader(), loadFigure(data.figure).then(prewarm)]);
	return { ...data, spec, Words };
}
