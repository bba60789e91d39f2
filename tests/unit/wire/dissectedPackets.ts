/** One packet of every kind that the dissector knows, and what its tests build more of them with. */
import { concat, fromHex } from '../../../src/lib/wire/bytes.ts';
import { dhcpMessage, emitDhcp } from '../../../src/lib/wire/dhcp.ts';
import { type Dissection } from '../../../src/lib/wire/dissect.ts';
import { dnsFlags, emitDns, hostAddress, type DnsMessage } from '../../../src/lib/wire/dns.ts';
import { emitEthernet, ETHER_TYPE } from '../../../src/lib/wire/ethernet.ts';
import { emitIcmp } from '../../../src/lib/wire/icmp.ts';
import { emitIpv4, PROTOCOL, type Ipv4Packet } from '../../../src/lib/wire/ipv4.ts';
import { emitTcp, tcpFlags, type TcpFlag, type TcpSegment } from '../../../src/lib/wire/tcp.ts';
import { emitUdp } from '../../../src/lib/wire/udp.ts';
import { emitWireGuard, type WireGuardMessage } from '../../../src/lib/wire/wireguard.ts';

export const ADDRESSES = { source: '10.64.0.2', destination: '192.0.2.80' };
const text = (ascii: string) => Uint8Array.from(ascii, (character) => character.charCodeAt(0));
export const ip = (protocol: number, payload: Uint8Array, more: Partial<Ipv4Packet> = {}) =>
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
export const tcp = (flags: readonly TcpFlag[], payload = '', more: Partial<TcpSegment> = {}) =>
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
export const udp = (sourcePort: number, destinationPort: number, payload: Uint8Array) =>
	ip(PROTOCOL.udp, emitUdp({ sourcePort, destinationPort, payload }, ADDRESSES));
const ping = ip(
	PROTOCOL.icmp,
	emitIcmp({ kind: 'echoRequest', identifier: 757, sequenceNumber: 1, data: text('are you there') })
);
export const QUERY: DnsMessage = {
	...{ id: 42, flags: dnsFlags('RD'), opcode: 0, z: 0, rcode: 0 },
	question: [{ name: 'example.com', type: 1, class: 1 }],
	...{ answer: [], authority: [], additional: [] }
};
export const of = (length: number) => new Uint8Array(length).fill(7);
export const INITIATION: WireGuardMessage = {
	type: 'handshakeInitiation',
	sender: 0x1234,
	ephemeral: of(32),
	static: of(48),
	timestamp: of(28),
	mac1: of(16),
	mac2: new Uint8Array(16)
};
export const RESPONSE: WireGuardMessage = {
	type: 'handshakeResponse',
	sender: 0x99,
	receiver: 0x1234,
	ephemeral: of(32),
	empty: of(16),
	mac1: of(16),
	mac2: new Uint8Array(16)
};
export const DATA: WireGuardMessage = { type: 'transportData', receiver: 0x99, counter: 0n, encryptedPacket: of(112) };
export const wireGuard = (message: WireGuardMessage, port = 51_820) => udp(40_000, port, emitWireGuard(message));
export const onEthernet = (payload: Uint8Array, etherType: number = ETHER_TYPE.ipv4) =>
	emitEthernet({ destination: '00:00:5e:00:53:02', source: '00:00:5e:00:53:01', etherType, payload });

export const PACKETS = {
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
export const packets = Object.entries(PACKETS);
export const namesOf = ({ layers }: Dissection) => layers.map(({ name }) => name);
export const last = ({ layers }: Dissection) => layers.at(-1);
