/** What everyday captures hold and the model never sends: Linux cooked captures, virtual LANs, ARP, and IPv6 down to its payload. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsOfArp, parseArp } from '../../../src/lib/wire/arp.ts';
import { concat, fromHex, ipv6AddressBytes } from '../../../src/lib/wire/bytes.ts';
import { transportChecksum } from '../../../src/lib/wire/checksum.ts';
import { dissect, type Dissection, type LinkType } from '../../../src/lib/wire/dissect.ts';
import { emitDns, dnsFlags } from '../../../src/lib/wire/dns.ts';
import { WireError } from '../../../src/lib/wire/errors.ts';
import { fieldsOfIcmpv6, parseIcmpv6 } from '../../../src/lib/wire/icmpv6.ts';
import { ipv6Text } from '../../../src/lib/wire/ipv6.ts';
import { fieldsOfIpv6Extension, parseIpv6Extension } from '../../../src/lib/wire/ipv6Extensions.ts';
import { fieldsOfSll, parseSll } from '../../../src/lib/wire/sll.ts';
import { emitUdp } from '../../../src/lib/wire/udp.ts';
import { fieldsOfVlanTag, parseVlanTag } from '../../../src/lib/wire/vlan.ts';
import { numbers, file, pcapIn } from './handmadeCaptures.ts';
import { badFields, describeSturdy, unnamedBits, valueOf } from './fuzzing.ts';
import { temporaryFile, testWith, tshark } from './tshark.ts';

const ADDRESSES = { source: '2001:db8::1', destination: '2001:db8::2' };
const { u16 } = numbers(false);
const over6 = (nextHeader: number, payload: Uint8Array) =>
	concat(
		Uint8Array.of(0x60, 0, 0, 0, ...u16(payload.length), nextHeader, 64),
		ipv6AddressBytes(ADDRESSES.source),
		ipv6AddressBytes(ADDRESSES.destination),
		payload
	);
/** With its checksum put in. */
function icmpv6(hex: string): Uint8Array {
	const bytes = fromHex(hex);
	const sum = transportChecksum(ADDRESSES, 58, bytes);
	bytes.set([sum >> 8, sum & 0xff], 2);
	return bytes;
}
const MACS = '00005e005302' + '00005e005301';
const QUERY = emitDns({
	...{ id: 42, flags: dnsFlags('RD'), opcode: 0, z: 0, rcode: 0, answer: [], authority: [], additional: [] },
	question: [{ name: 'example.com', type: 28, class: 1 }]
});
const DNS = emitUdp({ sourcePort: 5354, destinationPort: 53, payload: QUERY }, ADDRESSES);
const SYN = fromHex('c350' + '01bb' + '000003e8' + '00000000' + '5002' + 'ffff' + '0000' + '0000');
const PING = icmpv6('8000' + '0000' + '0007' + '0001' + '61626364');
const NEIGHBOUR = icmpv6('8700' + '0000' + '00000000' + 'fe80' + '00'.repeat(13) + '01');
const ARP = fromHex('0001' + '0800' + '06' + '04' + '0001' + '00005e005301' + 'c0a80117' + '000000000000' + 'c0a80101');
const ECHO = fromHex(
	'4500001c' + '00014000' + '4001' + '0000' + '0a400c22' + '0a400001' + '0800' + 'f7f7' + '00070001'
);
const SLL = '0004' + '0001' + '0006' + '00005e0053010000';
const SLL2 = '0000' + '00000002' + '0001' + '04' + '06' + '00005e0053010000';
const OPTIONS = fromHex('00' + '00' + '010400000000');
const fragment = (nextHeader: string, offsetAndMore: string) => fromHex(nextHeader + '00' + offsetAndMore + '00000005');

const SAMPLES: Readonly<
	Record<string, readonly [LinkType, Uint8Array, Dissection['protocol'], string, readonly string[]]>
