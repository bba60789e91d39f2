import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../../src/lib/wire/bytes.ts';
import {
	dhcpMessage,
	dhcpTypeOf,
	emitDhcp,
	fieldsOfDhcp,
	parseDhcp,
	type DhcpMessage
} from '../../../src/lib/wire/dhcp.ts';
import {
	DHCP_MESSAGE_TYPES,
	emitDhcpOptions,
	placedDhcpOptions,
	type DhcpOption
} from '../../../src/lib/wire/dhcpOptions.ts';
import { WireError } from '../../../src/lib/wire/errors.ts';
import { DHCP_PCAP_DISCOVER } from '../../vectors/packets.ts';
import { anyBytes, anyUint, badFields, describeSturdy, inDirt, unnamedBits, valueOf } from './fuzzing.ts';

const anyAddresses = fc.array(fc.ipV4(), { minLength: 1, maxLength: 4 });
const anyOption: fc.Arbitrary<DhcpOption> = fc.oneof(
	fc.record({
		name: fc.constantFrom('subnetMask' as const, 'requestedIpAddress' as const, 'serverIdentifier' as const),
		address: fc.ipV4()
	}),
	fc.record({ name: fc.constantFrom('router' as const, 'domainNameServer' as const), addresses: anyAddresses }),
	fc.record({ name: fc.constant('ipAddressLeaseTime' as const), seconds: anyUint(32) }),
	fc.record({ name: fc.constant('dhcpMessageType' as const), type: fc.constantFrom(...DHCP_MESSAGE_TYPES) }),
	fc.record({
		name: fc.constant('parameterRequestList' as const),
		codes: fc.array(anyUint(8), { minLength: 1, maxLength: 20 })
	}),
	fc.record({ name: fc.constant('clientIdentifier' as const), identifier: anyBytes(20, 2) }),
	fc.record({
		name: fc.constant('unknown' as const),
		code: fc.constantFrom(2, 12, 52, 82, 121, 254),
		data: anyBytes(40)
	}),
	// Known codes of a length that they do not have.
	fc.record({
		name: fc.constant('unknown' as const),
		code: fc.constantFrom(1, 3, 6, 50, 51, 53, 54),
		data: anyBytes(7, 5)
	})
);
const anyMessage: fc.Arbitrary<DhcpMessage> = fc.record({
	op: fc.constantFrom('BOOTREQUEST' as const, 'BOOTREPLY' as const),
	...{
		htype: anyUint(8),
		hlen: anyUint(8),
		hops: anyUint(8),
		xid: anyUint(32),
		secs: anyUint(16),
		broadcast: fc.boolean()
	},
	...{ ciaddr: fc.ipV4(), yiaddr: fc.ipV4(), siaddr: fc.ipV4(), giaddr: fc.ipV4() },
	...{ chaddr: anyBytes(16, 16), sname: anyBytes(64, 64), file: anyBytes(128, 128) },
	options: fc.array(anyOption, { maxLength: 8 })
});

const MAC = '00:00:5e:00:53:01';
const XID = 0x3903f326;
const DISCOVER = dhcpMessage({
	type: 'DISCOVER',
	xid: XID,
	mac: MAC,
	options: [{ name: 'parameterRequestList', codes: [1, 121, 3, 6, 15] }]
});
const ACK = dhcpMessage({
	...{ type: 'ACK', xid: XID, mac: MAC, yiaddr: '192.168.1.23' },
	options: [
		{ name: 'serverIdentifier', address: '192.168.1.1' },
		{ name: 'ipAddressLeaseTime', seconds: 86_400 },
		{ name: 'subnetMask', address: '255.255.255.0' },
		{ name: 'router', addresses: ['192.168.1.1'] },
		{ name: 'domainNameServer', addresses: ['192.168.1.1', '192.0.2.53'] },
		{ name: 'unknown', code: 15, data: fromHex('6c616e') }
	]
});
const discover = fromHex(DHCP_PCAP_DISCOVER).subarray(42);

