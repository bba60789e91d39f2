import { describe, expect, it } from 'vitest';
import { addressOf, readChapters, readHead, readQuestions } from '../../src/lib/ui/controls/chapters';

const head = (changes: object = {}) => ({
	title: 'A chapter',
	description: 'What it is about.',
	figure: 'alive',
	...changes
});
const ANSWERS = [
	{ text: 'Yes.', right: true, because: 'It does.' },
	{ text: 'No.', because: 'It does.' }
];
const question = (changes: object = {}) => ({
	id: 'why',
	asks: 'Why?',
	moment: 'Connected',
	answers: ANSWERS,
	...changes
});
const faults = (changes: object) => {
	const read = readHead(head(changes));
	return 'faults' in read ? read.faults : [];
};

describe('the chapters', () => {
	it('come in the order of their numbers, with the addresses that their folders name, and without their questions', () => {
		const chapters = readChapters({
			'/content/chapters/03-third/index.svx': head({ questions: [question()] }),
			'/content/chapters/00-first/index.svx': head()
		});
		expect(chapters).toEqual([
			{ ...head(), number: 0, slug: '' },
			{ ...head(), number: 3, slug: 'third' }
		]);
	});

	it('have addresses: the first screen’s is the root', () => {
		expect(addressOf('/content/chapters/00-one-switch/index.svx')).toBe('/');
		expect(addressOf('/content/chapters/08-the-update/index.svx')).toBe('/the-update/');
	});

	it('keep their questions for their own page', () =>
		expect(readQuestions('any', head({ questions: [question()] }))).toEqual([question()]));
	it('need not ask anything', () => expect(readQuestions('any', head())).toEqual([]));

	it('name the file when a head is wrong', () =>
		expect(() => readChapters({ '/content/chapters/01-why/index.svx': {} })).toThrow(
			'/content/chapters/01-why/index.svx: The head’s “title”'
		));
	it('name the file when a folder is', () =>
		expect(() => addressOf('/content/chapters/why/index.svx')).toThrow(
			'/content/chapters/why/index.svx: a chapter’s folder is called NN-slug.'
		));
});

describe('a head is refused', () => {
	it.each([
		['without a title', { title: undefined }, 'The head’s “title” must be text.'],
		[
			'with a description that is too long',
			{ description: 'x'.repeat(201) },
			'The head’s “description” must have at most 200 characters.'
		],
		['with a figure that there is not', { figure: 'sketch' }, 'The head’s “figure” must be a figure.'],
		[
			'with something that a head does not say',
			{ author: 'me' },
			'The head’s “author” is nothing that a head can say.'
		],
		[
			'with a question whose name is not one',
			{ questions: [question({ id: 'Why?' })] },
			'The head’s “questions.0.id” must be lower-case letters and hyphens.'
		],
		[
			'with a scenario that there is not',
			{ questions: [question({ scenario: 'nowhere' })] },
			'The head’s “questions.0.scenario” must be a scenario.'
		],
		[
			'with a single answer',
			{ questions: [question({ answers: [ANSWERS[0]] })] },
			'The head’s “questions.0.answers” must be at least two.'
		],
		[
			'with five answers',
			{ questions: [question({ answers: [...ANSWERS, ANSWERS[1], ANSWERS[1], ANSWERS[1]] })] },
			'The head’s “questions.0.answers” must be at most four.'
		],
		[
			'with an answer that is marked as wrong',
			{ questions: [question({ answers: [{ ...ANSWERS[0], right: false }, ANSWERS[1]] })] },
			'The head’s “questions.0.answers.0.right” is true, or is left out.'
		],
		[
			'with an answer that does not say why',
			{ questions: [question({ answers: [{ text: 'Yes.', right: true }, ANSWERS[1]] })] },
			'The head’s “questions.0.answers.0.because” is missing or is not what it should be.'
		]
	])('%s', (_, changes, fault) => expect(faults(changes)).toEqual([fault]));
});
