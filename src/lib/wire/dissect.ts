import { dissectIcmp, dissectTcp, dissectUdp, type Carried } from './dissectPayload';
import { Draft, type Dissection } from './dissection';
import { ETHER_TYPE, ETHERNET_HEADER_LENGTH, etherTypeName, fieldsOfEthernet, parseEthernet } from './ethernet';
import { fieldsOfIpv4, FRAGMENT_UNIT, IPV4_AT, parseIpv4Header, PROTOCOL, protocolName, type Ipv4Header } from './ipv4';
import { fieldsOfIpv6, IPV6_HEADER_LENGTH, IPV6_VERSION, parseIpv6Header } from './ipv6';
import { fieldsOfUtun, loopbackFamily, UTUN_HEADER_LENGTH } from './utun';
import { counted, hex } from './values';

export type { Dissection } from './dissection';

/** What packets of a capture begin with: LINKTYPE_ETHERNET, LINKTYPE_LOOP (as utun), LINKTYPE_NULL; “ipv4” is nothing but IP. */
export type LinkType = 'ethernet' | 'loop' | 'null' | 'ipv4';

/**
 * Takes a packet apart, layer by layer, as far as it can be understood; offsets of layers are bytes from the packet’s
 * beginning. What is not understood becomes a last layer “Data”, which has no source. Padding of the link belongs to no
 * layer. Of IPv6 only the first header is taken apart, and `protocol` goes by what it says. Never throws.
 */
export function dissect(bytes: Uint8Array, linkType: LinkType): Dissection {
	const draft = new Draft(bytes);
	draft.attempt(() => LINKS[linkType](draft));
	return draft.finish();
}

const LINKS: Readonly<Record<LinkType, (draft: Draft) => void>> = {
	ethernet,
	loop: (draft) => loopback(draft, 'network'),
	null: (draft) => loopback(draft, 'either'),
	ipv4: ip
};

function ethernet(draft: Draft): void {
	const { etherType, ...addresses } = parseEthernet(draft.rest);
	draft.enter('Ethernet II', 'RFC 894', ETHERNET_HEADER_LENGTH, fieldsOfEthernet(draft.rest));
	draft.say(addresses, `Ethernet, ${etherTypeName(etherType)}`);
	if (etherType === ETHER_TYPE.ipv4) draft.attempt(() => ipv4(draft));
	else if (etherType === ETHER_TYPE.ipv6) draft.attempt(() => ipv6(draft));
}

function loopback(draft: Draft, order: 'network' | 'either'): void {
	const family = loopbackFamily(draft.rest, order);
	const name = order === 'network' ? 'Address family of the interface (utun)' : 'Address family of the interface';
	draft.enter(name, 'tcpdump.org, link-layer header types', UTUN_HEADER_LENGTH, fieldsOfUtun(draft.rest));
	draft.attempt(() => (family === 'ipv4' ? ipv4(draft) : ipv6(draft)));
}

/** Captures of bare IP have both versions. */
function ip(draft: Draft): void {
	const version = (draft.rest[0] ?? 0) >> 4;
	if (version === IPV6_VERSION) ipv6(draft);
	else ipv4(draft);
}

/** Ends the packet where its header says; false, with a problem noted, when there is less. */
function cutTo(draft: Draft, length: number, what: string): boolean {
	const left = draft.end - draft.at;
	if (length > left) {
		draft.note(draft.end, `The packet is cut short: ${what} ${counted(length, 'byte')} to follow the header, and here are ${left}.`);
		return false;
	}
	draft.end = draft.at + length;
	return true;
}

function ipv4(draft: Draft): void {
	const begin = draft.at;
	const header = parseIpv4Header(draft.rest);
	const { protocol, headerLength, totalLength } = header;
	draft.enter('Internet Protocol, version 4', 'RFC 791 §3.1', headerLength, fieldsOfIpv4(draft.rest));
	if (totalLength < headerLength) draft.note(begin + IPV4_AT.totalLength, `The total length is ${totalLength}, which is less than the header has; all that is here is taken for the packet.`);
	const isWhole = totalLength >= headerLength && cutTo(draft, totalLength - headerLength, 'its total length wants');
	const isLaterFragment = header.fragmentOffset > 0;
	draft.say(header, isLaterFragment ? fragmentSummary(header) : `${protocolName(protocol)}, ${counted(draft.end - draft.at, 'byte')}`);
	if (!isLaterFragment) draft.attempt(() => transport(draft, protocol, { ...header, isWhole: isWhole && !header.flags.MF }));
}

const fragmentSummary = ({ protocol, identification, fragmentOffset }: Ipv4Header): string =>
	`Fragment of ${protocolName(protocol)}, packet ${hex(identification, 4)}, from byte ${fragmentOffset * FRAGMENT_UNIT}`;

function transport(draft: Draft, protocol: number, carried: Carried): void {
	if (protocol === PROTOCOL.icmp) dissectIcmp(draft, carried);
	else if (protocol === PROTOCOL.tcp) dissectTcp(draft, carried);
	else if (protocol === PROTOCOL.udp) dissectUdp(draft, carried);
}

const IPV6_PROTOCOL: Readonly<Record<number, Dissection['protocol']>> = { [PROTOCOL.icmpv6]: 'icmp', [PROTOCOL.tcp]: 'tcp', [PROTOCOL.udp]: 'udp' };

function ipv6(draft: Draft): void {
	const header = parseIpv6Header(draft.rest);
	const { nextHeader, payloadLength } = header;
	draft.enter('Internet Protocol, version 6', 'RFC 8200 §3', IPV6_HEADER_LENGTH, fieldsOfIpv6(draft.rest));
	cutTo(draft, payloadLength, 'its payload length wants');
	draft.say(header, `IPv6, ${protocolName(nextHeader)}, ${counted(draft.end - draft.at, 'byte')}`);
	draft.protocol = IPV6_PROTOCOL[nextHeader] ?? 'other';
}
