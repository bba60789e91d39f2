/** The key log that Wireshark decrypts with. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyLog, toBase64 } from '../../../src/lib/wire/keylog.ts';
import { PHONE, PHONE_EPHEMERAL, PRESHARED_KEY, refusal, SERVER } from './wireguard-cases.ts';

const ENTRY = {
	localStaticPrivateKey: PHONE.privateKey,
	remoteStaticPublicKey: SERVER.publicKey,
	localEphemeralPrivateKey: PHONE_EPHEMERAL.privateKey
};
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

test.each([
	['', ''],
	['f', 'Zg=='],
	['fo', 'Zm8='],
	['foo', 'Zm9v'],
	['foob', 'Zm9vYg=='],
	['fooba', 'Zm9vYmE='],
	['foobar', 'Zm9vYmFy']
])('“%s” in base64 is “%s” (RFC 4648 §10)', (text, expected) => {
	expect(toBase64(new TextEncoder().encode(text))).toBe(expected);
});

test('base64 is what others make of arbitrary bytes', () => {
	fc.assert(fc.property(fc.uint8Array(), (bytes) => void expect(toBase64(bytes)).toBe(base64(bytes))));
});

test('the keys of a handshake are three lines of 44 digits each', () => {
	expect(keyLog([ENTRY])).toBe(
		[
			`LOCAL_STATIC_PRIVATE_KEY = ${base64(PHONE.privateKey)}`,
			`REMOTE_STATIC_PUBLIC_KEY = ${base64(SERVER.publicKey)}`,
			`LOCAL_EPHEMERAL_PRIVATE_KEY = ${base64(PHONE_EPHEMERAL.privateKey)}`,
			''
		].join('\n')
	);
	expect(toBase64(PHONE.privateKey)).toHaveLength(44);
});

test('a preshared key stands right behind the ephemeral key of its handshake, where Wireshark looks for it', () => {
	const names = keyLog([{ ...ENTRY, presharedKey: PRESHARED_KEY }, ENTRY]).match(/^[A-Z_]+(?= = )/gm);
	const three = ['LOCAL_STATIC_PRIVATE_KEY', 'REMOTE_STATIC_PUBLIC_KEY', 'LOCAL_EPHEMERAL_PRIVATE_KEY'];
	expect(names).toEqual([...three, 'PRESHARED_KEY', ...three]);
});

test('no handshake makes an empty text, and a key that has not 32 bytes is refused by its name', () => {
	expect(keyLog([])).toBe('');
	expect(refusal(() => keyLog([{ ...ENTRY, remoteStaticPublicKey: new Uint8Array(31) }]))?.message).toBe(
		'REMOTE_STATIC_PUBLIC_KEY has 31 bytes; it takes exactly 32.'
	);
});
