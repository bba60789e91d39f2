import { type Addresses } from './checksum';
import { DHCP_PORT, dhcpTypeOf, fieldsOfDhcp, parseDhcp } from './dhcp';
import { type Draft } from './dissection';
import { parseDns, parseDnsHeader } from './dns';
import { fieldsOfDns, summaryOfDns } from './dnsFields';
import { WireError } from './errors';
import { fieldsOfIcmp, ICMP_HEADER_LENGTH, icmpName, parseIcmp } from './icmp';
import { fieldsOfIcmpv6, icmpv6HeaderLength, parseIcmpv6, summaryOfIcmpv6 } from './icmpv6';
import { fieldsOfTcp, flagsText, parseTcp, parseTcpHeader } from './tcp';
import { fieldsOfUdp, parseUdp, parseUdpHeader, UDP_HEADER_LENGTH } from './udp';
import { counted, hex } from './values';
import { fieldsOfWireGuard, looksLikeWireGuard, parseWireGuard, TAG_BYTES, type WireGuardMessage } from './wireguard';

/** IANA, Service Name and Transport Protocol Port Number Registry. */
const DNS_PORT = 53;

/** What IP says of the payload that follows: from whom to whom, and whether all of it is here (not cut, not a fragment). */
export interface Carried extends Addresses {
	readonly isWhole: boolean;
}

/** RFC 792. */
export function dissectIcmp(draft: Draft, { isWhole }: Carried): void {
	const bytes = draft.rest;
	draft.protocol = 'icmp';
	const message = parseIcmp(bytes);
	draft.enter('Internet Control Message Protocol', 'RFC 792', ICMP_HEADER_LENGTH, fieldsOfIcmp(bytes, isWhole));
	draft.carry();
	if (message.kind === 'other') draft.summary = icmpName(message.type, message.code);
	else
		draft.summary = `${message.kind === 'echoRequest' ? 'Echo request' : 'Echo reply'}, id ${message.identifier}, sequence ${message.sequenceNumber}`;
}

/** RFC 4443. */
export function dissectIcmpv6(draft: Draft, carried: Carried): void {
	const bytes = draft.rest;
	draft.protocol = 'icmpv6';
	const message = parseIcmpv6(bytes);
	draft.enter(
		'Internet Control Message Protocol, version 6',
		'RFC 4443',
		icmpv6HeaderLength(message),
		fieldsOfIcmpv6(bytes, carried.isWhole ? carried : undefined)
	);
	draft.carry();
	draft.summary = summaryOfIcmpv6(message);
}

/** RFC 9293 §3.1. */
export function dissectTcp(draft: Draft, carried: Carried): void {
	const bytes = draft.rest;
	const base = draft.at;
	draft.protocol = 'tcp';
	const header = parseTcpHeader(bytes);
	draft.enter(
		'Transmission Control Protocol',
		'RFC 9293 §3.1',
		header.headerLength,
		fieldsOfTcp(bytes, carried.isWhole ? carried : undefined)
	);
	draft.carry();
	draft.summary = `${header.sourcePort} → ${header.destinationPort} [${flagsText(header.flags)}]${andBytes(draft.end - draft.at)}`;
	draft.attempt(() => parseTcp(bytes), base);
}

/** RFC 768, and what is known to travel in it. */
export function dissectUdp(draft: Draft, carried: Carried): void {
	const bytes = draft.rest;
	const base = draft.at;
	draft.protocol = 'udp';
	const header = parseUdpHeader(bytes);
	draft.enter(
		'User Datagram Protocol',
		'RFC 768',
		UDP_HEADER_LENGTH,
		fieldsOfUdp(bytes, carried.isWhole ? carried : undefined)
	);
	const datagram = carried.isWhole ? draft.attempt(() => parseUdp(bytes), base) : undefined;
	if (datagram) draft.end = base + datagram.length;
	draft.carry();
	const { sourcePort, destinationPort } = header;
	draft.summary = `${sourcePort} → ${destinationPort}${andBytes(draft.end - draft.at)}`;
	if (draft.at === draft.end) return;
	const ports = [sourcePort, destinationPort];
	const isWhole = datagram !== undefined;
	draft.attempt(() => {
		if (ports.includes(DNS_PORT) && !isRatherWireGuard(draft.rest)) dissectDns(draft);
		else if (ports.includes(DHCP_PORT.server) || ports.includes(DHCP_PORT.client)) dissectDhcp(draft);
		else if (isWhole && looksLikeWireGuard(draft.rest)) dissectWireGuard(draft);
	});
}

const andBytes = (length: number): string => (length === 0 ? '' : `, ${counted(length, 'byte')}`);

/** VPN providers offer WireGuard on the port of DNS. Read as DNS, its messages ask nothing or make no sense. */
function isRatherWireGuard(bytes: Uint8Array): boolean {
	if (!looksLikeWireGuard(bytes)) return false;
	try {
		return parseDns(bytes).question.length === 0;
	} catch (error) {
		if (error instanceof WireError) return true;
		throw error;
	}
}

function dissectDns(draft: Draft): void {
	const bytes = draft.rest;
	parseDnsHeader(bytes);
	draft.attempt(() => parseDns(bytes));
	draft.protocol = 'dns';
	draft.summary = summaryOfDns(bytes);
	draft.enter('Domain Name System', 'RFC 1035 §4.1', bytes.length, fieldsOfDns(bytes));
}

function dissectDhcp(draft: Draft): void {
	const bytes = draft.rest;
	const fields = fieldsOfDhcp(bytes);
	const message = draft.attempt(() => parseDhcp(bytes));
	draft.protocol = 'dhcp';
	draft.summary = message ? `DHCP ${dhcpTypeOf(message) ?? message.op}, transaction ${hex(message.xid, 8)}` : 'DHCP';
	draft.enter('Dynamic Host Configuration Protocol', 'RFC 2131 §2', bytes.length, fields);
}

function dissectWireGuard(draft: Draft): void {
	const bytes = draft.rest;
	const message = parseWireGuard(bytes);
	draft.protocol = 'wireguard';
	draft.summary = summaryOfWireGuard(message);
	draft.enter('WireGuard', 'WireGuard paper §5.4', bytes.length, fieldsOfWireGuard(bytes));
}

function summaryOfWireGuard(message: WireGuardMessage): string {
	const index = (value: number) => hex(value, 8);
	switch (message.type) {
		case 'handshakeInitiation':
			return `Handshake initiation, sender ${index(message.sender)}`;
		case 'handshakeResponse':
			return `Handshake response, sender ${index(message.sender)}, receiver ${index(message.receiver)}`;
		case 'cookieReply':
			return `Cookie reply, receiver ${index(message.receiver)}`;
		case 'transportData': {
			const sealed = message.encryptedPacket.length - TAG_BYTES;
			const name = sealed === 0 ? 'Keepalive' : 'Transport data';
			return `${name}, receiver ${index(message.receiver)}, counter ${message.counter}${andBytes(sealed)}`;
		}
	}
}
