import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/lib/ui/controls/chapters';
import { chosenIn, NO_PROGRESS, scoreOf, withAnswer, withoutAnswers } from '../../src/lib/ui/controls/progressData';
import { readProgress } from '../../src/lib/ui/controls/readProgress';

const question = (id: string): Question => ({
	id,
	asks: 'What happens?',
	moment: 'Connected',
	answers: [
		{ text: 'This.', right: true, because: 'It does.' },
		{ text: 'That.', because: 'It does not.' }
	]
});
const [one, other] = [question('one'), question('other')];

describe('an answer', () => {
	const kept = withAnswer(NO_PROGRESS, 'alive', one, 1);

	it('is kept for its chapter and its question only', () => {
		expect(chosenIn(kept, 'alive', one)).toBe(1);
		expect(chosenIn(kept, 'alive', other)).toBeNull();
		expect(chosenIn(kept, 'the-update', one)).toBeNull();
	});

	it('survives being written down and read again', () =>
		expect(chosenIn(readProgress(JSON.stringify(kept)), 'alive', one)).toBe(1));
	it('can be changed', () => expect(chosenIn(withAnswer(kept, 'alive', one, 0), 'alive', one)).toBe(0));
	it('counts as none once the question offers fewer answers', () =>
		expect(chosenIn(withAnswer(kept, 'alive', one, 2), 'alive', one)).toBeNull());

	it('can be cleared with the others of its chapter, and leaves those of other chapters', () => {
		const both = withAnswer(kept, 'the-update', one, 0);
		const cleared = withoutAnswers(both, 'alive', [one, other]);
		expect(chosenIn(cleared, 'alive', one)).toBeNull();
		expect(chosenIn(cleared, 'the-update', one)).toBe(0);
	});
});

describe('the score of a chapter', () => {
	it('says how many were asked, answered and right', () => {
		const kept = withAnswer(withAnswer(NO_PROGRESS, 'alive', one, 0), 'alive', other, 1);
		expect(scoreOf(kept, 'alive', [one, other])).toEqual({ asked: 2, answered: 2, right: 1 });
	});
	it('is nothing at first', () =>
		expect(scoreOf(NO_PROGRESS, 'alive', [one])).toEqual({ asked: 1, answered: 0, right: 0 }));
});

describe('damaged storage counts as nothing', () => {
	it.each([
		['nothing', null],
		['no JSON', '{"answers":'],
		['something else', '"hello"'],
		['a part', '{"answers":{}}'],
		['an answer that is no number', '{"answers":{"alive/one":"first"},"read":[],"askFirst":false}'],
		['an answer below nought', '{"answers":{"alive/one":-1},"read":[],"askFirst":false}'],
		['read chapters that are no list', '{"answers":{},"read":"all","askFirst":false}']
	])('%s', (_, text) => expect(readProgress(text)).toEqual(NO_PROGRESS));
});