describe('a DISCOVER of somebody else', () => {
	const message = parseDhcp(discover);

	test('is parsed into what it says', () => {
		expect(message).toMatchObject({
			op: 'BOOTREQUEST',
			htype: 1,
			hlen: 6,
			xid: 0x3d1d,
			broadcast: false,
			ciaddr: '0.0.0.0'
		});
		expect(message.options).toEqual([
			{ name: 'dhcpMessageType', type: 'DISCOVER' },
			{ name: 'clientIdentifier', identifier: fromHex('01000b8201fc42') },
			{ name: 'requestedIpAddress', address: '0.0.0.0' },
			{ name: 'parameterRequestList', codes: [1, 3, 6, 42] }
		]);
	});

	test('is emitted again as it was, and then zeros up to 300 bytes', () => {
		expect(toHex(emitDhcp(message))).toBe(toHex(discover) + '00'.repeat(300 - 272));
	});
});

test('what is emitted is parsed as it was', () => {
	fc.assert(
		fc.property(anyMessage, (message) => {
			const bytes = emitDhcp(message);
			expect(parseDhcp(bytes)).toEqual(message);
			expect(bytes.length).toBeGreaterThanOrEqual(300);
			expect(
				emitDhcp({
					...message,
					chaddr: inDirt(message.chaddr),
					sname: inDirt(message.sname),
					file: inDirt(message.file)
				})
			).toEqual(bytes);
		})
	);
});

describe('a message from what there is to say', () => {
	test.each([
		['DISCOVER', 'BOOTREQUEST', 1],
		['OFFER', 'BOOTREPLY', 2],
		['REQUEST', 'BOOTREQUEST', 3],
		['ACK', 'BOOTREPLY', 5],
		['NAK', 'BOOTREPLY', 6]
	] as const)('%s is a %s with the number %i (RFC 2132 §9.6)', (type, op, number) => {
		const message = dhcpMessage({ type, xid: XID, mac: MAC });
		expect(message.op).toBe(op);
		expect(dhcpTypeOf(message)).toBe(type);
		expect(toHex(emitDhcp(message).subarray(236, 244))).toBe(`63825363` + `35010${number}` + 'ff');
	});

	test('has the hardware address of the client in front of ten zeros', () => {
		expect(toHex(emitDhcp(DISCOVER).subarray(0, 44))).toBe(
			'01010600' + '3903f326' + '00000000' + '00'.repeat(16) + '00005e005301' + '00'.repeat(10)
		);
	});

	test('takes everything else as it is said', () => {
		const bytes = emitDhcp(
			dhcpMessage({ type: 'REQUEST', xid: XID, mac: MAC, broadcast: true, secs: 3, ciaddr: '192.0.2.7' })
		);
		expect(toHex(bytes.subarray(8, 16))).toBe('0003' + '8000' + 'c0000207');
	});

	test.each(['', '00:00:5e'])('does not take “%s” for a MAC address', (mac) => {
		expect(() => dhcpMessage({ type: 'DISCOVER', xid: XID, mac })).toThrow(WireError);
	});
});

describe('the options', () => {
	const read = (hex: string) => [...placedDhcpOptions(fromHex(hex))];

	test('are as RFC 2132 has them, and then “end”', () => {
		const { options } = ACK;
		expect(toHex(emitDhcpOptions(options))).toBe(
			'350105' +
				'3604c0a80101' +
				'330400015180' +
				'0104ffffff00' +
				'0304c0a80101' +
				'0608c0a80101c0000235' +
				'0f036c616e' +
				'ff'
		);
	});

	test('may have padding between them, and behind “end”, which takes it', () => {
		expect(read('0000350101' + '00' + 'ff0000')).toEqual([
			{ option: { name: 'dhcpMessageType', type: 'DISCOVER' }, code: 53, offset: 2, length: 3 },
			{ option: null, code: 255, offset: 6, length: 3 }
		]);
	});

	test.each(['350109ff', '350100ff', '0103ffffffff', '0300ff', '0605c0a8010101ff', '3d0101ff', '3700ff'])(
		'%s is unknown, for a known code does not have this form',
		(hex) => {
			expect(read(hex)[0]?.option?.name).toBe('unknown');
		}
	);

	test.each(['', '0000', '350101', '35', '350201', '0c05616263'])('%s have no end, or lead nowhere', (hex) => {
		expect(() => read(hex)).toThrow(WireError);
	});

	test('may not be longer than what is there, not by one byte', () => {
		expect(() => read('0c04616263')).toThrow('Option 12 has the length 4; 0 to 3 are allowed here.');
	});

	test.each<DhcpOption>([
		{ name: 'unknown', code: 0, data: new Uint8Array() },
		{ name: 'unknown', code: 255, data: new Uint8Array() },
		{ name: 'unknown', code: 256, data: new Uint8Array() },
		{ name: 'unknown', code: 12, data: new Uint8Array(256) },
		{ name: 'ipAddressLeaseTime', seconds: 2 ** 32 },
		{ name: 'parameterRequestList', codes: [256] },
		{ name: 'router', addresses: ['192.0.2'] }
	])('%o is not emitted', (option) => {
		expect(() => emitDhcpOptions([option])).toThrow(WireError);
	});
});