> = {
	'a Linux cooked capture': [
		'sll',
		concat(fromHex(SLL + '0800'), ECHO),
		'icmp',
		'Echo request, id 7, sequence 1',
		['Linux cooked capture', 'Internet Protocol, version 4']
	],
	'one of version 2': [
		'sll2',
		concat(fromHex('0800' + SLL2), ECHO),
		'icmp',
		'Echo request, id 7, sequence 1',
		['Linux cooked capture, version 2', 'Internet Protocol, version 4']
	],
	'a virtual LAN': [
		'ethernet',
		concat(fromHex(MACS + '8100' + '602a' + '0800'), ECHO),
		'icmp',
		'Echo request, id 7, sequence 1',
		['Ethernet II', 'Virtual LAN tag', 'Internet Protocol, version 4']
	],
	'one in another': [
		'ethernet',
		concat(fromHex(MACS + '88a8' + '0007' + '8100' + '002a' + '0800'), ECHO),
		'icmp',
		'Echo request, id 7, sequence 1',
		['Ethernet II', 'Virtual LAN tag', 'Virtual LAN tag']
	],
	'ARP, padded': [
		'ethernet',
		concat(fromHex(MACS + '0806'), ARP, new Uint8Array(18)),
		'arp',
		'Who has 192.168.1.1? Tell 192.168.1.23',
		['Ethernet II', 'Address Resolution Protocol']
	],
	'DNS over IPv6': [
		'ipv4',
		over6(17, DNS),
		'dns',
		'Query 0x002a AAAA example.com',
		['Internet Protocol, version 6', 'User Datagram Protocol', 'Domain Name System']
	],
	'TCP over IPv6': [
		'ipv4',
		over6(6, SYN),
		'tcp',
		'50000 → 443 [SYN]',
		['Internet Protocol, version 6', 'Transmission Control Protocol']
	],
	'a ping over IPv6': [
		'ipv4',
		over6(58, PING),
		'icmpv6',
		'Echo request, id 7, sequence 1',
		['Internet Protocol, version 6', 'Internet Control Message Protocol, version 6', 'Data']
	],
	'a neighbour looked for': [
		'ipv4',
		over6(58, NEIGHBOUR),
		'icmpv6',
		'Neighbor solicitation for fe80::1',
		['Internet Protocol, version 6', 'Internet Control Message Protocol, version 6']
	],
	'options before it': [
		'ipv4',
		over6(0, concat(Uint8Array.of(58), OPTIONS.subarray(1), PING)),
		'icmpv6',
		'Echo request, id 7, sequence 1',
		['Internet Protocol, version 6', 'Hop-by-Hop Options of IPv6']
	],
	'a first fragment': [
		'ipv4',
		over6(44, concat(fragment('11', '0001'), DNS.subarray(0, 16))),
		'udp',
		'5354 → 53, 8 bytes',
		['Internet Protocol, version 6', 'Fragment Header of IPv6', 'User Datagram Protocol']
	],
	'a later fragment': [
		'ipv4',
		over6(44, concat(fragment('11', '0010'), DNS.subarray(16))),
		'other',
		'Fragment of UDP, packet 0x00000005, from byte 16',
		['Internet Protocol, version 6', 'Fragment Header of IPv6', 'Data']
	],
	'nothing behind the header': [
		'ipv4',
		over6(59, new Uint8Array()),
		'other',
		'IPv6, nothing',
		['Internet Protocol, version 6']
	]
};
const samples = Object.entries(SAMPLES);

