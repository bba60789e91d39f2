import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, fromHex } from '../../../src/lib/wire/bytes.ts';
import { dhcpMessage, emitDhcp } from '../../../src/lib/wire/dhcp.ts';
import { dissect, type Dissection, type LinkType } from '../../../src/lib/wire/dissect.ts';
import { dnsFlags, emitDns, hostAddress, type DnsMessage } from '../../../src/lib/wire/dns.ts';
import { emitEthernet, ETHER_TYPE } from '../../../src/lib/wire/ethernet.ts';
import { emitIcmp } from '../../../src/lib/wire/icmp.ts';
import { emitIpv4, PROTOCOL, type Ipv4Packet } from '../../../src/lib/wire/ipv4.ts';
import { emitTcp, tcpFlags, type TcpFlag, type TcpSegment } from '../../../src/lib/wire/tcp.ts';
import { emitUdp } from '../../../src/lib/wire/udp.ts';
import { emitUtun } from '../../../src/lib/wire/utun.ts';
import { emitWireGuard, type WireGuardMessage } from '../../../src/lib/wire/wireguard.ts';
import { DHCP_PCAP_DISCOVER, HTTP_CAP_SYN } from '../../vectors/packets.ts';
import { badFields, inDirt, unnamedBits, valueOf } from './fuzzing.ts';

const ADDRESSES = { source: '10.64.0.2', destination: '192.0.2.80' };
const text = (ascii: string) => Uint8Array.from(ascii, (character) => character.charCodeAt(0));
const ip = (protocol: number, payload: Uint8Array, more: Partial<Ipv4Packet> = {}) =>
	emitIpv4({
		...{
			dscp: 0,
			ecn: 0,
			identification: 0x1234,
			flags: { DF: true, MF: false },
			fragmentOffset: 0,
			timeToLive: 64,
			protocol,
			...ADDRESSES
		},
		...{ options: new Uint8Array(), payload, ...more }
	});
const tcp = (flags: readonly TcpFlag[], payload = '', more: Partial<TcpSegment> = {}) =>
	ip(
		PROTOCOL.tcp,
		emitTcp(
			{
				...{
					sourcePort: 49_152,
					destinationPort: 1337,
					sequenceNumber: 1000,
					acknowledgmentNumber: 0,
					flags: tcpFlags(...flags)
				},
				...{ window: 65_535, urgentPointer: 0, options: [], payload: text(payload), ...more }
			},
			ADDRESSES
		)
	);
const udp = (sourcePort: number, destinationPort: number, payload: Uint8Array) =>
	ip(PROTOCOL.udp, emitUdp({ sourcePort, destinationPort, payload }, ADDRESSES));
const ping = ip(
	PROTOCOL.icmp,
	emitIcmp({ kind: 'echoRequest', identifier: 757, sequenceNumber: 1, data: text('are you there') })
);
const QUERY: DnsMessage = {
	...{ id: 42, flags: dnsFlags('RD'), opcode: 0, z: 0, rcode: 0 },
	question: [{ name: 'example.com', type: 1, class: 1 }],
	...{ answer: [], authority: [], additional: [] }
};
const of = (length: number) => new Uint8Array(length).fill(7);
const INITIATION: WireGuardMessage = {
	type: 'handshakeInitiation',
	sender: 0x1234,
	ephemeral: of(32),
	static: of(48),
	timestamp: of(28),
	mac1: of(16),
	mac2: new Uint8Array(16)
};
const RESPONSE: WireGuardMessage = {
	type: 'handshakeResponse',
	sender: 0x99,
	receiver: 0x1234,
	ephemeral: of(32),
	empty: of(16),
	mac1: of(16),
	mac2: new Uint8Array(16)
};
const DATA: WireGuardMessage = { type: 'transportData', receiver: 0x99, counter: 0n, encryptedPacket: of(112) };
const wireGuard = (message: WireGuardMessage, port = 51_820) => udp(40_000, port, emitWireGuard(message));
const onEthernet = (payload: Uint8Array, etherType: number = ETHER_TYPE.ipv4) =>
	emitEthernet({ destination: '00:00:5e:00:53:02', source: '00:00:5e:00:53:01', etherType, payload });

