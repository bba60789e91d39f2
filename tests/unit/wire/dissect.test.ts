import { describe, expect, test } from 'vitest';
import { concat, fromHex } from '../../../src/lib/wire/bytes.ts';
import { dissect, type Dissection, type LinkType } from '../../../src/lib/wire/dissect.ts';
import { dnsFlags, emitDns } from '../../../src/lib/wire/dns.ts';
import { PROTOCOL } from '../../../src/lib/wire/ipv4.ts';
import { emitUdp } from '../../../src/lib/wire/udp.ts';
import { emitUtun } from '../../../src/lib/wire/utun.ts';
import { emitWireGuard } from '../../../src/lib/wire/wireguard.ts';
import { DHCP_PCAP_DISCOVER, HTTP_CAP_SYN } from '../../vectors/packets.ts';
import { badFields, unnamedBits, valueOf } from './fuzzing.ts';
import {
	ADDRESSES,
	ip,
	tcp,
	udp,
	QUERY,
	of,
	INITIATION,
	RESPONSE,
	DATA,
	wireGuard,
	onEthernet,
	PACKETS,
	packets,
	namesOf,
	last
} from './dissectedPackets.ts';

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
