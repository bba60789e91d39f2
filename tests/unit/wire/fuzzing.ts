/** What everything that reads bytes owes its callers, whatever the bytes are. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WireError } from '../../../src/lib/wire/errors.ts';
import { type Field } from '../../../src/lib/wire/fields.ts';

type Read = (bytes: Uint8Array) => unknown;

/** What came of it: a value, or a WireError within the bytes as a value. Everything else that is thrown goes on. */
function outcomeOf(read: Read, bytes: Uint8Array): unknown {
	try {
		return read(bytes);
	} catch (error) {
		if (!(error instanceof WireError)) throw error;
		expect(error.message).toMatch(/^[^\n]+\.$/);
		expect(error.offset).toBeGreaterThanOrEqual(0);
		expect(error.offset).toBeLessThanOrEqual(bytes.length);
		return { refused: error.message, offset: error.offset };
	}
}

/** The same bytes in the middle of a bigger buffer that is full of 0xff. */
export function inDirt(bytes: Uint8Array): Uint8Array {
	const buffer = new Uint8Array(bytes.length + 37).fill(0xff);
	buffer.set(bytes, 13);
	return buffer.subarray(13, 13 + bytes.length);
}

/** Tests of readers (by name) on samples that they understand. */
export function describeSturdy(readers: Readonly<Record<string, Read>>, samples: readonly Uint8Array[]): void {
	describe.each(Object.entries(readers))('%s', (_, read) => {
		test('gives a value or a WireError for a sample cut at any length', () => {
			for (const sample of samples)
				for (let length = 0; length <= sample.length; length++) outcomeOf(read, sample.subarray(0, length));
		});

		test('gives a value or a WireError for a sample with any one bit flipped', () => {
			for (const sample of samples) {
				for (let bit = 0; bit < 8 * sample.length; bit++) {
					const flipped = Uint8Array.from(sample, (byte, at) => (at === bit >> 3 ? byte ^ (0x80 >> (bit & 7)) : byte));
					outcomeOf(read, flipped);
				}
			}
		});

		test('gives a value or a WireError for any bytes at all', () => {
			fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void outcomeOf(read, bytes)));
		});

		test('sees nothing of what lies around its bytes, whole or cut, and leaves them as they are', () => {
			for (const sample of samples) {
				const copy = sample.slice();
				for (let length = 0; length <= sample.length; length++) {
					const clean = sample.slice(0, length);
					expect(outcomeOf(read, inDirt(clean))).toEqual(outcomeOf(read, clean));
				}
				expect(sample).toEqual(copy);
			}
		});
	});
}

/** The bits of the first `length` bytes that no field names, as “byte.bit”; a field without bits names all of its own. */
export function unnamedBits(fields: readonly Field[], length: number): string[] {
	const named = new Set(
		fields.flatMap(({ offset, length: size, bits: [first, last] = [0, 8 * size - 1] }) =>
			Array.from({ length: last - first + 1 }, (_, i) => 8 * offset + first + i)
		)
	);
	return Array.from({ length: 8 * length }, (_, bit) => bit)
		.filter((bit) => !named.has(bit))
		.map((bit) => `${bit >> 3}.${bit & 7}`);
}

/** Fields that break the promises of `Field`: they lie within the layer, have a value, and a sentence that ends. */
export const badFields = (fields: readonly Field[], length: number): Field[] =>
	fields.filter(
		({ name, offset, length: size, bits, value, means }) =>
			name === '' ||
			value === '' ||
			!/^[A-Z0-9“].+\.$/s.test(means) ||
			size < 1 ||
			offset < 0 ||
			offset + size > length ||
			(bits !== undefined && (bits[0] > bits[1] || bits[1] >= 8 * size))
	);

/** The value of the first field of this name. */
export const valueOf = (fields: readonly Field[], name: string): string | undefined =>
	fields.find((field) => field.name === name)?.value;

export const anyBytes = (maxLength: number, minLength = 0) => fc.uint8Array({ minLength, maxLength });
export const anyUint = (bits: number) => fc.integer({ min: 0, max: 2 ** bits - 1 });
export const anyAddresses = fc.record({ source: fc.ipV4(), destination: fc.ipV4() });
