/** Keys and bytes from a seed: the same seed and label give the same bytes always and everywhere. Never for real secrets. */
import { chacha20 } from '@noble/ciphers/chacha.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { concat, viewOf } from './bytes';
import { WireError } from './errors';
import { hash, publicKeyOf, type KeyPair } from './primitives';

/** In front of the seed stands its length in bytes, so that “ab” and “c” are not “a” and “bc”. */
const LENGTH_BYTES = 4;
/** RFC 8439 §2.4. */
const NONCE_BYTES = 12;

/**
 * A key that looks random and is always the same: BLAKE2s of the length of the seed in UTF-8 bytes (32 bits, big
 * endian), the seed and the label.
 * @param seed of the whole run
 * @param label what the key is for; give every use its own
 * @returns 32 bytes
 */
export function keyFrom(seed: string, label: string): Uint8Array {
	const seedBytes = utf8ToBytes(seed);
	const length = new Uint8Array(LENGTH_BYTES);
	viewOf(length).setUint32(0, seedBytes.length);
	return hash(length, seedBytes, utf8ToBytes(label));
}

/**
 * A pair of keys that looks random and is always the same. RFC 7748 §5.
 * @param seed of the whole run
 * @param label what the keys are for; give every use its own
 * @returns X25519 keys of 32 bytes; the private one is clamped
 */
export function keyPairFrom(seed: string, label: string): KeyPair {
	const privateKey = clamped(keyFrom(seed, label));
	return { privateKey, publicKey: publicKeyOf(privateKey) };
}

/**
 * Bytes that look random and are always the same: the ChaCha20 key stream of `keyFrom`. RFC 8439 §2.4.
 * @param seed of the whole run
 * @param label what the bytes are for; give every use its own
 * @param length how many bytes; more bytes begin with the same ones
 * @returns so many bytes
 */
export function bytesFrom(seed: string, label: string, length: number): Uint8Array {
	if (!Number.isSafeInteger(length) || length < 0)
		throw new WireError(0, `It is impossible to make ${length} bytes; a whole number from 0 is allowed.`);
	return chacha20(keyFrom(seed, label), new Uint8Array(NONCE_BYTES), new Uint8Array(length));
}

/** RFC 7748 §5, decodeScalar25519: a multiple of 8, the highest bit clear, the one below set. */
function clamped(key: Uint8Array): Uint8Array {
	const [first = 0] = key;
	const last = key.at(-1) ?? 0;
	return concat(
		Uint8Array.of(first & 0b1111_1000),
		key.subarray(1, -1),
		Uint8Array.of((last & 0b0111_1111) | 0b0100_0000)
	);
}
