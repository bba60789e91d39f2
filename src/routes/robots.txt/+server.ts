import { SITE_URL } from '$env/static/public';

export const prerender = true;

/** Everybody may read everything; the map says what there is. */
export const GET = () =>
	new Response(`User-agent: *\nAllow: /\n\nSitemap: ${SITE_URL}/sitemap.xml\n`, {
		headers: { 'Content-Type': 'text/plain' }
	});
