import { SITE_URL } from '$env/static/public';
import { readChapters } from '$lib/ui/controls/chapters';
import { moduleNames } from '$lib/ui/api/reflections';
import project from 'virtual:api';
import { pathsOf, sitemapOf } from './paths';

export const prerender = true;

const heads = import.meta.glob('/content/chapters/*/index.svx', { eager: true, import: 'metadata' });
const pages = import.meta.glob('/src/routes/**/+page.svelte');

/** Every page there is: the chapters, each page with a folder of its own, and the modules of the model. */
export const GET = () => {
	const slugs = readChapters(heads).map(({ slug }) => slug);
	const modules = moduleNames(project).map((name) => `/api/${name}/`);
	return new Response(sitemapOf(SITE_URL, [...pathsOf(slugs, Object.keys(pages)), ...modules]), {
		headers: { 'Content-Type': 'application/xml' }
	});
};
