import { fieldsOfArp, lengthOfArp, parseArp, summaryOfArp } from './arp';
import { dissectIcmp, dissectIcmpv6, dissectTcp, dissectUdp, type Carried } from './dissectPayload';
import { Draft, type Dissection } from './dissection';
import { ETHER_TYPE, ETHERNET_HEADER_LENGTH, etherTypeName, fieldsOfEthernet, parseEthernet } from './ethernet';
import { FRAGMENT_UNIT, IPV4_AT, parseIpv4Header, PROTOCOL, protocolName, type Ipv4Header } from './ipv4';
import { fieldsOfIpv4 } from './ipv4Fields';
import { fieldsOfIpv6, IPV6_HEADER_LENGTH, IPV6_VERSION, parseIpv6Header } from './ipv6';
import { fieldsOfIpv6Extension, isIpv6Extension, NO_NEXT_HEADER, parseIpv6Extension } from './ipv6Extensions';
import { fieldsOfSll, parseSll, sllAddressText, sllHeaderLength, type SllForm } from './sll';
import { fieldsOfUtun, loopbackFamily, UTUN_HEADER_LENGTH } from './utun';
import { counted, hex } from './values';
import { fieldsOfVlanTag, parseVlanTag, VLAN_TAG_LENGTH } from './vlan';

export type { Dissection } from './dissection';

/** What packets of a capture begin with: LINKTYPE_ETHERNET, LINKTYPE_LOOP (as utun), LINKTYPE_NULL, both forms of LINKTYPE_LINUX_SLL; “ipv4” is nothing but IP. */
export type LinkType = 'ethernet' | 'loop' | 'null' | 'ipv4' | SllForm;

/**
 * Takes a packet apart, layer by layer, as far as it can be understood. What is not understood becomes a last layer
 * “Data”, which has no source. Padding of the link belongs to no layer. Never throws.
 * @param bytes the whole packet, as it was captured
 * @param linkType what it begins with
 * @returns its layers from the outside in; offsets are bytes from the packet’s beginning
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
	ipv4: ip,
	sll: (draft) => cooked(draft, 'sll'),
	sll2: (draft) => cooked(draft, 'sll2')
};

function ethernet(draft: Draft): void {
	const { etherType, ...addresses } = parseEthernet(draft.rest);
	draft.enter('Ethernet II', 'RFC 894', ETHERNET_HEADER_LENGTH, fieldsOfEthernet(draft.rest));
	draft.say(addresses, `Ethernet, ${etherTypeName(etherType)}`);
	byEtherType(draft, etherType);
}

/** Names the sender on the link, if it has an address, and nobody else. */
function cooked(draft: Draft, form: SllForm): void {
	const { address, etherType } = parseSll(draft.rest, form);
	draft.enter(
		form === 'sll' ? 'Linux cooked capture' : 'Linux cooked capture, version 2',
		'tcpdump.org, link-layer header types',
		sllHeaderLength(form),
		fieldsOfSll(draft.rest, form)
	);
	draft.source = address.length > 0 ? sllAddressText(address) : null;
	draft.summary = `Linux cooked capture, ${etherTypeName(etherType)}`;
	byEtherType(draft, etherType);
}

function byEtherType(draft: Draft, etherType: number): void {
	if (etherType === ETHER_TYPE.ipv4) draft.attempt(() => ipv4(draft));
	else if (etherType === ETHER_TYPE.ipv6) draft.attempt(() => ipv6(draft));
	else if (etherType === ETHER_TYPE.arp) draft.attempt(() => arp(draft));
	else if (etherType === ETHER_TYPE.vlan || etherType === ETHER_TYPE.serviceVlan) draft.attempt(() => vlan(draft));
}

/** One tag, or one in the other: each takes 4 bytes, so there is an end to them. */
function vlan(draft: Draft): void {
	const tag = parseVlanTag(draft.rest);
	draft.enter('Virtual LAN tag', 'IEEE 802.1Q §9.6', VLAN_TAG_LENGTH, fieldsOfVlanTag(draft.rest));
	draft.summary = `VLAN ${tag.vlan}, ${etherTypeName(tag.etherType)}`;
	byEtherType(draft, tag.etherType);
}