describe('is refused, with what is allowed:', () => {
	test.each([
		['an op of 3', 0, '03', '1 (request) and 2 (reply)'],
		['BOOTP without the magic cookie', 236, '63825364', '0x63825363']
	])('%s', (_, offset, hex, sentence) => {
		const bytes = emitDhcp(ACK);
		bytes.set(fromHex(hex), offset);
		expect(() => parseDhcp(bytes)).toThrow(sentence);
		expect(() => parseDhcp(bytes)).toThrow(expect.objectContaining({ offset }));
	});

	test('options without an end, at the end of the message', () => {
		const bytes = emitDhcp(ACK).subarray(0, 270);
		expect(() => parseDhcp(bytes)).toThrow(expect.objectContaining({ name: 'WireError' }));
	});

	test.each<Partial<DhcpMessage>>([
		{ htype: 256 },
		{ hlen: -1 },
		{ hops: 256 },
		{ xid: 2 ** 32 },
		{ secs: 65_536 },
		{ yiaddr: '' },
		{ chaddr: new Uint8Array(6) },
		{ sname: new Uint8Array(65) },
		{ file: new Uint8Array() }
	])('to emit %o', (wrong) => {
		expect(() => emitDhcp({ ...ACK, ...wrong })).toThrow(WireError);
	});
});

describe('the fields', () => {
	test.each([
		['DISCOVER', emitDhcp(DISCOVER)],
		['ACK', emitDhcp(ACK)],
		['DISCOVER of somebody else', discover]
	])('of a %s name every bit, padding too, and say what they mean', (_, bytes) => {
		const fields = fieldsOfDhcp(bytes);
		expect(unnamedBits(fields, bytes.length)).toEqual([]);
		expect(badFields(fields, bytes.length)).toEqual([]);
	});

	test('say values for people', () => {
		const values = Object.fromEntries(fieldsOfDhcp(emitDhcp(ACK)).map(({ name, value }) => [name, value]));
		expect(values).toMatchObject({
			...{
				op: '2, BOOTREPLY',
				xid: '0x3903f326',
				yiaddr: '192.168.1.23',
				chaddr: MAC,
				sname: 'empty',
				'Option 53: DHCP Message Type': 'DHCPACK'
			},
			...{
				'Option 51: IP Address Lease Time': '86400 seconds',
				'Option 6: Domain Name Server': '192.168.1.1, 192.0.2.53',
				'Option 15: Domain Name': '3 bytes'
			}
		});
	});

	test('show the text of names, whatever bytes they have', () => {
		const sname = new Uint8Array(64);
		sname.set(fromHex('726f7574ff72'));
		expect(valueOf(fieldsOfDhcp(emitDhcp({ ...ACK, sname })), 'sname')).toBe('“rout·r”');
	});

	test('go as far as the options can be read', () => {
		const fields = fieldsOfDhcp(emitDhcp(ACK).subarray(0, 250));
		expect(fields.map(({ name }) => name).slice(-2)).toEqual([
			'Option 53: DHCP Message Type',
			'Option 54: Server Identifier'
		]);
	});
});

describeSturdy({ parseDhcp, fieldsOfDhcp }, [emitDhcp(ACK), discover]);
