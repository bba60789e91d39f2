import { ADDRESSES, type ComponentId } from '../machines/components';
import type { Addresses } from '../wire/checksum';
import { DHCP_PORT, dhcpMessage, emitDhcp } from '../wire/dhcp';
import { DNS_CLASS, DNS_TYPE, dnsFlags, emitDns, hostAddress } from '../wire/dns';
import { emitIcmp } from '../wire/icmp';
import { emitIpv4, PROTOCOL } from '../wire/ipv4';
import { emitTcp } from '../wire/tcp';
import { emitUdp } from '../wire/udp';
import { addressesOf, MAC } from './addresses';
import type { Made } from './made';
import { fillFrom, numberFrom } from './numbers';
import type { Door } from './observe';
import { portOf, tcpSegmentOf } from './tcpSegments';

/** RFC 1700, page 64: the default. */
const TIME_TO_LIVE = 64;
/** ASSUMED: so many routers lie between the phone and the relay, and between the relay and a server. */
const ROUTERS_ON_THE_WAY = 7;
/** Nobody lies between: the access point is in the room, and the gateway is the other end of the tunnel. Every router counts one down, RFC 1812 §5.3.1. */
const NEIGHBOURS: readonly ComponentId[] = ['accessPoint', 'gateway'];

function timeToLiveOf({ answers, packet: { sender } }: Made): number {
	const comesFromAfar = sender === 'relay' || (answers !== null && !NEIGHBOURS.includes(sender));
	return comesFromAfar ? TIME_TO_LIVE - ROUTERS_ON_THE_WAY : TIME_TO_LIVE;
}
const UINT16 = 0xffff;

/** A finished IPv4 packet around a payload that nobody may fragment. */
export const ipv4Around = (
	made: Made,
	protocol: number,
	{ source, destination }: Addresses,
	payload: Uint8Array
): Uint8Array =>
	emitIpv4({
		dscp: 0,
		ecn: 0,
		identification: numberFrom(`identification ${made.number}`) & UINT16,
		flags: { DF: true, MF: false },
		fragmentOffset: 0,
		timeToLive: timeToLiveOf(made),
		protocol,
		source,
		destination,
		options: new Uint8Array(),
		payload
	});

/** The app’s own pinger has this identifier (Mullvad’s code); 16 bytes of filling, and 56 as `ping` has them. */
const ECHO = { probe: { identifier: 757, bytes: 16 }, terminalPing: { identifier: 4_242, bytes: 56 } } as const;

function echo({ packet, conversation, answers, echo: sequence }: Made): Uint8Array {
	const { identifier, bytes } = ECHO[packet.purpose === 'terminalPing' ? 'terminalPing' : 'probe'];
	return emitIcmp({
		kind: answers ? 'echoReply' : 'echoRequest',
		identifier,
		sequenceNumber: sequence & UINT16,
		data: fillFrom(`echo ${conversation}`, bytes)
	});
}

/** Two of the four messages of a lease: the model has a question and an answer. RFC 2131 §3.1. Who has no address yet asks for answers to everybody, §4.1. */
function lease(made: Made): Uint8Array {
	const { conversation, answers, packet } = made;
	const xid = numberFrom(`xid ${conversation}`);
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

function lookup({ conversation, answers, packet }: Made): Uint8Array {
	const message = {
		id: numberFrom(`lookup ${conversation}`) & UINT16,
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

function datagram(made: Made, client: number, server: number, addresses: Addresses, payload: Uint8Array): Uint8Array {
	const [sourcePort, destinationPort] = made.answers ? [server, client] : [client, server];
	return ipv4Around(made, PROTOCOL.udp, addresses, emitUdp({ sourcePort, destinationPort, payload }, addresses));
}

/** A packet that is no message of WireGuard, as an IPv4 packet. */
export function plainPacket(made: Made, doors: ReadonlyMap<Made, Door>): Uint8Array {
	const addresses = addressesOf(made, doors);
	if (made.packet.purpose === 'lease')
		return datagram(made, DHCP_PORT.client, DHCP_PORT.server, addresses, lease(made));
	switch (made.packet.protocol) {
		case 'icmp':
			return ipv4Around(made, PROTOCOL.icmp, addresses, echo(made));
		case 'tcp':
			return ipv4Around(made, PROTOCOL.tcp, addresses, emitTcp(tcpSegmentOf(made), addresses));
		case 'udp':
			return datagram(made, portOf(made), DNS_PORT, addresses, lookup(made));
		case 'wireguard':
			throw new Error('A message of WireGuard needs keys, and this packet has none.');
	}
}
