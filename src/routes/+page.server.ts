import { metadata } from '$content/chapters/00-one-switch/index.svx';
import { readChapter } from '$lib/ui/controls/chapters';

/** The head is read when the site is built; a browser gets what came of it. */
export const load = () => readChapter('content/chapters/00-one-switch/index.svx', metadata);
