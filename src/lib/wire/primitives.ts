/** The functions that the WireGuard paper §5.4 is written in, each over a published package. Lengths are in bytes. */
import { chacha20poly1305, xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { equalBytes } from '@noble/ciphers/utils.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { blake2s } from '@noble/hashes/blake2.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { concat, viewOf } from './bytes';
import { WireError } from './errors';
import { counted } from './values';

/** WireGuard paper §5.4: keys and hashes have 32 bytes, a Mac has 16. */
export const KEY_BYTES = 32;
const HASH_BYTES = 32;
export const MAC_BYTES = 16;
/** RFC 8439 §2.8: 12 bytes, of which WireGuard fills the last 8 with a counter. */
const NONCE_BYTES = 12;
const COUNTER_OFFSET = 4;

/** A pair of X25519 keys, 32 bytes each. RFC 7748 §5. */
export interface KeyPair {
	readonly privateKey: Uint8Array;
	readonly publicKey: Uint8Array;
}

/** The bytes themselves when there are exactly so many; a WireError otherwise. */
export function exactly(bytes: Uint8Array, length: number, what: string): Uint8Array {
	if (bytes.length !== length)
		throw new WireError(0, `${what} has ${counted(bytes.length, 'byte')}; it takes exactly ${length}.`);
	return bytes;
}

/** Whether they are the same bytes, in a time that does not tell where they differ. */
export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => equalBytes(one, other);

/** Hash: BLAKE2s, 32 bytes, of all the parts one after the other. RFC 7693. */
export const hash = (...parts: readonly Uint8Array[]): Uint8Array => blake2s(concat(...parts));

/** Mac: keyed BLAKE2s, 16 bytes. RFC 7693 §2.9. */
export const mac = (key: Uint8Array, input: Uint8Array): Uint8Array => blake2s(input, { key, dkLen: MAC_BYTES });

/** Kdf with one, two or three keys of 32 bytes: HKDF (RFC 5869) over HMAC-BLAKE2s without “info”. */
export function kdf1(key: Uint8Array, input: Uint8Array): Uint8Array {
	return hkdf(blake2s, input, key, undefined, HASH_BYTES);
}

export function kdf2(key: Uint8Array, input: Uint8Array): [Uint8Array, Uint8Array] {
	const all = hkdf(blake2s, input, key, undefined, 2 * HASH_BYTES);
	return [all.slice(0, HASH_BYTES), all.slice(HASH_BYTES)];
}

export function kdf3(key: Uint8Array, input: Uint8Array): [Uint8Array, Uint8Array, Uint8Array] {
	const all = hkdf(blake2s, input, key, undefined, 3 * HASH_BYTES);
	return [all.slice(0, HASH_BYTES), all.slice(HASH_BYTES, 2 * HASH_BYTES), all.slice(2 * HASH_BYTES)];
}

/** The public key of a private one: X25519 with the base point. RFC 7748 §6.1. */
export const publicKeyOf = (privateKey: Uint8Array): Uint8Array =>
	x25519.getPublicKey(exactly(privateKey, KEY_BYTES, 'A private key'));

/**
 * DH: X25519, 32 bytes. RFC 7748 §5.
 * @param offset of the public key in the message, for the WireError that a key brings whose secret would be zero for everybody (RFC 7748 §6.1)
 */
export function dh(privateKey: Uint8Array, publicKey: Uint8Array, offset: number): Uint8Array {
	exactly(privateKey, KEY_BYTES, 'A private key');
	exactly(publicKey, KEY_BYTES, 'A public key');
	try {
		return x25519.getSharedSecret(privateKey, publicKey);
	} catch {
		throw new WireError(
			offset,
			'This public key makes the same shared secret with every other key; only keys that do not are allowed.'
		);
	}
}

function nonceOf(counter: bigint): Uint8Array {
	const nonce = new Uint8Array(NONCE_BYTES);
	viewOf(nonce).setBigUint64(COUNTER_OFFSET, counter, true);
	return nonce;
}

/** Aead: ChaCha20-Poly1305 (RFC 8439 §2.8), the encrypted bytes with the tag of 16 behind them. The counter has 64 bits. */
export const seal = (key: Uint8Array, counter: bigint, plain: Uint8Array, authenticated: Uint8Array): Uint8Array =>
	chacha20poly1305(key, nonceOf(counter), authenticated).encrypt(plain);

/** The way back; a WireError at this offset when the tag is wrong. */
export function unseal(
	key: Uint8Array,
	counter: bigint,
	sealed: Uint8Array,
	authenticated: Uint8Array,
	offset: number,
	what: string
): Uint8Array {
	return opened(() => chacha20poly1305(key, nonceOf(counter), authenticated).decrypt(sealed), offset, what);
}

/** Xaead: XChaCha20-Poly1305 with a nonce of 24 bytes. draft-irtf-cfrg-xchacha-03 §2. */
export const sealX = (key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, authenticated: Uint8Array): Uint8Array =>
	xchacha20poly1305(key, nonce, authenticated).encrypt(plain);

/** The way back; a WireError at this offset when the tag is wrong. */
export function unsealX(
	key: Uint8Array,
	nonce: Uint8Array,
	sealed: Uint8Array,
	authenticated: Uint8Array,
	offset: number,
	what: string
): Uint8Array {
	return opened(() => xchacha20poly1305(key, nonce, authenticated).decrypt(sealed), offset, what);
}

function opened(decrypt: () => Uint8Array, offset: number, what: string): Uint8Array {
	try {
		return decrypt();
	} catch {
		throw new WireError(
			offset,
			`The tag of the ${what} is wrong: it was encrypted with other keys or has been changed, and only the original is allowed.`
		);
	}
}
