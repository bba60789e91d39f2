import Words, { metadata } from '$content/chapters/00-one-switch/index.svx';
import { readQuestions } from '$lib/ui/chapters';

export const load = () => ({ Words, questions: readQuestions('content/chapters/00-one-switch/index.svx', metadata) });
