import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, fromHex, toHex } from '../../../src/lib/wire/bytes.ts';
import {
	addressOfRecord,
	DNS_FLAGS,
	DNS_TYPE,
	dnsFlags,
	emitDns,
	hostAddress,
	parseDns,
	type DnsMessage
} from '../../../src/lib/wire/dns.ts';
import { fieldsOfDns, summaryOfDns } from '../../../src/lib/wire/dnsFields.ts';
import { nameBytes, readName } from '../../../src/lib/wire/dnsNames.ts';
import { WireError } from '../../../src/lib/wire/errors.ts';
import { RFC1035_NAMES } from '../../vectors/packets.ts';
import { anyBytes, anyUint, badFields, describeSturdy, inDirt, unnamedBits, valueOf } from './fuzzing.ts';

const escaped = (byte: number) => {
	const character = String.fromCharCode(byte);
	if (character === '.' || character === '\\') return `\\${character}`;
	return /[!-~]/.test(character) ? character : `\\${String(byte).padStart(3, '0')}`;
};
const anyLabel = fc.oneof(
	fc.stringMatching(/^[a-z0-9_][a-z0-9-]{0,20}$/),
	anyBytes(20, 1).map((bytes) => Array.from(bytes, escaped).join(''))
);
const anyName = fc.array(anyLabel, { maxLength: 5 }).map((labels) => labels.join('.') || '.');
const anyQuestion = fc.record({ name: anyName, type: anyUint(16), class: anyUint(16) });
const anyRecord = fc.record({
	name: anyName,
	type: anyUint(16),
	class: anyUint(16),
	timeToLive: anyUint(32),
	rdata: anyBytes(30)
});
const anyRecords = fc.array(anyRecord, { maxLength: 3 });
const anyMessage: fc.Arbitrary<DnsMessage> = fc.record({
	id: anyUint(16),
	flags: fc.subarray([...DNS_FLAGS]).map((set) => dnsFlags(...set)),
	...{ opcode: anyUint(4), z: anyUint(3), rcode: anyUint(4) },
	question: fc.array(anyQuestion, { maxLength: 3 }),
	...{ answer: anyRecords, authority: anyRecords, additional: anyRecords }
});

const QUERY: DnsMessage = {
	...{ id: 0x002a, flags: dnsFlags('RD'), opcode: 0, z: 0, rcode: 0 },
	question: [{ name: 'example.com', type: DNS_TYPE.A, class: 1 }],
	...{ answer: [], authority: [], additional: [] }
};
const RESPONSE: DnsMessage = {
	...QUERY,
	flags: dnsFlags('QR', 'RD', 'RA'),
	answer: [hostAddress('example.com', '192.0.2.1', 300)]
};
const QUERY_BYTES = '002a01000001000000000000' + '076578616d706c6503636f6d00' + '0001' + '0001';
/** As a server sends it: the name of the record is a pointer to the question, and so is the end of the name that it stands for. */
const COMPRESSED =
	'002a81800001000200000000' +
	'076578616d706c6503636f6d00' +
	'00010001' +
	'c00c' +
	'00050001' +
	'0000012c' +
	'0006' +
	'03777777c00c' +
	'c029' +
	'00010001' +
	'0000012c' +
	'0004' +
	'c0000201';

describe('the names of the example in RFC 1035 §4.1.4', () => {
	test.each([
		[20, 'F.ISI.ARPA', 32],
		[40, 'FOO.F.ISI.ARPA', 46],
		[64, 'ARPA', 66],
		[92, '.', 93]
	])('at %i is %s', (at, name, next) => {
		expect(readName(fromHex(RFC1035_NAMES), at)).toEqual({ name, next });
	});
});

