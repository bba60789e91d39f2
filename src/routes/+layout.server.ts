import { readChapters } from '$lib/ui/chapters';

/** Every page knows the chapters, for its navigation. Read once, when the site is built. */
export function load() {
	const heads = import.meta.glob('/content/chapters/*/index.svx', { eager: true, import: 'metadata' });
	return { chapters: readChapters(heads) };
}