const PACKETS = {
	ping,
	pong: ip(PROTOCOL.icmp, emitIcmp({ kind: 'echoReply', identifier: 757, sequenceNumber: 1, data: text('here') }), {
		options: fromHex('94040000')
	}),
	unreachable: ip(
		PROTOCOL.icmp,
		emitIcmp({ kind: 'other', type: 3, code: 3, rest: concat(new Uint8Array(4), ping.subarray(0, 28)) })
	),
	syn: tcp(['SYN'], '', {
		options: [{ name: 'maximumSegmentSize', size: 1240 }, { name: 'windowScale', shiftCount: 6 }, { name: 'end' }]
	}),
	request: tcp(['PSH', 'ACK'], 'GET / HTTP/1.1\r\nHost: example.com\r\n\r\n'),
	datagram: udp(5000, 6000, of(33)),
	query: udp(5354, 53, emitDns(QUERY)),
	answer: udp(
		53,
		5354,
		emitDns({ ...QUERY, flags: dnsFlags('QR', 'RD', 'RA'), answer: [hostAddress('example.com', '192.0.2.1', 300)] })
	),
	discover: udp(68, 67, emitDhcp(dhcpMessage({ type: 'DISCOVER', xid: 0x3903f326, mac: '00:00:5e:00:53:01' }))),
	initiation: wireGuard(INITIATION),
	response: wireGuard(RESPONSE),
	data: wireGuard(DATA),
	keepalive: wireGuard({ ...DATA, counter: 7n, encryptedPacket: of(16) }),
	cookie: wireGuard({ type: 'cookieReply', receiver: 0x99, nonce: of(24), cookie: of(32) }),
	tunnelled: ip(47, of(20))
};
const packets = Object.entries(PACKETS);
const namesOf = ({ layers }: Dissection) => layers.map(({ name }) => name);
const last = ({ layers }: Dissection) => layers.at(-1);

test.each<[keyof typeof PACKETS, Dissection['protocol'], string, string]>([
	['ping', 'icmp', 'Data', 'Echo request, id 757, sequence 1'],
	['pong', 'icmp', 'Data', 'Echo reply, id 757, sequence 1'],
	['unreachable', 'icmp', 'Data', 'Destination unreachable (port unreachable)'],
	['syn', 'tcp', 'Transmission Control Protocol', '49152 → 1337 [SYN]'],
	['request', 'tcp', 'Data', '49152 → 1337 [PSH, ACK], 37 bytes'],
	['datagram', 'udp', 'Data', '5000 → 6000, 33 bytes'],
	['query', 'dns', 'Domain Name System', 'Query 0x002a A example.com'],
	['answer', 'dns', 'Domain Name System', 'Response 0x002a A example.com 192.0.2.1'],
	['discover', 'dhcp', 'Dynamic Host Configuration Protocol', 'DHCP DISCOVER, transaction 0x3903f326'],
	['initiation', 'wireguard', 'WireGuard', 'Handshake initiation, sender 0x00001234'],
	['response', 'wireguard', 'WireGuard', 'Handshake response, sender 0x00000099, receiver 0x00001234'],
	['data', 'wireguard', 'WireGuard', 'Transport data, receiver 0x00000099, counter 0, 96 bytes'],
	['keepalive', 'wireguard', 'WireGuard', 'Keepalive, receiver 0x00000099, counter 7'],
	['cookie', 'wireguard', 'WireGuard', 'Cookie reply, receiver 0x00000099'],
	['tunnelled', 'other', 'Data', 'GRE, 20 bytes']
])('%s is %s, ends in %s, and is summed up as “%s”', (name, protocol, lastLayer, summary) => {
	const found = dissect(PACKETS[name], 'ipv4');
	expect(found).toMatchObject({ protocol, summary, problem: null, ...ADDRESSES });
	expect(last(found)?.name).toBe(lastLayer);
});

describe('the layers of every packet', () => {
	const LINKS: Readonly<Record<LinkType, readonly [header: number, wrap: (packet: Uint8Array) => Uint8Array]>> = {
		ethernet: [14, (packet) => onEthernet(packet)],
		loop: [4, (payload) => emitUtun({ addressFamily: 'ipv4', payload })],
		null: [4, (payload) => concat(fromHex('02000000'), payload)],
		ipv4: [0, (packet) => packet],
		sll: [16, (packet) => concat(fromHex('0000' + '0001' + '0006' + '00005e0053010000' + '0800'), packet)],
		sll2: [
			20,
			(packet) => concat(fromHex('0800' + '0000' + '00000002' + '0001' + '04' + '06' + '00005e0053010000'), packet)
		]
	};

	test.each(Object.entries(LINKS) as [LinkType, (typeof LINKS)[LinkType]][])(
		'on %s follow one another without a gap, name every bit, and say what they mean',
		(linkType, [header, wrap]) => {
			for (const [name, packet] of packets) {
				const bytes = wrap(packet);
				const { layers, payload, problem, summary } = dissect(bytes, linkType);
				expect(layers.reduce((at, { offset, length }) => (offset === at ? at + length : NaN), 0)).toBe(bytes.length);
				for (const { name: layer, fields, length, source } of layers) {
					expect([name, layer, unnamedBits(fields, length)]).toEqual([name, layer, []]);
					expect(badFields(fields, length)).toEqual([]);
					expect(source === '').toBe(layer === 'Data');
				}
				expect([problem, payload.offset + payload.length]).toEqual([null, bytes.length]);
				const bare = dissect(packet, 'ipv4');
				expect([summary, payload.offset]).toEqual([bare.summary, bare.payload.offset + header]);
			}
		}
	);

	test('are named in full', () => {
		expect(namesOf(dissect(onEthernet(PACKETS.data), 'ethernet'))).toEqual([
			'Ethernet II',
			'Internet Protocol, version 4',
			'User Datagram Protocol',
			'WireGuard'
		]);
		expect(dissect(PACKETS.data, 'ipv4').layers.at(-1)?.source).toBe('WireGuard paper §5.4');
	});
});

