import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../../src/lib/wire/bytes.ts';
import { WireError } from '../../../src/lib/wire/errors.ts';
import { emitIcmp, fieldsOfIcmp, icmpName, parseIcmp, type IcmpMessage } from '../../../src/lib/wire/icmp.ts';
import { anyBytes, anyUint, badFields, describeSturdy, inDirt, unnamedBits, valueOf } from './fuzzing.ts';

const anyEcho = fc.record({
	kind: fc.constantFrom('echoRequest' as const, 'echoReply' as const),
	identifier: anyUint(16),
	sequenceNumber: anyUint(16),
	data: anyBytes(80)
});
const anyOther = fc
	.record({ kind: fc.constant('other' as const), type: anyUint(8), code: anyUint(8), rest: anyBytes(80, 4) })
	.filter(({ type, code }) => code !== 0 || (type !== 0 && type !== 8));
const anyMessage: fc.Arbitrary<IcmpMessage> = fc.oneof(anyEcho, anyOther);

const PING: IcmpMessage = { kind: 'echoRequest', identifier: 757, sequenceNumber: 1, data: new Uint8Array() };
/** Worked out by hand: 0800 + 0000 + 02f5 + 0001 is 0af6, and its complement f509. */
const PING_BYTES = '0800f50902f50001';
/** Port unreachable, with nothing of the packet: 0303 is the sum, fcfc its complement. */
const UNREACHABLE = '0303fcfc00000000';

test('a ping is type 8 with identifier, sequence number and data', () => {
	expect(toHex(emitIcmp(PING))).toBe(PING_BYTES);
	expect(parseIcmp(fromHex(PING_BYTES))).toEqual({ ...PING, checksum: 0xf509, checksumIsRight: true });
});

test('its answer is type 0 with the same, and a checksum that is greater by 0800', () => {
	expect(toHex(emitIcmp({ ...PING, kind: 'echoReply' }))).toBe('0000fd0902f50001');
});

test('another message keeps what is behind its checksum', () => {
	expect(parseIcmp(fromHex(UNREACHABLE))).toEqual({
		kind: 'other',
		type: 3,
		code: 3,
		rest: new Uint8Array(4),
		checksum: 0xfcfc,
		checksumIsRight: true
	});
});

test('what is emitted is parsed as it was, with the right checksum, and has the length that was said', () => {
	fc.assert(
		fc.property(anyMessage, (message) => {
			const bytes = emitIcmp(message);
			expect(parseIcmp(bytes)).toEqual({ ...message, checksum: expect.any(Number) as number, checksumIsRight: true });
			expect(bytes).toHaveLength(message.kind === 'other' ? 4 + message.rest.length : 8 + message.data.length);
			const dirty =
				message.kind === 'other'
					? { ...message, rest: inDirt(message.rest) }
					: { ...message, data: inDirt(message.data) };
			expect(emitIcmp(dirty)).toEqual(bytes);
		})
	);
});

test('any one bit flipped is a wrong checksum', () => {
	const bytes = emitIcmp({ ...PING, data: fromHex('00112233445566') });
	for (let bit = 0; bit < 8 * bytes.length; bit++) {
		const flipped = Uint8Array.from(bytes, (byte, at) => (at === bit >> 3 ? byte ^ (0x80 >> (bit & 7)) : byte));
		expect(parseIcmp(flipped).checksumIsRight).toBe(false);
	}
});

test.each<[string, IcmpMessage]>([
	['an identifier of 17 bits', { ...PING, identifier: 65_536 }],
	['a sequence number below zero', { ...PING, sequenceNumber: -1 }],
	['an echo that calls itself other', { kind: 'other', type: 8, code: 0, rest: new Uint8Array(4) }],
	['a message of less than 8 bytes', { kind: 'other', type: 3, code: 1, rest: new Uint8Array(3) }],
	['a type of 9 bits', { kind: 'other', type: 256, code: 1, rest: new Uint8Array(4) }]
])('%s is not emitted', (_, message) => {
	expect(() => emitIcmp(message)).toThrow(WireError);
});

test('messages have names, and numbers where there are none', () => {
	expect([icmpName(3, 3), icmpName(11, 0), icmpName(8, 0), icmpName(3, 99), icmpName(40, 2)]).toEqual([
		'Destination unreachable (port unreachable)',
		'Time exceeded (time to live exceeded in transit)',
		'Echo request',
		'Destination unreachable',
		'Type 40, code 2'
	]);
});

describe('the fields', () => {
	test.each([PING_BYTES, UNREACHABLE, '2800d7ff00000000'])(
		'of %s name every bit of the header and say what they mean',
		(bytes) => {
			const fields = fieldsOfIcmp(fromHex(bytes));
			expect(unnamedBits(fields, 8)).toEqual([]);
			expect(badFields(fields, 8)).toEqual([]);
			expect(valueOf(fields, 'Checksum')).toMatch(/, good$/);
		}
	);

	test('say values for people', () => {
		expect(fieldsOfIcmp(fromHex(PING_BYTES)).map(({ value }) => value)).toEqual([
			'8, Echo request',
			'0',
			'0xf509, good',
			'757',
			'1'
		]);
		expect(valueOf(fieldsOfIcmp(fromHex(UNREACHABLE)), 'Code')).toBe('3, port unreachable');
	});

	test('say when the checksum is wrong, and when nobody can tell', () => {
		const wrong = fromHex(PING_BYTES.replace('f509', 'f508'));
		expect(valueOf(fieldsOfIcmp(wrong), 'Checksum')).toBe('0xf508, wrong');
		expect(valueOf(fieldsOfIcmp(wrong, false), 'Checksum')).toBe('0xf508, not checked');
	});
});

describeSturdy({ parseIcmp, fieldsOfIcmp }, [emitIcmp({ ...PING, data: fromHex('0011223344') }), fromHex(UNREACHABLE)]);
