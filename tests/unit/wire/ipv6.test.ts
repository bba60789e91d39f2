import { describe, expect, test } from 'vitest';
import { fromHex } from '../../../src/lib/wire/bytes.ts';
import { fieldsOfIpv6, ipv6Text, parseIpv6Header } from '../../../src/lib/wire/ipv6.ts';
import { badFields, describeSturdy, unnamedBits, valueOf } from './fuzzing.ts';

/** A UDP packet of 8 bytes between two addresses of the documentation range of RFC 3849, expedited, with flow label abcde. */
const HEADER = fromHex(
	'6b8abcde' + '0008' + '11' + '40' + '20010db8000000000000000000000001' + '20010db8000000000000000000000002'
);

test('a header is parsed into what it says', () => {
	expect(parseIpv6Header(HEADER)).toEqual({
		payloadLength: 8,
		nextHeader: 17,
		hopLimit: 64,
		source: '2001:db8::1',
		destination: '2001:db8::2'
	});
});

test('another version is refused, with what is allowed', () => {
	const bytes = HEADER.slice();
	bytes[0] = 0x45;
	expect(() => parseIpv6Header(bytes)).toThrow('The version is 4; IPv6 has 6 there.');
});

describe('an address is written as RFC 5952 says', () => {
	test.each([
		[
			'20010db8000000000000000000000001',
			'2001:db8::1',
			'§4.1, no leading zeros, and §4.2.1, “::” as long as it can be'
		],
		['20010db8000000010001000100010001', '2001:db8:0:1:1:1:1:1', '§4.2.2, one group of zeros stays'],
		['20010000000000010000000000000001', '2001:0:0:1::1', '§4.2.3, the longest run'],
		['20010db8000000000001000000000001', '2001:db8::1:0:0:1', '§4.2.3, the first of two that are as long'],
		['20010db8000aabcd0000000000000000', '2001:db8:a:abcd::', 'a run at the end'],
		['00000000000000000000000000000001', '::1', 'a run at the beginning'],
		['00000000000000000000000000000000', '::', 'nothing but zeros']
	])('%s is %s: %s', (hex, text) => {
		expect(ipv6Text(fromHex(hex))).toBe(text);
	});
});

test('the fields name every bit and say what they mean', () => {
	const fields = fieldsOfIpv6(HEADER);
	expect(unnamedBits(fields, 40)).toEqual([]);
	expect(badFields(fields, 40)).toEqual([]);
	expect([valueOf(fields, 'Traffic Class'), valueOf(fields, 'Flow Label'), valueOf(fields, 'Next Header')]).toEqual([
		'184',
		'0xabcde',
		'17, UDP'
	]);
});

describeSturdy({ parseIpv6Header, fieldsOfIpv6 }, [HEADER]);
