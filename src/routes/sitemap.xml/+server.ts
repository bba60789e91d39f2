import { SITE_URL } from '$env/static/public';
import { readChapters } from '$lib/ui/controls/chapters';
import { pathsOf, sitemapOf } from './paths';

export const prerender = true;

const heads = import.meta.glob('/content/chapters/*/index.svx', { eager: true, import: 'metadata' });
const pages = import.meta.glob('/src/routes/**/+page.svelte');

/** Every page there is: the chapters, and each page with a folder of its own. */
export const GET = () => {
	const slugs = readChapters(heads).map(({ slug }) => slug);
	return new Response(sitemapOf(SITE_URL, pathsOf(slugs, Object.keys(pages))), {
		headers: { 'Content-Type': 'application/xml' }
	});
};
