import { error } from '@sveltejs/kit';
import { readChapters } from '$lib/ui/controls/chapters';
import { pictureOf } from './picture';
import { pngOf } from './png';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

const CHAPTERS = readChapters(
	import.meta.glob('/content/chapters/*/index.svx', { eager: true, import: 'metadata' })
).map((chapter) => ({ ...chapter, name: chapter.slug || 'first-screen' }));

/** One picture a chapter, by its slug; the first screen has none, so it is called what it is. */
export const entries: EntryGenerator = () => CHAPTERS.map(({ name }) => ({ chapter: name }));

/** The picture that a link to a chapter is shown with. */
export const GET: RequestHandler = async ({ params }) => {
	const chapter = CHAPTERS.find(({ name }) => name === params.chapter) ?? error(404, 'There is no such chapter.');
	return new Response(await pngOf(await pictureOf(chapter)), { headers: { 'Content-Type': 'image/png' } });
};
