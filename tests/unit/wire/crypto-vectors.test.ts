/** Published vectors, through the functions that the handshake uses, and through the second implementation that it is compared with. */
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../../src/lib/wire/bytes.ts';
import {
	dh,
	hash,
	kdf1,
	kdf2,
	kdf3,
	mac,
	publicKeyOf,
	seal,
	sealX,
	unseal,
	unsealX
} from '../../../src/lib/wire/primitives.ts';
import aead from '../../vectors/aead.json';
import blake2s from '../../vectors/blake2s.json';
import kdf from '../../vectors/kdf.json';
import x25519 from '../../vectors/x25519.json';
import * as second from './second-wireguard.ts';
import { range, refusal } from './wireguard-cases.ts';

const counting = (length: number) => Uint8Array.from(range(0, length));
const text = (words: string) => new TextEncoder().encode(words);

describe('BLAKE2s', () => {
	test('of “abc” is what RFC 7693 appendix B says', () => {
		expect(toHex(hash(text('abc')))).toBe(blake2s.abc);
		expect(toHex(hash(text('a'), text(''), text('bc')))).toBe(blake2s.abc);
		expect(toHex(second.blake2s(text('abc')))).toBe(blake2s.abc);
	});

	test.each(blake2s.plain)('of $length bytes is what the known answer test says', ({ length, out }) => {
		expect(toHex(hash(counting(length)))).toBe(out);
		expect(toHex(second.blake2s(counting(length)))).toBe(out);
	});

	test.each(blake2s.keyed)('with a key, of $length bytes, is what the known answer test says', ({ length, out }) => {
		expect(toHex(second.blake2s(counting(length), { key: counting(32) }))).toBe(out);
	});

	test('with a key and 16 bytes long, as Mac, is the same in both implementations', () => {
		for (const length of [0, 1, 63, 64, 65, 116, 132]) {
			for (const key of [counting(16), counting(32)]) {
				expect(toHex(mac(key, counting(length)))).toBe(toHex(second.blake2s(counting(length), { key, length: 16 })));
			}
		}
	});
});

test.each(kdf.cases)('Kdf of “$input” is what WireGuard’s own test says', ({ key, input, out }) => {
	const [first, next, third] = kdf3(fromHex(key), fromHex(input));
	expect([first, next, third].map(toHex)).toEqual(out);
	expect(kdf2(fromHex(key), fromHex(input)).map(toHex)).toEqual(out.slice(0, 2));
	expect(toHex(kdf1(fromHex(key), fromHex(input)))).toBe(out[0]);
	expect(second.kdf(fromHex(key), fromHex(input)).map(toHex)).toEqual(out);
});

describe('X25519', () => {
	test.each(x25519.products)('$scalar times $u is what RFC 7748 §5.2 says', ({ scalar, u, out }) => {
		expect(toHex(dh(fromHex(scalar), fromHex(u), 0))).toBe(out);
		expect(toHex(second.x25519(fromHex(scalar), fromHex(u)))).toBe(out);
	});

	test.each(x25519.fedBack)('fed back $times times is what RFC 7748 §5.2 says', ({ times, out }) => {
		let [k, u] = [fromHex(`09${'00'.repeat(31)}`), fromHex(`09${'00'.repeat(31)}`)];
		for (let i = 0; i < times; i++) [k, u] = [dh(k, u, 0), k];
		expect(toHex(k)).toBe(out);
	});

	test('gives Alice and Bob of RFC 7748 §6.1 their public keys and their secret', () => {
		const [alice, bob] = [fromHex(x25519.alice.privateKey), fromHex(x25519.bob.privateKey)];
		expect(toHex(publicKeyOf(alice))).toBe(x25519.alice.publicKey);
		expect(toHex(publicKeyOf(bob))).toBe(x25519.bob.publicKey);
		expect(toHex(dh(alice, publicKeyOf(bob), 0))).toBe(x25519.shared);
		expect(toHex(dh(bob, publicKeyOf(alice), 0))).toBe(x25519.shared);
		expect(toHex(second.publicOf(alice))).toBe(x25519.alice.publicKey);
	});

	test.each([
		'00'.repeat(32),
		`01${'00'.repeat(31)}`,
		'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f'
	])('refuses the public key %s, whose secret would be zero (RFC 7748 §6.1)', (u) => {
		expect(refusal(() => dh(counting(32), fromHex(u), 8))?.offset).toBe(8);
	});

	test('refuses keys that have not 32 bytes', () => {
		expect(refusal(() => publicKeyOf(counting(31)))).not.toBeNull();
		expect(refusal(() => dh(counting(33), counting(32), 0))).not.toBeNull();
		expect(refusal(() => dh(counting(32), counting(31), 0))).not.toBeNull();
	});
});

describe('authenticated encryption', () => {
	const [plain, key, authenticated] = [text(aead.plain), fromHex(aead.key), fromHex(aead.authenticated)];

	test('is what RFC 8439 §2.8.2 says, in the second implementation, which takes the whole nonce', () => {
		const { nonce, sealed } = aead.chacha20poly1305;
		expect(toHex(second.encrypt(key, fromHex(nonce), plain, authenticated))).toBe(sealed);
		expect(second.decrypt(key, fromHex(nonce), fromHex(sealed), authenticated).toString()).toBe(aead.plain);
	});

	test('is the same in both implementations for every counter: 4 zeros and 64 bits, little endian', () => {
		for (const [counter, nonce] of [
			[0n, '000000000000000000000000'],
			[1n, '000000000100000000000000'],
			[0x0123_4567_89ab_cdefn, '00000000efcdab8967452301'],
			[2n ** 64n - 1n, '00000000ffffffffffffffff']
		] as const) {
			const sealed = seal(key, counter, plain, authenticated);
			expect(toHex(sealed)).toBe(toHex(second.encrypt(key, fromHex(nonce), plain, authenticated)));
			expect(unseal(key, counter, sealed, authenticated, 0, 'packet')).toEqual(plain);
		}
	});

	test('with a nonce of 24 bytes is what the draft says (draft-irtf-cfrg-xchacha-03 §A.3.1)', () => {
		const { nonce, sealed } = aead.xchacha20poly1305;
		expect(toHex(sealX(key, fromHex(nonce), plain, authenticated))).toBe(sealed);
		expect(unsealX(key, fromHex(nonce), fromHex(sealed), authenticated, 0, 'cookie')).toEqual(plain);
		const subkey = second.hchacha20(key, fromHex(nonce).subarray(0, 16));
		expect(toHex(second.encrypt(subkey, second.xNonce(fromHex(nonce)), plain, authenticated))).toBe(sealed);
	});

	test('derives the key for it as the draft says (draft-irtf-cfrg-xchacha-03 §2.2.1), in the second implementation', () => {
		const { key, nonce, out } = aead.hchacha20;
		expect(toHex(second.hchacha20(fromHex(key), fromHex(nonce)))).toBe(out);
	});

	test('refuses what was sealed with another key, counter or authenticated text, or is shorter than a tag', () => {
		const sealed = seal(key, 7n, plain, authenticated);
		expect(refusal(() => unseal(counting(32), 7n, sealed, authenticated, 16, 'packet'))?.offset).toBe(16);
		expect(refusal(() => unseal(key, 8n, sealed, authenticated, 16, 'packet'))?.message).toContain(
			'tag of the packet is wrong'
		);
		expect(refusal(() => unseal(key, 7n, sealed, plain, 16, 'packet'))).not.toBeNull();
		expect(refusal(() => unseal(key, 7n, sealed.subarray(0, 15), authenticated, 16, 'packet'))).not.toBeNull();
	});
});
