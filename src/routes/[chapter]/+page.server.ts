import { error } from '@sveltejs/kit';
import { checkGrid } from '$lib/check/apiGrid';
import { readChapter } from '$lib/ui/controls/chapters';
import { proof } from '$lib/ui/chapter/proof';
import type { PageServerLoadEvent } from './$types';

const heads = import.meta.glob('/content/chapters/*/index.svx', { eager: true, import: 'metadata' });

/** What the checker says in a chapter, found while the site is built. */
const CHECKED: Readonly<Record<string, () => object | Promise<object>>> = {
	'holding-it-harder': () => ({ grid: checkGrid() }),
	'the-proof': async () => ({ proof: await proof() })
};

/** The head is read when the site is built; a browser gets what came of it. */
export async function load({ params }: PageServerLoadEvent) {
	const file = Object.keys(heads).find((path) => path.endsWith(`-${params.chapter}/index.svx`));
	if (file === undefined) error(404, 'There is no such chapter.');
	return { ...readChapter(file, heads[file]), ...(await CHECKED[params.chapter]?.()) };
}
