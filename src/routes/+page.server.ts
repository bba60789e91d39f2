import { metadata } from '$content/chapters/00-one-switch/index.svx';
import { readQuestions } from '$lib/ui/chapters';

/** The head is read when the site is built; a browser gets what came of it. */
export const load = () => ({ questions: readQuestions('content/chapters/00-one-switch/index.svx', metadata) });
