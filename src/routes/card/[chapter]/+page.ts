import type { EntryGenerator } from './$types';

/** A card is looked at once, by the camera that makes a picture of it. */
export const csr = false;

const words = import.meta.glob('/content/chapters/*/index.svx');

/** One card a chapter, by its slug; the first screen has none, so it is called what it is. */
export const entries: EntryGenerator = () =>
	Object.keys(words).flatMap((path) => {
		const [, number, slug] = /\/(\d\d)-([a-z-]+)\//.exec(path) ?? [];
		return slug === undefined ? [] : [{ chapter: number === '00' ? 'first-screen' : slug }];
	});
