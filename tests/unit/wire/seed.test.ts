/** Keys and bytes from a seed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toHex } from '../../../src/lib/wire/bytes.ts';
import { bytesFrom, keyFrom, keyPairFrom } from '../../../src/lib/wire/seed.ts';
import { blake2s, publicOf } from './second-wireguard.ts';
import { refusal } from './wireguard-cases.ts';

test('a key is BLAKE2s of the length of the seed, the seed and the label', () => {
	expect(toHex(keyFrom('späť', 'phone'))).toBe(
		toHex(blake2s(Buffer.concat([Buffer.of(0, 0, 0, 6), Buffer.from('späťphone')])))
	);
});

test('the same seed and label give the same bytes in every version: captures made with them stay the same', () => {
	expect(toHex(keyFrom('seed', 'label'))).toBe('b367adde9b38af862c69c9a97a5647b753bfb1e232bacdae566d541df9898b2f');
	expect(toHex(keyPairFrom('seed', 'label').publicKey)).toBe(
		'6c9e155651d5c00725db7209899b8a91ee60837f234b9a84f7ae9a4d7e2d9c40'
	);
	expect(toHex(bytesFrom('seed', 'label', 16))).toBe('1e1e5e1e619407486f074428a1ff18e9');
});

test('where the seed ends and the label begins makes a difference', () => {
	expect(keyFrom('ab', 'c')).not.toEqual(keyFrom('a', 'bc'));
	expect(keyFrom('', 'abc')).not.toEqual(keyFrom('abc', ''));
	fc.assert(
		fc.property(fc.tuple(fc.string(), fc.string()), fc.tuple(fc.string(), fc.string()), (one, other) => {
			expect(toHex(keyFrom(...one)) === toHex(keyFrom(...other))).toBe(one[0] === other[0] && one[1] === other[1]);
		})
	);
});

test('a private key is clamped as in RFC 7748 §5, and the public key is its own', () => {
	for (const label of ['a', 'b', 'c', 'd', 'e']) {
		const { privateKey, publicKey } = keyPairFrom('tests', label);
		expect((privateKey[0] ?? 0) & 0b0000_0111).toBe(0);
		expect((privateKey[31] ?? 0) & 0b1100_0000).toBe(0b0100_0000);
		expect(toHex(privateKey.subarray(1, 31))).toBe(toHex(keyFrom('tests', label).subarray(1, 31)));
		expect(toHex(publicKey)).toBe(toHex(publicOf(privateKey)));
	}
});

test('bytes come in any number, and more of them begin with the fewer', () => {
	const many = bytesFrom('tests', 'payload', 5000);
	for (const length of [0, 1, 63, 64, 65, 4999])
		expect(bytesFrom('tests', 'payload', length)).toEqual(many.subarray(0, length));
	expect(bytesFrom('tests', 'another', 64)).not.toEqual(many.subarray(0, 64));
	expect(new Set(many).size).toBe(256);
	for (const length of [-1, 1.5, NaN, Infinity])
		expect(refusal(() => bytesFrom('tests', 'payload', length))).not.toBeNull();
});
