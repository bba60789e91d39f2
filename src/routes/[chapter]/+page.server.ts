import { error } from '@sveltejs/kit';
import { readChapter } from '$lib/ui/chapters';
import { proof } from '$lib/ui/proof';
import type { PageServerLoadEvent } from './$types';

const heads = import.meta.glob('/content/chapters/*/index.svx', { eager: true, import: 'metadata' });

/** The head is read when the site is built; a browser gets what came of it. The chapter of the proof comes with what the checker said. */
export function load({ params }: PageServerLoadEvent) {
	const file = Object.keys(heads).find((path) => path.endsWith(`-${params.chapter}/index.svx`));
	if (file === undefined) error(404, 'There is no such chapter.');
	return { ...readChapter(file, heads[file]), ...(params.chapter === 'the-proof' ? { proof: proof() } : {}) };
}
