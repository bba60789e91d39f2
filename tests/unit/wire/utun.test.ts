import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../../src/lib/wire/bytes.ts';
import { WireError } from '../../../src/lib/wire/errors.ts';
import { emitUtun, fieldsOfUtun, loopbackFamily, parseUtun, type UtunPacket } from '../../../src/lib/wire/utun.ts';
import { anyBytes, badFields, describeSturdy, inDirt, unnamedBits } from './fuzzing.ts';

const anyPacket: fc.Arbitrary<UtunPacket> = fc.record({
	addressFamily: fc.constantFrom('ipv4' as const, 'ipv6' as const),
	payload: anyBytes(60)
});

test.each([
	['ipv4', '00000002'],
	['ipv6', '0000001e']
] as const)('%s is %s, then the packet', (addressFamily, header) => {
	expect(toHex(emitUtun({ addressFamily, payload: fromHex('4500') }))).toBe(`${header}4500`);
	expect(parseUtun(fromHex(`${header}4500`))).toEqual({ addressFamily, payload: fromHex('4500') });
});

test('what is emitted is parsed as it was, and has the length that was said', () => {
	fc.assert(
		fc.property(anyPacket, (packet) => {
			const bytes = emitUtun(packet);
			expect(parseUtun(bytes)).toEqual(packet);
			expect(bytes).toHaveLength(4 + packet.payload.length);
			expect(emitUtun({ ...packet, payload: inDirt(packet.payload) })).toEqual(bytes);
		})
	);
});

test.each(['02000000', '0000000a', '00000000', '00000018'])(
	'%s before a packet of a utun is refused, with what is allowed',
	(header) => {
		expect(() => parseUtun(fromHex(header))).toThrow(WireError);
		expect(() => parseUtun(fromHex(header))).toThrow('2 (IPv4) and 30 (IPv6) are allowed');
	}
);

describe('a loopback capture of another system', () => {
	test.each([
		['00000002', 'network', 'ipv4'],
		['00000002', 'either', 'ipv4'],
		['02000000', 'either', 'ipv4'],
		['18000000', 'either', 'ipv6'],
		['0000001c', 'network', 'ipv6'],
		['1e000000', 'either', 'ipv6']
	] as const)('says with %s in %s byte order that %s follows', (header, order, family) => {
		expect(loopbackFamily(fromHex(header), order)).toBe(family);
	});

	test.each([
		['02000000', 'network'],
		['07000000', 'either']
	] as const)('says nothing that is known with %s in %s byte order', (header, order) => {
		expect(() => loopbackFamily(fromHex(header), order)).toThrow(WireError);
	});
});

test.each([
	['00000002', '2, AF_INET'],
	['02000000', '2, AF_INET'],
	['0000001e', '30, AF_INET6'],
	['00000007', '7, unknown']
])('the one field names all of %s: %s', (header, value) => {
	const fields = fieldsOfUtun(fromHex(header));
	expect(fields.map((field) => field.value)).toEqual([value]);
	expect(unnamedBits(fields, 4)).toEqual([]);
	expect(badFields(fields, 4)).toEqual([]);
});

describeSturdy({ parseUtun, fieldsOfUtun, loopbackFamily: (bytes) => loopbackFamily(bytes, 'either') }, [
	fromHex('000000024500'),
	fromHex('0000001e6000')
]);
