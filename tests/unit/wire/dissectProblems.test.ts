/** What the dissector says of packets that make no sense, of protocols that it does not know, and of any bytes at all. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, fromHex } from '../../../src/lib/wire/bytes.ts';
import { dissect, type LinkType } from '../../../src/lib/wire/dissect.ts';
import { ETHER_TYPE } from '../../../src/lib/wire/ethernet.ts';
import { PROTOCOL } from '../../../src/lib/wire/ipv4.ts';
import { emitUdp } from '../../../src/lib/wire/udp.ts';
import { badFields, inDirt, valueOf } from './fuzzing.ts';
import { ADDRESSES, ip, of, onEthernet, PACKETS, packets, namesOf, last } from './dissectedPackets.ts';

test('padding of the link belongs to no layer', () => {
	const found = dissect(concat(onEthernet(PACKETS.syn), new Uint8Array(6)), 'ethernet');
	expect(found.problem).toBe(null);
	expect(last(found)?.name).toBe('Transmission Control Protocol');
	expect(found.payload.length).toBe(0);
});

test('nor does what lies behind the length of UDP', () => {
	const datagram = emitUdp({ sourcePort: 5000, destinationPort: 6000, payload: of(4) }, ADDRESSES);
	const found = dissect(ip(PROTOCOL.udp, concat(datagram, new Uint8Array(6))), 'ipv4');
	expect(found).toMatchObject({ summary: '5000 → 6000, 4 bytes', payload: { offset: 28, length: 4 }, problem: null });
	expect(last(found)).toMatchObject({ name: 'Data', length: 4 });
});

describe('what makes no sense is a problem, with its place in the packet:', () => {
	const changed = (packet: Uint8Array, at: number, byte: number) =>
		onEthernet(Uint8Array.from(packet, (old, i) => (i === at ? byte : old)));

	test.each([
		['an IPv4 header of version 5', changed(PACKETS.ping, 0, 0x55), 14, 'Ethernet, IPv4', ['Ethernet II', 'Data']],
		[
			'a TCP header that is longer than its packet',
			changed(PACKETS.syn, 32, 0xf0),
			46,
			'TCP, 28 bytes',
			['Ethernet II', 'Internet Protocol, version 4', 'Data']
		],
		[
			'an option of TCP that leads nowhere',
			changed(PACKETS.syn, 41, 0),
			55,
			'49152 → 1337 [SYN]',
			['Ethernet II', 'Internet Protocol, version 4', 'Transmission Control Protocol']
		],
		[
			'a length of UDP that does not hold',
			changed(PACKETS.datagram, 25, 3),
			38,
			'5000 → 6000, 33 bytes',
			['Ethernet II', 'Internet Protocol, version 4', 'User Datagram Protocol', 'Data']
		],
		[
			'a name of DNS that points at itself',
			changed(PACKETS.query, 40, 0xc0),
			54,
			'Query 0x002a',
			['Ethernet II', 'Internet Protocol, version 4', 'User Datagram Protocol', 'Domain Name System']
		],
		[
			'BOOTP without the magic cookie',
			changed(PACKETS.discover, 264, 0),
			278,
			'68 → 67, 300 bytes',
			['Ethernet II', 'Internet Protocol, version 4', 'User Datagram Protocol', 'Data']
		]
	])('%s', (_, bytes, offset, summary, names) => {
		const found = dissect(bytes, 'ethernet');
		expect(found.problem?.offset).toBe(offset);
		expect(found.summary).toBe(summary);
		expect(namesOf(found)).toEqual(names);
	});

	test('but not a wrong checksum, which the field tells', () => {
		const found = dissect(changed(PACKETS.syn, 36, 0), 'ethernet');
		expect(found.problem).toBe(null);
		expect(valueOf(found.layers[2]?.fields ?? [], 'Checksum')).toMatch(/, wrong$/);
	});

	test.each([
		['nothing at all', '', 'Not a packet: 0 bytes'],
		['three bytes', '450000', 'Not a packet: 3 bytes']
	])('%s', (_, hex, summary) => {
		for (const linkType of ['ethernet', 'loop', 'null', 'ipv4'] as const)
			expect(dissect(fromHex(hex), linkType)).toMatchObject({
				summary,
				source: null,
				problem: { offset: hex.length / 2 }
			});
	});
});

describe('other protocols', () => {
	const UDP_OVER_IPV6 = fromHex(
		'60000000' +
			'0009' +
			'11' +
			'40' +
			'20010db8000000000000000000000001' +
			'20010db8000000000000000000000002' +
			'138817700009000041'
	);

	test.each<[LinkType, Uint8Array]>([
		['ethernet', onEthernet(UDP_OVER_IPV6, ETHER_TYPE.ipv6)],
		['loop', concat(fromHex('0000001e'), UDP_OVER_IPV6)],
		['null', concat(fromHex('1e000000'), UDP_OVER_IPV6)],
		['ipv4', UDP_OVER_IPV6],
		['sll', concat(fromHex('0004' + '0001' + '0006' + '00005e0053010000' + '86dd'), UDP_OVER_IPV6)],
		['sll2', concat(fromHex('86dd' + '0000' + '00000002' + '0001' + '04' + '06' + '00005e0053010000'), UDP_OVER_IPV6)]
	])('IPv6 on %s is taken apart to what it carries', (linkType, bytes) => {
		const found = dissect(bytes, linkType);
		expect(namesOf(found).slice(-3)).toEqual(['Internet Protocol, version 6', 'User Datagram Protocol', 'Data']);
		expect(found).toMatchObject({
			protocol: 'udp',
			source: '2001:db8::1',
			destination: '2001:db8::2',
			summary: '5000 → 6000, 1 byte',
			problem: null
		});
	});

	test('IPv6 that is cut says so', () => {
		expect(dissect(UDP_OVER_IPV6.subarray(0, 45), 'ipv4').problem).toMatchObject({ offset: 45 });
	});

	test('types of Ethernet that nobody here knows are data, between MAC addresses', () => {
		const found = dissect(onEthernet(of(28), 0x88b5), 'ethernet');
		expect(found).toMatchObject({
			protocol: 'other',
			summary: 'Ethernet, type 0x88b5',
			source: '00:00:5e:00:53:01',
			destination: '00:00:5e:00:53:02',
			problem: null
		});
		expect(namesOf(found)).toEqual(['Ethernet II', 'Data']);
	});
});

describe('whatever the bytes are, it never throws, and stays within them:', () => {
	/** One expectation for all of it, for there are many thousands of packets. */
	const check = (bytes: Uint8Array) => {
		const wrong = (['ethernet', 'loop', 'null', 'ipv4', 'sll', 'sll2'] as const).filter((linkType) => {
			const { layers, payload, problem, summary } = dissect(bytes, linkType);
			const within = (offset: number, length = 0) => offset >= 0 && length >= 0 && offset + length <= bytes.length;
			const areGood = layers.every(
				({ offset, length, fields }) => within(offset, length) && badFields(fields, length).length === 0
			);
			return (
				!areGood ||
				!within(payload.offset, payload.length) ||
				!within(problem?.offset ?? 0) ||
				!/^[^\n]+$/.test(summary)
			);
		});
		expect(wrong).toEqual([]);
	};

	test('any bytes at all, as an IPv4 packet too', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 120 }), fc.constantFrom(1, 6, 17), (bytes, protocol) => {
				check(bytes);
				check(ip(protocol, bytes));
			})
		);
	});

	test.each(packets)('%s, cut at any length', (_, packet) => {
		for (let length = 0; length <= packet.length; length++) check(packet.subarray(0, length));
	});

	test.each(packets)('%s, with any one bit flipped', (_, packet) => {
		for (let bit = 0; bit < 8 * packet.length; bit++)
			check(Uint8Array.from(packet, (byte, at) => (at === bit >> 3 ? byte ^ (0x80 >> (bit & 7)) : byte)));
	});

	test.each(packets)('%s, in the middle of a dirty buffer, is the same packet', (_, packet) => {
		const copy = packet.slice();
		for (let length = 0; length <= packet.length; length++)
			expect(dissect(inDirt(packet.slice(0, length)), 'ipv4')).toEqual(dissect(packet.slice(0, length), 'ipv4'));
		expect(packet).toEqual(copy);
	});
});