function arp(draft: Draft): void {
	const packet = parseArp(draft.rest);
	const length = lengthOfArp(draft.rest);
	draft.enter('Address Resolution Protocol', 'RFC 826', length, fieldsOfArp(draft.rest));
	draft.protocol = 'arp';
	draft.summary = summaryOfArp(packet);
	// What follows is padding of the link.
	draft.end = draft.at;
	draft.carry();
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
		draft.note(
			draft.end,
			`The packet is cut short: ${what} ${counted(length, 'byte')} to follow the header, and here are ${left}.`
		);
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
	if (totalLength < headerLength)
		draft.note(
			begin + IPV4_AT.totalLength,
			`The total length is ${totalLength}, which is less than the header has; all that is here is taken for the packet.`
		);
	const isWhole = totalLength >= headerLength && cutTo(draft, totalLength - headerLength, 'its total length wants');
	const isLaterFragment = header.fragmentOffset > 0;
	draft.say(
		header,
		isLaterFragment ? fragmentSummary(header) : `${protocolName(protocol)}, ${counted(draft.end - draft.at, 'byte')}`
	);
	if (!isLaterFragment)
		draft.attempt(() => transport(draft, protocol, { ...header, isWhole: isWhole && !header.flags.MF }));
}

const fragmentSummary = ({ protocol, identification, fragmentOffset }: Ipv4Header): string =>
	`Fragment of ${protocolName(protocol)}, packet ${hex(identification, 4)}, from byte ${fragmentOffset * FRAGMENT_UNIT}`;

function transport(draft: Draft, protocol: number, carried: Carried): void {
	if (protocol === PROTOCOL.icmp) dissectIcmp(draft, carried);
	else if (protocol === PROTOCOL.tcp) dissectTcp(draft, carried);
	else if (protocol === PROTOCOL.udp) dissectUdp(draft, carried);
	else if (protocol === PROTOCOL.icmpv6) dissectIcmpv6(draft, carried);
}

function ipv6(draft: Draft): void {
	const header = parseIpv6Header(draft.rest);
	draft.enter('Internet Protocol, version 6', 'RFC 8200 §3', IPV6_HEADER_LENGTH, fieldsOfIpv6(draft.rest));
	const isWhole = cutTo(draft, header.payloadLength, 'its payload length wants');
	draft.say(header, ipv6Summary(draft, header.nextHeader));
	draft.attempt(() => behindIpv6(draft, header.nextHeader, { ...header, isWhole }));
}

const ipv6Summary = (draft: Draft, nextHeader: number): string =>
	`IPv6, ${protocolName(nextHeader)}${nextHeader === NO_NEXT_HEADER ? '' : `, ${counted(draft.end - draft.at, 'byte')}`}`;

/** Extension headers, each of 8 bytes at least, and then what is carried. RFC 8200 §4. */
function behindIpv6(draft: Draft, first: number, carried: Carried): void {
	let [nextHeader, isWhole] = [first, carried.isWhole];
	while (isIpv6Extension(nextHeader)) {
		const extension = parseIpv6Extension(draft.rest, nextHeader);
		draft.enter(extension.name, extension.source, extension.length, fieldsOfIpv6Extension(draft.rest, nextHeader));
		nextHeader = extension.nextHeader;
		draft.summary = ipv6Summary(draft, nextHeader);
		const { fragment, segmentsLeft } = extension;
		if (fragment && fragment.offset > 0) {
			draft.summary = `Fragment of ${protocolName(nextHeader)}, packet ${hex(fragment.identification, 8)}, from byte ${fragment.offset * FRAGMENT_UNIT}`;
			return;
		}
		// The checksum is over the last destination, which is in the routing header.
		isWhole &&= !fragment?.more && segmentsLeft === 0;
	}
	draft.attempt(() => transport(draft, nextHeader, { ...carried, isWhole }));
}