test('packets of somebody else are understood', () => {
	const syn = dissect(fromHex(HTTP_CAP_SYN), 'ethernet');
	expect(syn).toMatchObject({
		summary: '3372 → 80 [SYN]',
		source: '145.254.160.237',
		destination: '65.208.228.223',
		problem: null
	});
	const discover = dissect(fromHex(DHCP_PCAP_DISCOVER), 'ethernet');
	expect(discover).toMatchObject({
		summary: 'DHCP DISCOVER, transaction 0x00003d1d',
		source: '0.0.0.0',
		destination: '255.255.255.255',
		problem: null
	});
	expect([syn, discover].map(({ layers }) => valueOf(layers[2]?.fields ?? [], 'Checksum'))).toEqual([
		'0xc30c, good',
		'0x591f, good'
	]);
});

describe('plain payload', () => {
	const dataOf = (payload: string) => last(dissect(tcp(['ACK'], payload), 'ipv4'))?.fields.map(({ value }) => value);

	test('is shown when all of it is printable, with its first 60 characters', () => {
		expect(dataOf('hello')).toEqual(['5 bytes: “hello”']);
		expect(dataOf('a\r\n\tb')).toEqual(['5 bytes: “a\\r\\n\\tb”']);
		expect(dataOf('x'.repeat(61))).toEqual([`61 bytes: “${'x'.repeat(60)}…”`]);
	});

	test('is counted when it is not', () => {
		expect(dataOf('\0')).toEqual(['1 byte']);
		expect(dataOf('caf\xe9')).toEqual(['4 bytes']);
	});
});

describe('WireGuard', () => {
	test('is found on any port, that of DNS too', () => {
		for (const message of [INITIATION, RESPONSE, DATA, { ...DATA, receiver: 0 }])
			expect(dissect(wireGuard(message, 53), 'ipv4').protocol).toBe('wireguard');
	});

	test('is not taken for what is DNS after all', () => {
		const query = emitDns({
			...QUERY,
			id: 0x0400,
			flags: dnsFlags(),
			question: [{ name: 'a-long-enough.example.com', type: 1, class: 1 }]
		});
		expect(dissect(udp(5354, 53, query), 'ipv4').protocol).toBe('dns');
	});

	test('lies where the payload does, for whoever opens it', () => {
		const { payload } = dissect(PACKETS.data, 'ipv4');
		expect(PACKETS.data.subarray(payload.offset, payload.offset + payload.length)).toEqual(emitWireGuard(DATA));
	});
});

describe('packets that are not whole', () => {
	test('say where they are cut, and what is there is still taken apart', () => {
		const found = dissect(PACKETS.request.subarray(0, 50), 'ipv4');
		expect(found.problem).toEqual({
			offset: 50,
			sentence: 'The packet is cut short: its total length wants 57 bytes to follow the header, and here are 30.'
		});
		expect(found).toMatchObject({ protocol: 'tcp', summary: '49152 → 1337 [PSH, ACK], 10 bytes' });
		expect(valueOf(found.layers[1]?.fields ?? [], 'Checksum')).toMatch(/, not checked$/);
	});

	test('tell only the first of their problems', () => {
		const found = dissect(PACKETS.query.subarray(0, 50), 'ipv4');
		expect(found).toMatchObject({ protocol: 'dns', summary: 'Query 0x002a' });
		expect(found.problem?.sentence).toContain('cut short');
	});

	test('are no WireGuard when the tag is missing', () => {
		expect(dissect(PACKETS.data.subarray(0, 100), 'ipv4')).toMatchObject({
			protocol: 'udp',
			summary: '40000 → 51820, 72 bytes'
		});
	});

	test('have no problem when they are fragments', () => {
		const whole = emitUdp({ sourcePort: 5000, destinationPort: 6000, payload: of(40) }, ADDRESSES);
		const first = dissect(ip(PROTOCOL.udp, whole.subarray(0, 24), { flags: { DF: false, MF: true } }), 'ipv4');
		expect(first).toMatchObject({ protocol: 'udp', summary: '5000 → 6000, 16 bytes', problem: null });
		expect(valueOf(first.layers[1]?.fields ?? [], 'Checksum')).toMatch(/, not checked$/);
		const second = dissect(
			ip(PROTOCOL.udp, whole.subarray(24), { flags: { DF: false, MF: false }, fragmentOffset: 3 }),
			'ipv4'
		);
		expect(second).toMatchObject({
			protocol: 'other',
			summary: 'Fragment of UDP, packet 0x1234, from byte 24',
			problem: null
		});
		expect(namesOf(second)).toEqual(['Internet Protocol, version 4', 'Data']);
	});

	test('may have a total length of zero, which network cards fill in later', () => {
		const packet = PACKETS.request.slice();
		packet.set([0, 0], 2);
		const found = dissect(onEthernet(packet), 'ethernet');
		expect(found).toMatchObject({
			protocol: 'tcp',
			summary: '49152 → 1337 [PSH, ACK], 37 bytes',
			problem: { offset: 16 }
		});
	});
});

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
