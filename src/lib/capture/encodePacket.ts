import { ADDRESSES, type ComponentId } from '../machines/components';
import type { Packet } from '../machines/packets';
import type { Addresses } from '../wire/checksum';
import { DHCP_PORT, dhcpMessage, emitDhcp } from '../wire/dhcp';
import { DNS_CLASS, DNS_TYPE, dnsFlags, emitDns, hostAddress } from '../wire/dns';
import { emitIcmp } from '../wire/icmp';
import { emitIpv4, PROTOCOL } from '../wire/ipv4';
import { emitTcp } from '../wire/tcp';
import { emitUdp } from '../wire/udp';
import { addressesOf, MAC } from './addresses';
import type { TracedPacket } from './tracedPacket';
import { stableBytes, stableHash } from './stableHash';
import type { Door } from './packetTracer';
import { portOf, tcpSegmentOf } from './tcpSegments';

/** RFC 1700, page 64: the default. */
const TIME_TO_LIVE = 64;
/** ASSUMED: so many routers lie between the phone and the relay, and between the relay and a server. */
const ROUTERS_ON_THE_WAY = 7;
/** Nobody lies between: the access point is in the room, and the gateway is the other end of the tunnel. Every router counts one down, RFC 1812 §5.3.1. */
const NEIGHBOURS: readonly ComponentId[] = ['accessPoint', 'gateway'];

function timeToLiveOf({ answers, packet: { sender } }: TracedPacket): number {
	const comesFromAfar = sender === 'relay' || (answers !== null && !NEIGHBOURS.includes(sender));
	return comesFromAfar ? TIME_TO_LIVE - ROUTERS_ON_THE_WAY : TIME_TO_LIVE;
}
const UINT16 = 0xffff;

/** A finished IPv4 packet around a payload that nobody may fragment. */
export const ipv4Around = (
	traced: TracedPacket,
	protocol: number,
	{ source, destination }: Addresses,
	payload: Uint8Array
): Uint8Array =>
	emitIpv4({
		dscp: 0,
		ecn: 0,
		identification: stableHash(`identification ${traced.number}`) & UINT16,
		flags: { DF: true, MF: false },
		fragmentOffset: 0,
		timeToLive: timeToLiveOf(traced),
		protocol,
		source,
		destination,
		options: new Uint8Array(),
		payload
	});

/**
 * Echo requests by who makes them. Mullvad’s code: the old pinger’s are a bare header with this identifier; the stack’s
 * have 16 bytes of filling, and an identifier that each start of the tunnel draws anew (this one is ours). `ping` has 56.
 */
const ECHO = {
	bsdSocket: { identifier: 757, bytes: 0 },
	userspaceStack: { identifier: 20_240, bytes: 16 },
	ping: { identifier: 4_242, bytes: 56 }
} as const;

const echoMaker = ({ purpose, api }: Packet): keyof typeof ECHO =>
	purpose === 'terminalPing' ? 'ping' : api === 'userspaceStack' ? 'userspaceStack' : 'bsdSocket';

function echo({ packet, conversation, answers, echo: sequence }: TracedPacket): Uint8Array {
	const { identifier, bytes } = ECHO[echoMaker(answers?.packet ?? packet)];
	return emitIcmp({
		kind: answers ? 'echoReply' : 'echoRequest',
		identifier,
		sequenceNumber: sequence & UINT16,
		data: stableBytes(`echo ${conversation}`, bytes)
	});
}

/** Two of the four messages of a lease: the model has a question and an answer. RFC 2131 §3.1. Who has no address yet asks for answers to everybody, §4.1. */
function lease(traced: TracedPacket): Uint8Array {
	const { conversation, answers, packet } = traced;
	const xid = stableHash(`xid ${conversation}`);
	if (!answers)
		return emitDhcp(
			dhcpMessage({
				type: 'DISCOVER',
				xid,
				mac: MAC.phone,
				broadcast: true,
				options: [{ name: 'parameterRequestList', codes: [1, 3, 6] }]
			})
		);
	const { phone, accessPoint } = packet.answer === 'lying' ? ADDRESSES.lyingLan : ADDRESSES.lan;
	return emitDhcp(
		dhcpMessage({
			...{ type: 'OFFER', xid, mac: MAC.phone, broadcast: true, yiaddr: phone, siaddr: accessPoint },
			options: [
				{ name: 'serverIdentifier', address: accessPoint },
				{ name: 'ipAddressLeaseTime', seconds: 86_400 },
				{ name: 'subnetMask', address: '255.255.255.0' },
				{ name: 'router', addresses: [accessPoint] },
				{ name: 'domainNameServer', addresses: [accessPoint] }
			]
		})
	);
}

/** A name for documents, RFC 2606 §2. */
const RELAY_NAME = 'relay.vpn.example';
const DNS_PORT = 53;
const DNS_TTL_SECONDS = 300;

function lookup({ conversation, answers, packet }: TracedPacket): Uint8Array {
	const message = {
		id: stableHash(`lookup ${conversation}`) & UINT16,
		opcode: 0,
		z: 0,
		rcode: 0,
		authority: [],
		additional: []
	};
	const question = [{ name: RELAY_NAME, type: DNS_TYPE.A, class: DNS_CLASS.IN }];
	if (!answers) return emitDns({ ...message, question, flags: dnsFlags('RD'), answer: [] });
	const address = packet.answer === 'lying' ? ADDRESSES.website : ADDRESSES.relays[0];
	return emitDns({
		...message,
		question,
		flags: dnsFlags('QR', 'RD', 'RA'),
		answer: [hostAddress(RELAY_NAME, address, DNS_TTL_SECONDS)]
	});
}

function datagram(
	traced: TracedPacket,
	client: number,
	server: number,
	addresses: Addresses,
	payload: Uint8Array
): Uint8Array {
	const [sourcePort, destinationPort] = traced.answers ? [server, client] : [client, server];
	return ipv4Around(traced, PROTOCOL.udp, addresses, emitUdp({ sourcePort, destinationPort, payload }, addresses));
}

/**
 * A packet that is no message of WireGuard, in bytes.
 * @param traced the packet
 * @param doors through which door the kernel router let each packet out
 * @returns an IPv4 packet
 */
export function encodePacket(traced: TracedPacket, doors: ReadonlyMap<TracedPacket, Door>): Uint8Array {
	const addresses = addressesOf(traced, doors);
	if (traced.packet.purpose === 'lease')
		return datagram(traced, DHCP_PORT.client, DHCP_PORT.server, addresses, lease(traced));
	switch (traced.packet.protocol) {
		case 'icmp':
			return ipv4Around(traced, PROTOCOL.icmp, addresses, echo(traced));
		case 'tcp':
			return ipv4Around(traced, PROTOCOL.tcp, addresses, emitTcp(tcpSegmentOf(traced), addresses));
		case 'udp':
			return datagram(traced, portOf(traced), DNS_PORT, addresses, lookup(traced));
		case 'wireguard':
			throw new Error('A message of WireGuard needs keys, and this packet has none.');
	}
}