describe.each(samples)('%s', (name, [link, bytes, protocol, summary, names]) => {
	test('is taken apart, and every byte of its layers is named', () => {
		const found = dissect(bytes, link);
		expect(found).toMatchObject({ protocol, summary });
		// A fragment of DNS is too short to be DNS.
		if (name !== 'a first fragment') expect(found.problem).toBe(null);
		expect(found.layers.map((layer) => layer.name).slice(0, names.length)).toEqual(names);
		for (const { name: layer, fields, length } of found.layers)
			expect([layer, unnamedBits(fields, length), badFields(fields, length)]).toEqual([layer, [], []]);
	});

	test('cut at any length or changed in any bit, gives what can be understood and never throws', () => {
		const check = (packet: Uint8Array) => {
			const { layers, payload, problem } = dissect(packet, link);
			const within = (offset: number, length = 0) => offset >= 0 && length >= 0 && offset + length <= packet.length;
			expect(
				layers.every(({ offset, length, fields }) => within(offset, length) && badFields(fields, length).length === 0)
			).toBe(true);
			expect(within(payload.offset, payload.length) && within(problem?.offset ?? 0)).toBe(true);
		};
		for (let length = 0; length <= bytes.length; length++) check(bytes.subarray(0, length));
		for (let bit = 0; bit < 8 * bytes.length; bit++)
			check(Uint8Array.from(bytes, (byte, at) => (at === bit >> 3 ? byte ^ (0x80 >> (bit & 7)) : byte)));
	});
});

test('checksums over IPv6 are checked, with the addresses of its header', () => {
	for (const packet of [over6(17, DNS), over6(58, PING)])
		expect(valueOf(dissect(packet, 'ipv4').layers[1]?.fields ?? [], 'Checksum')).toMatch(/, good$/);
});

test('an address of IPv6 is read as it is written, and what is none is refused', () => {
	fc.assert(
		fc.property(
			fc.uint8Array({ minLength: 16, maxLength: 16 }),
			(bytes) => void expect(ipv6AddressBytes(ipv6Text(bytes))).toEqual(bytes)
		)
	);
	for (const address of ['', ':', '1:2:3', '1::2::3', '12345::', '1:2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7:8::1', 'g::1'])
		expect(() => ipv6AddressBytes(address)).toThrow(WireError);
});

for (const [link, type] of Object.entries({ ethernet: 1, ipv4: 101, sll: 113, sll2: 276 })) {
	testWith(['tshark'], `Wireshark finds the same senders in packets of link type ${type}`, () => {
		const { header, record } = pcapIn(true);
		const of = samples.filter(([, [each]]) => each === link).map(([, [, bytes]]) => bytes);
		const path = temporaryFile(
			`${link}.pcap`,
			file(header(0xa1b2c3d4, type), ...of.map((bytes, i) => record(1, i, [...bytes])))
		);
		const lines = tshark(
			path,
			'-T',
			'fields',
			'-e',
			'_ws.malformed',
			'-e',
			'ip.src',
			'-e',
			'ipv6.src',
			'-e',
			'arp.src.proto_ipv4'
		)
			.split('\n')
			.filter(Boolean);
		expect(lines.map((line) => line.split('\t').filter(Boolean))).toEqual(
			of.map((bytes) =>
				((found) => [found.protocol === 'arp' ? '192.168.1.23' : found.source])(dissect(bytes, link as LinkType))
			)
		);
	});
}

describeSturdy(
	{
		parseArp,
		fieldsOfArp,
		parseIcmpv6,
		fieldsOfIcmpv6,
		parseVlanTag,
		fieldsOfVlanTag,
		parseSll: (bytes) => [parseSll(bytes, 'sll'), parseSll(bytes, 'sll2')],
		fieldsOfSll: (bytes) => [fieldsOfSll(bytes, 'sll'), fieldsOfSll(bytes, 'sll2')],
		parseIpv6Extension: (bytes) => [0, 43, 44, 51, 60, 135].map((kind) => parseIpv6Extension(bytes, kind)),
		fieldsOfIpv6Extension: (bytes) => [0, 43, 44, 51, 60, 135].map((kind) => fieldsOfIpv6Extension(bytes, kind))
	},
	[ARP, NEIGHBOUR, fragment('11', '0001'), concat(fromHex(SLL + '0800'), ECHO)]
);
