/** Which addresses belong on the map of the site. */

/**
 * @param slugs the chapters’ slugs in the order of the story, the first screen’s empty
 * @param files the page files; those with a parameter stand for chapters, which are there by their slugs
 */
export function pathsOf(slugs: readonly string[], files: readonly string[]): string[] {
	const own = files.flatMap(
		(file) => /\/src\/routes\/((?:[^/[\]()]+\/)*[^/[\]()]+)\/\+page\.svelte$/.exec(file)?.[1] ?? []
	);
	return [...slugs, ...own.sort()].map((name) => (name === '' ? '/' : `/${name}/`));
}

/** The map as XML. No address has a character that XML would read as its own. */
export function sitemapOf(site: string, paths: readonly string[]): string {
	const urls = paths.map((path) => `\t<url><loc>${site}${path}</loc></url>`);
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
		...urls,
		'</urlset>',
		''
	].join('\n');
}