describe('a name', () => {
	test('is labels with their lengths and a zero', () => {
		expect(toHex(nameBytes('example.com'))).toBe('076578616d706c6503636f6d00');
		expect(nameBytes('example.com.')).toEqual(nameBytes('example.com'));
		expect(toHex(nameBytes('.'))).toBe('00');
	});

	test('escapes dots within labels and what cannot be printed (RFC 1035 §5.1)', () => {
		expect(readName(fromHex('04612e5c00' + '0120' + '00'), 0).name).toBe('a\\.\\\\\\000.\\032');
		expect(toHex(nameBytes('a\\.\\\\\\000.\\032'))).toBe('04612e5c00' + '0120' + '00');
		expect(toHex(nameBytes('a\\.'))).toBe('02612e00');
		expect(toHex(nameBytes('a\\\\.'))).toBe('02615c00');
	});

	test('is read as it was written, whatever bytes its labels have', () => {
		fc.assert(
			fc.property(anyName, (name) => {
				const bytes = nameBytes(name);
				expect(readName(concat(bytes, fromHex('ff')), 0)).toEqual({ name, next: bytes.length });
			})
		);
	});

	test.each(['', 'a..b', '.a', 'a'.repeat(64), 'é.example', 'a\\', 'a\\256', Array(64).fill('abc').join('.')])(
		'is not “%s”',
		(name) => {
			expect(() => nameBytes(name)).toThrow(WireError);
		}
	);

	test('has at most 255 bytes, written or read', () => {
		const longest = `${Array(3).fill('a'.repeat(63)).join('.')}.${'a'.repeat(61)}`;
		expect(nameBytes(longest)).toHaveLength(255);
		expect(readName(nameBytes(longest), 0).name).toBe(longest);
		expect(() => nameBytes(`${longest}a`)).toThrow(WireError);
		const label = `3f${'61'.repeat(63)}`;
		expect(() => readName(fromHex(`${label.repeat(3)}3e${'61'.repeat(62)}00`), 0)).toThrow('more than 255 bytes');
	});

	test.each([
		['that points at itself', 'c000', 0, 'only places before 0 are allowed'],
		['that points forward', 'c00200', 0, 'only places before 0 are allowed'],
		['of two that point at each other', 'c002c000', 2, 'only places before 0 are allowed'],
		['that points into its own middle', '0161c000', 0, 'only places before 0 are allowed'],
		['with a label type that was never used', `40${'61'.repeat(64)}00`, 0, 'lengths up to 63'],
		['with the other one', `80${'61'.repeat(128)}00`, 0, 'lengths up to 63'],
		['that stops in a label', '0361', 0, 'ends in the middle of a name'],
		['that stops in a pointer', 'c0', 0, 'ends in the middle of a name'],
		['without an end', '0161', 0, 'ends in the middle of a name']
	])('%s is refused', (_, hex, at, sentence) => {
		expect(() => readName(fromHex(hex), at)).toThrow(WireError);
		expect(() => readName(fromHex(hex), at)).toThrow(sentence);
	});

	test('goes through 127 pointers, and not through more', () => {
		// A zero byte, and then pointers of which each points at the one before.
		const chain = (pointers: number) =>
			Uint8Array.from({ length: 2 + 2 * pointers }, (_, i) =>
				i < 2 ? 0 : i % 2 === 0 ? 0xc0 | ((i - 2) >> 8) : (i - 3) & 0xff
			);
		expect(readName(chain(127), 2 * 127)).toEqual({ name: '.', next: 2 * 127 + 2 });
		expect(() => readName(chain(128), 2 * 128)).toThrow('more than 127 pointers');
	});

	test('with a whole message of pointers takes no time to speak of', () => {
		const chain = Uint8Array.from({ length: 65_536 }, (_, i) =>
			i < 12 ? ([0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0, 0, 0][i] ?? 0) : i % 2 === 0 ? 0xc0 : 0x0c
		);
		expect(() => parseDns(chain)).toThrow(WireError);
	});
});

