/** Words of integers get numbers as a map of strings would give them, however many there are. */
import { expect, test } from 'vitest';
import { StateStore } from '../../../src/lib/check/stateStore.ts';

/** Words of any length up to nine, of which many are alike: a linear congruential generator (Numerical Recipes). */
function* someWords(count: number): Generator<number[]> {
	let seed = 1;
	const next = (below: number) => {
		seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((seed / 2 ** 32) * below);
	};
	for (let i = 0; i < count; i++) yield Array.from({ length: next(10) }, () => next(4));
}

test('equal words have one number, others the next, and every word can be read again', () => {
	const words = new StateStore();
	const known = new Map<string, number>();
	for (const word of someWords(60_000)) {
		const name = word.join();
		if (!known.has(name)) known.set(name, known.size);
		expect(words.of(Uint16Array.from(word), word.length)).toBe(known.get(name));
	}
	expect(words.count).toBe(known.size);
	expect(known.size).toBeGreaterThan(20_000);
	const read = new Uint16Array(10);
	for (const [name, number] of known) {
		const letters = Array.from(read.subarray(0, words.read(number, read)));
		expect(letters.join()).toBe(name);
		expect(letters.map((_, at) => words.letter(number, at))).toEqual(letters);
	}
});

test('letters behind a word’s end are no part of it', () => {
	const words = new StateStore();
	expect(words.of(Uint16Array.of(1, 2, 3), 2)).toBe(words.of(Uint16Array.of(1, 2, 9), 2));
});
