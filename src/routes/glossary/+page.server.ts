import { GLOSSARY, TERM_IDS } from '$content/glossary';

/** The words of the chapters as they are written, to see which terms they explain. */
const texts = import.meta.glob<string>('/content/chapters/*/index.svx', {
	query: '?raw',
	import: 'default',
	eager: true
});

/** The number of each chapter that explains a term, in the order of the story. */
const numbersOf = (id: string): number[] =>
	Object.keys(texts)
		.filter((path) => texts[path]?.includes(`<Term id="${id}"`))
		.map((path) => Number(/\/(\d\d)-/.exec(path)?.[1]))
		.sort((a, b) => a - b);

/** The glossary in alphabetical order, each term with the chapters that lead to it. Read once, when the site is built. */
export const load = () => ({
	terms: TERM_IDS.map((id) => ({ id, ...GLOSSARY[id], numbers: numbersOf(id) })).sort((a, b) =>
		a.term.localeCompare(b.term, 'en')
	)
});
