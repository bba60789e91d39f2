/** Vectors of integers get numbers as a map of strings would give them, however many there are. */
import { expect, test } from 'vitest';
import { StateStore } from '../../../src/lib/check/stateStore.ts';

/** Vectors of any length up to nine, of which many are alike: a linear congruential generator (Numerical Recipes). */
function* someVectors(count: number): Generator<number[]> {
	let seed = 1;
	const next = (below: number) => {
		seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((seed / 2 ** 32) * below);
	};
	for (let i = 0; i < count; i++) yield Array.from({ length: next(10) }, () => next(4));
}

test('equal vectors have one number, others the next, and every vector can be read again', () => {
	const store = new StateStore();
	const known = new Map<string, number>();
	for (const vector of someVectors(60_000)) {
		const key = vector.join();
		if (!known.has(key)) known.set(key, known.size);
		expect(store.of(Uint16Array.from(vector), vector.length)).toBe(known.get(key));
	}
	expect(store.count).toBe(known.size);
	expect(known.size).toBeGreaterThan(20_000);
	const read = new Uint16Array(10);
	for (const [key, number] of known) {
		const integers = Array.from(read.subarray(0, store.read(number, read)));
		expect(integers.join()).toBe(key);
		expect(integers.map((_, place) => store.at(number, place))).toEqual(integers);
	}
});

test('integers behind a vector’s end are no part of it', () => {
	const store = new StateStore();
	expect(store.of(Uint16Array.of(1, 2, 3), 2)).toBe(store.of(Uint16Array.of(1, 2, 9), 2));
});
