import { describe, expect, test } from 'vitest';
import { concat, fromHex } from '../../../src/lib/wire/bytes.ts';
import { keyLog, parseKeyLog } from '../../../src/lib/wire/keylog.ts';
import { withPadding } from '../../../src/lib/wire/padding.ts';
import { dissectPlaintext } from '../../../src/lib/wire/plaintext.ts';

const PING = fromHex(
	'4500001c' + '00014000' + '4001' + '0000' + '0a400c22' + '0a400001' + '0800' + 'f7f7' + '00070001'
);

describe('what was in an envelope', () => {
	test('ends in its padding, which is a layer of its own', () => {
		const { layers, problem } = dissectPlaintext(withPadding(PING));
		expect(layers.map(({ name, offset, length }) => [name, offset, length])).toEqual([
			['Internet Protocol, version 4', 0, 20],
			['Internet Control Message Protocol', 20, 8],
			['Padding', 28, 4]
		]);
		expect([layers.at(-1)?.fields[0]?.value, problem]).toEqual(['4 zeros', null]);
	});

	test('has no such layer when its length is a multiple of 16 already', () => {
		const packet = concat(PING, fromHex('00000000'));
		packet[3] = 32;
		expect(dissectPlaintext(withPadding(packet)).layers.map(({ name }) => name)).not.toContain('Padding');
	});

	test('may be filled up with something else, which is shown', () => {
		expect(dissectPlaintext(concat(PING, fromHex('00ff'))).layers.at(-1)?.fields[0]?.value).toBe('00ff');
	});

	test('may be no packet at all', () => {
		expect(dissectPlaintext(fromHex('00'.repeat(32))).problem?.sentence).toContain('version is 0');
		expect(dissectPlaintext(new Uint8Array()).layers).toEqual([]);
	});
});

describe('a key log', () => {
	const key = (byte: number) => new Uint8Array(32).fill(byte);
	const entry = { localStaticPrivateKey: key(1), remoteStaticPublicKey: key(2), localEphemeralPrivateKey: key(3) };

	test('is read as it is written, keys that come again once, a preshared key with the ephemeral key before it', () => {
		const text = keyLog([
			{ ...entry, presharedKey: key(4) },
			{ ...entry, localEphemeralPrivateKey: key(255) }
		]);
		expect(parseKeyLog(text)).toEqual({
			staticPrivateKeys: [key(1)],
			remoteStaticPublicKeys: [key(2)],
			ephemerals: [
				{ privateKey: key(3), presharedKey: key(4) },
				{ privateKey: key(255), presharedKey: undefined }
			]
		});
	});

	test('has lines that are none, and they are left out', () => {
		const text = `# keys\r\nPRESHARED_KEY = ${'A'.repeat(43)}=\nLOCAL_STATIC_PRIVATE_KEY = short=\nOTHER = ${'A'.repeat(43)}=\n`;
		expect(parseKeyLog(text)).toEqual({ staticPrivateKeys: [], remoteStaticPublicKeys: [], ephemerals: [] });
	});
});
