import { addressOf, readChapters } from '$lib/ui/controls/chapters';
import { faultsOf } from '$lib/ui/chapter/chapterFaults';

const PAGES = Object.keys(import.meta.glob('/src/routes/**/+page.svelte'));
const TEXTS = import.meta.glob<string>('/content/chapters/*/index.svx', {
	eager: true,
	query: '?raw',
	import: 'default'
});

/** Every page knows the chapters, for its navigation. Read once, when the site is built, which stops when any of them is at fault. */
export function load() {
	const heads = import.meta.glob('/content/chapters/*/index.svx', { eager: true, import: 'metadata' });
	const files = Object.keys(heads);
	const pages = [
		...PAGES.map((path) => path.replace('/src/routes', '').replace('+page.svelte', '')),
		...files.map(addressOf)
	];
	const faults = files.flatMap((file) =>
		faultsOf({ file, text: TEXTS[file] ?? '', head: heads[file], address: addressOf(file) }, pages)
	);
	if (faults.length > 0) throw new Error(`The prose is at fault:\n${faults.join('\n')}`);
	return { chapters: readChapters(heads) };
}
