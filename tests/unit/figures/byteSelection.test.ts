/** Which bytes are lit because others are pointed at. */
import { describe, expect, test } from 'vitest';
import { fieldAt, openedBytes, placeOf, sealedBytes } from '../../../src/lib/figures/packets/byteSelection.ts';
import { fromHex } from '../../../src/lib/wire/bytes.ts';
import { dissect } from '../../../src/lib/wire/dissect.ts';

const PING = fromHex(
	'4500001c' + '00014000' + '4001' + '0000' + '0a400c22' + '0a400001' + '0800' + 'f7f7' + '00070001'
);
const block = { title: '', note: '', bytes: PING, problem: null, sealed: null, layers: dissect(PING, 'ipv4').layers };

test('a byte belongs to the narrowest field that it is in', () => {
	expect(fieldAt(block, 13)).toMatchObject({ offset: 12, length: 4, field: { name: 'Source Address' } });
	expect(fieldAt(block, 24).field?.name).toBe('Identifier');
	expect(fieldAt(block, 99)).toEqual({ offset: 99, length: 1, field: null });
});

test('a place is given in decimal and as the offsets beside the bytes', () => {
	expect(placeOf({ offset: 106, length: 16 })).toBe('bytes 106 to 121 (0x006a to 0x0079)');
	expect(placeOf({ offset: 9, length: 1 })).toBe('byte 9 (0x0009)');
});

describe('between an envelope and what is in it, byte for byte', () => {
	const sealed = { offset: 58, length: 48 };

	test('bytes of the content are found in the envelope, as far as they are in it', () => {
		expect(sealedBytes(sealed, { offset: 44, length: 4 })).toEqual({ offset: 102, length: 4 });
		expect(sealedBytes(sealed, { offset: 40, length: 20 })).toEqual({ offset: 98, length: 8 });
		expect(sealedBytes(sealed, { offset: 48, length: 1 })).toBe(null);
	});

	test('and bytes of the envelope in the content, those that are encrypted', () => {
		expect(openedBytes(sealed, { offset: 50, length: 20 })).toEqual({ offset: 0, length: 12 });
		expect(openedBytes(sealed, sealed)).toEqual({ offset: 0, length: 48 });
		expect(openedBytes(sealed, { offset: 106, length: 16 })).toBe(null);
	});

	test('nowhere where there is no envelope, or nothing is pointed at', () => {
		expect([
			sealedBytes(null, sealed),
			sealedBytes(sealed, null),
			openedBytes(null, sealed),
			openedBytes(sealed, null)
		]).toEqual([null, null, null, null]);
	});
});
