/** WireGuard messages as bytes and back, without their cryptography. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../../src/lib/wire/bytes.ts';
import {
	emitWireGuard,
	fieldsOfWireGuard,
	REJECT_AFTER_MESSAGES,
	looksLikeWireGuard,
	parseWireGuard,
	type WireGuardMessage
} from '../../../src/lib/wire/wireguard.ts';
import * as timers from '../../../src/lib/wire/wireguardTimers.ts';
import { amidst, flipped, range, refusal } from './wireguard-cases.ts';

const index = fc.nat({ max: 0xffff_ffff });
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const macs = { mac1: bytes(16), mac2: bytes(16) };
const anyMessage: fc.Arbitrary<WireGuardMessage> = fc.oneof(
	fc.record({
		type: fc.constant('handshakeInitiation' as const),
		sender: index,
		ephemeral: bytes(32),
		static: bytes(48),
		timestamp: bytes(28),
		...macs
	}),
	fc.record({
		type: fc.constant('handshakeResponse' as const),
		sender: index,
		receiver: index,
		ephemeral: bytes(32),
		empty: bytes(16),
		...macs
	}),
	fc.record({ type: fc.constant('cookieReply' as const), receiver: index, nonce: bytes(24), cookie: bytes(32) }),
	fc.record({
		type: fc.constant('transportData' as const),
		receiver: index,
		counter: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
		encryptedPacket: fc.uint8Array({ minLength: 16, maxLength: 1500 })
	})
);

const run = (first: number, length: number) => Uint8Array.from(range(first, first + length));
const INITIATION = {
	type: 'handshakeInitiation',
	sender: 0x0403_0201,
	ephemeral: run(0x08, 32),
	static: run(0x28, 48),
	timestamp: run(0x58, 28),
	mac1: run(0x74, 16),
	mac2: new Uint8Array(16)
} as const;
const RESPONSE = {
	type: 'handshakeResponse',
	sender: 0x0403_0201,
	receiver: 0xfffe_fdfc,
	ephemeral: run(0x0c, 32),
	empty: run(0x2c, 16),
	mac1: run(0x3c, 16),
	mac2: run(0x4c, 16)
} as const;
const COOKIE_REPLY = {
	type: 'cookieReply',
	receiver: 0x0403_0201,
	nonce: run(0x08, 24),
	cookie: run(0x20, 32)
} as const;
const DATA = {
	type: 'transportData',
	receiver: 0x0403_0201,
	counter: 0xf0e0_d0c0_b0a0_9080n,
	encryptedPacket: run(0x10, 32)
} as const;
const EACH = [INITIATION, RESPONSE, COOKIE_REPLY, DATA] as const;
const hexOf = (first: number, length: number) => toHex(run(first, length));

describe('the bytes of', () => {
	test('a handshake initiation are the figure of WireGuard paper §5.4.2', () => {
		expect(toHex(emitWireGuard(INITIATION))).toBe(
			`01000000${'01020304'}${hexOf(0x08, 32 + 48 + 28 + 16)}${'00'.repeat(16)}`
		);
	});

	test('a handshake response are the figure of §5.4.3', () => {
		expect(toHex(emitWireGuard(RESPONSE))).toBe(`02000000${'01020304'}${'fcfdfeff'}${hexOf(0x0c, 32 + 16 + 16 + 16)}`);
	});

	test('a cookie reply are the figure of §5.4.7', () => {
		expect(toHex(emitWireGuard(COOKIE_REPLY))).toBe(`03000000${'01020304'}${hexOf(0x08, 24 + 32)}`);
	});

	test('transport data are the figure of §5.4.6, the counter with all of its 64 bits', () => {
		expect(toHex(emitWireGuard(DATA))).toBe(`04000000${'01020304'}${'8090a0b0c0d0e0f0'}${hexOf(0x10, 32)}`);
	});

	test('each are 148, 92, 64 and 32 long, and more with a packet in it', () => {
		expect(EACH.map((message) => emitWireGuard(message).length)).toEqual([148, 92, 64, 48]);
		expect(emitWireGuard({ ...DATA, encryptedPacket: new Uint8Array(16) })).toHaveLength(32);
	});
});

test('what was emitted is parsed to the same message', () => {
	fc.assert(fc.property(anyMessage, (message) => void expect(parseWireGuard(emitWireGuard(message))).toEqual(message)));
});

test('a message is parsed the same in the middle of a bigger buffer full of 0xff, and is a copy', () => {
	fc.assert(
		fc.property(anyMessage, (message) => {
			const inside = amidst(emitWireGuard(message));
			const parsed = parseWireGuard(inside);
			const fields = fieldsOfWireGuard(inside);
			expect(fields).toEqual(fieldsOfWireGuard(emitWireGuard(message)));
			inside.fill(0);
			expect(parsed).toEqual(message);
		})
	);
});

test.each(EACH)('a $type cut short is refused at every length', (message) => {
	const whole = emitWireGuard(message);
	const least = message.type === 'transportData' ? 32 : whole.length;
	for (const length of range(0, whole.length)) {
		const cut = whole.subarray(0, length);
		expect(looksLikeWireGuard(cut)).toBe(length >= least);
		expect(refusal(() => parseWireGuard(cut)) !== null).toBe(length < least);
		expect(refusal(() => fieldsOfWireGuard(cut)) !== null).toBe(length < least);
	}
});

test('bytes behind a handshake message or a cookie reply are refused', () => {
	for (const message of [INITIATION, RESPONSE, COOKIE_REPLY]) {
		const longer = Uint8Array.of(...emitWireGuard(message), 0);
		expect(looksLikeWireGuard(longer)).toBe(false);
		expect(refusal(() => parseWireGuard(longer))?.message).toContain(`exactly ${longer.length - 1} bytes`);
	}
});

test.each(EACH)(
	'every bit flipped in a $type is refused in its first four bytes, or gives a message with that bit flipped',
	(message) => {
		const whole = emitWireGuard(message);
		for (const bit of range(0, whole.length * 8)) {
			const changed = flipped(whole, bit);
			const refused = refusal(() => parseWireGuard(changed)) !== null;
			expect(looksLikeWireGuard(changed)).toBe(!refused);
			// No two types that differ in one bit take the same number of bytes.
			expect(refused).toBe(bit < 32);
			if (!refused) {
				expect(emitWireGuard(parseWireGuard(changed))).toEqual(changed);
				fieldsOfWireGuard(changed);
			}
		}
	}
);

test('arbitrary bytes are parsed or refused with a WireError, and looksLikeWireGuard knows which', () => {
	const startsWell = fc
		.tuple(fc.constantFrom(1, 2, 3, 4), fc.uint8Array({ maxLength: 160 }))
		.map(([type, rest]) => Uint8Array.of(type, 0, 0, 0, ...rest));
	fc.assert(
		fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), startsWell), (given) => {
			expect(looksLikeWireGuard(given)).toBe(refusal(() => parseWireGuard(given)) === null);
		})
	);
});

test('a type that WireGuard does not have, and a reserved byte in use, are named with their offset', () => {
	expect(refusal(() => parseWireGuard(fromHex('05000000')))).toMatchObject({
		offset: 0,
		message: 'The type is 5; WireGuard has 1, 2, 3 and 4.'
	});
	expect(refusal(() => parseWireGuard(fromHex('04000100')))).toMatchObject({ offset: 2 });
});

test('numbers that are too big and parts of the wrong length are not emitted', () => {
	for (const sender of [-1, 2 ** 32, 1.5, NaN])
		expect(refusal(() => emitWireGuard({ ...INITIATION, sender }))?.offset).toBe(4);
	for (const counter of [-1n, 2n ** 64n]) expect(refusal(() => emitWireGuard({ ...DATA, counter }))?.offset).toBe(8);
	expect(refusal(() => emitWireGuard({ ...INITIATION, ephemeral: run(0, 31) }))?.message).toBe(
		'The ephemeral has 31 bytes; it takes 32.'
	);
	expect(refusal(() => emitWireGuard({ ...RESPONSE, mac2: run(0, 17) }))?.offset).toBe(76);
	expect(refusal(() => emitWireGuard({ ...DATA, encryptedPacket: run(0, 15) }))?.message).toContain('at least 16');
});

describe('the fields for an inspector', () => {
	test('cover every byte once, in order, each with a value and a sentence', () => {
		fc.assert(
			fc.property(anyMessage, (message) => {
				const fields = fieldsOfWireGuard(emitWireGuard(message));
				let end = 0;
				for (const { offset, length, value, means } of fields) {
					expect(offset).toBe(end);
					expect(value).not.toBe('');
					expect(means).toMatch(/^[A-Z0-9].*\.$/);
					end = offset + length;
				}
				expect(end).toBe(emitWireGuard(message).length);
			})
		);
	});

	const valuesOf = (message: WireGuardMessage) =>
		Object.fromEntries(fieldsOfWireGuard(emitWireGuard(message)).map(({ name, value }) => [name, value]));

	test('have the names of the paper and show values for people', () => {
		expect(valuesOf(INITIATION)).toEqual({
			type: '1, handshake initiation',
			reserved: '000000',
			sender: '0x04030201',
			ephemeral: `${hexOf(0x08, 16)}… (32 bytes)`,
			static: `${hexOf(0x28, 16)}… (48 bytes)`,
			timestamp: `${hexOf(0x58, 16)}… (28 bytes)`,
			mac1: hexOf(0x74, 16),
			mac2: '00'.repeat(16)
		});
		expect(Object.keys(valuesOf(RESPONSE))).toEqual([
			'type',
			'reserved',
			'sender',
			'receiver',
			'ephemeral',
			'empty',
			'mac1',
			'mac2'
		]);
		expect(Object.keys(valuesOf(COOKIE_REPLY))).toEqual(['type', 'reserved', 'receiver', 'nonce', 'cookie']);
		expect(valuesOf(DATA)).toMatchObject({
			counter: '17357102489901502592',
			encryptedPacket: '16 bytes',
			authenticationTag: hexOf(0x20, 16)
		});
	});

	test('say that an empty packet is a keepalive, and whether mac2 is in use', () => {
		const keepalive = fieldsOfWireGuard(emitWireGuard({ ...DATA, encryptedPacket: run(0, 16) }));
		expect(keepalive.map(({ name }) => name)).toEqual(['type', 'reserved', 'receiver', 'counter', 'authenticationTag']);
		expect(keepalive.at(-1)?.means).toContain('keepalive');
		expect(fieldsOfWireGuard(emitWireGuard(INITIATION)).at(-1)?.means).toContain('All zero');
		expect(fieldsOfWireGuard(emitWireGuard(RESPONSE)).at(-1)?.means).toContain('cookie reply');
	});
});

test('limits and timers are those of WireGuard paper §6.1', () => {
	expect(REJECT_AFTER_MESSAGES).toBe(18_446_744_073_709_543_423n);
	expect({ ...timers }).toEqual({ REKEY_AFTER_MS: 120_000, REKEY_TIMEOUT_MS: 5_000 });
});

test('looking at a message loads no cryptography', () => {
	const loaded = new Set<string>();
	const load = (name: string): void => {
		if (loaded.has(name)) return;
		loaded.add(name);
		const text = readFileSync(new URL(`../../../src/lib/wire/${name}.ts`, import.meta.url), 'utf8');
		for (const [, from = ''] of text.matchAll(/ from '([^']+)'/g)) {
			expect(from).toMatch(/^\.\//);
			load(from.slice(2));
		}
	};
	load('wireguard');
	expect([...loaded]).toContain('wireguardFields');
});