describe('a message', () => {
	test('that asks for an address', () => {
		expect(toHex(emitDns(QUERY))).toBe(QUERY_BYTES);
		expect(parseDns(fromHex(QUERY_BYTES))).toEqual(QUERY);
	});

	test('that answers with one', () => {
		expect(toHex(emitDns(RESPONSE))).toBe(
			QUERY_BYTES.replace('002a01000001000000', '002a81800001000100') +
				'076578616d706c6503636f6d00' +
				'00010001' +
				'0000012c' +
				'0004' +
				'c0000201'
		);
		expect(parseDns(emitDns(RESPONSE)).answer.map(addressOfRecord)).toEqual(['192.0.2.1']);
	});

	test('with compressed names', () => {
		const { question, answer } = parseDns(fromHex(COMPRESSED));
		expect(question.map(({ name }) => name)).toEqual(['example.com']);
		expect(answer.map(({ name, type }) => [name, type])).toEqual([
			['example.com', 5],
			['www.example.com', 1]
		]);
		expect(answer.map(addressOfRecord)).toEqual([null, '192.0.2.1']);
	});

	test('is parsed as it was emitted', () => {
		fc.assert(
			fc.property(anyMessage, (message) => {
				const bytes = emitDns(message);
				expect(parseDns(bytes)).toEqual(message);
				const dirty = message.answer.map((record) => ({ ...record, rdata: inDirt(record.rdata) }));
				expect(emitDns({ ...message, answer: dirty })).toEqual(bytes);
			})
		);
	});

	test('with more entries than there are bytes is refused', () => {
		expect(() => parseDns(fromHex(QUERY_BYTES.replace('0001000000000000', 'ffffffffffffffff')))).toThrow(WireError);
	});

	test('that stops in the data of a record is refused, with what it takes', () => {
		const bytes = emitDns(RESPONSE);
		expect(() => parseDns(bytes.subarray(0, -1))).toThrow(`takes at least ${bytes.length} bytes`);
	});

	test.each<Partial<DnsMessage>>([
		{ id: 65_536 },
		{ opcode: 16 },
		{ z: 8 },
		{ rcode: -1 },
		{ question: [{ name: 'a..b', type: 1, class: 1 }] },
		{ question: [{ name: 'a', type: 65_536, class: 1 }] },
		{ answer: [{ name: 'a', type: 1, class: 1, timeToLive: -1, rdata: new Uint8Array() }] },
		{ answer: [{ name: 'a', type: 1, class: 1, timeToLive: 0, rdata: new Uint8Array(65_536) }] }
	])('of %o is not emitted', (wrong) => {
		expect(() => emitDns({ ...QUERY, ...wrong })).toThrow(WireError);
	});

	test('has flags where RFC 1035 §4.1.1 has them', () => {
		const bits = DNS_FLAGS.map((name) => toHex(emitDns({ ...QUERY, flags: dnsFlags(name) }).subarray(2, 4)));
		expect(bits).toEqual(['8000', '0400', '0200', '0100', '0080']);
		expect(toHex(emitDns({ ...QUERY, flags: dnsFlags(), opcode: 15, z: 0, rcode: 0 }).subarray(2, 4))).toBe('7800');
		expect(toHex(emitDns({ ...QUERY, flags: dnsFlags(), opcode: 0, z: 7, rcode: 15 }).subarray(2, 4))).toBe('007f');
	});
});

describe('the fields', () => {
	test.each([QUERY_BYTES, toHex(emitDns(RESPONSE)), COMPRESSED])(
		'of %s name every bit and say what they mean',
		(hex) => {
			const bytes = fromHex(hex);
			const fields = fieldsOfDns(bytes);
			expect(unnamedBits(fields, bytes.length)).toEqual([]);
			expect(badFields(fields, bytes.length)).toEqual([]);
		}
	);

	test('say names and addresses', () => {
		const fields = fieldsOfDns(fromHex(COMPRESSED));
		expect(fields.filter(({ name }) => name === 'RDATA').map(({ value }) => value)).toEqual([
			'www.example.com',
			'192.0.2.1'
		]);
		expect([
			valueOf(fields, 'QNAME'),
			valueOf(fields, 'TYPE'),
			valueOf(fields, 'TTL'),
			valueOf(fields, 'RCODE')
		]).toEqual(['example.com', '5, CNAME', '300 seconds', '0, no error']);
	});

	test('go as far as the message can be read', () => {
		expect(fieldsOfDns(fromHex(QUERY_BYTES).subarray(0, 20))).toHaveLength(13);
	});
});

describe('the summary', () => {
	test.each([
		[QUERY_BYTES, 'Query 0x002a A example.com'],
		[COMPRESSED, 'Response 0x002a A example.com CNAME 192.0.2.1'],
		[QUERY_BYTES.replace('002a0100', '002a8183'), 'Response 0x002a A example.com (no such name)'],
		[QUERY_BYTES.slice(0, 24), 'Query 0x002a']
	])('of %s is “%s”', (hex, summary) => {
		expect(summaryOfDns(fromHex(hex))).toBe(summary);
	});

	test('of many answers stays one line', () => {
		const answer = Array.from({ length: 40 }, (_, i) => hostAddress('example.com', `192.0.2.${i}`, 60));
		expect(summaryOfDns(emitDns({ ...RESPONSE, answer }))).toMatch(/192\.0\.2\.5 …$/);
	});
});

describeSturdy({ parseDns, fieldsOfDns, summaryOfDns, readName: (bytes) => readName(bytes, 0) }, [
	fromHex(QUERY_BYTES),
	fromHex(COMPRESSED),
	emitDns(RESPONSE)
]);
