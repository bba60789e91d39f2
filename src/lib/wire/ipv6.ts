import { needs, viewOf } from './bytes';
import { WireError } from './errors';
import { type Field } from './fields';
import { protocolName } from './ipv4';
import { hopsField } from './ipv4Fields';
import { counted, field, hex } from './values';

/** The fixed header of an IPv6 packet in somebody else’s capture; the model itself sends none. RFC 8200 §3. */
export interface Ipv6Header {
	/** In bytes, behind the 40 of this header. */
	readonly payloadLength: number;
	readonly nextHeader: number;
	/** In hops. */
	readonly hopLimit: number;
	/** As RFC 5952 writes them: “2001:db8::1”. */
	readonly source: string;
	readonly destination: string;
}

/** Offsets in bytes, from the drawing in RFC 8200 §3; why they stand beside those of ARP, `arp.ts` says. */
const AT = {
	version: 0,
	flowLabel: 1,
	payloadLength: 4,
	nextHeader: 6,
	hopLimit: 7,
	source: 8,
	destination: 24,
	payload: 40
} as const;
const ADDRESS_LENGTH = 16;
const FLOW_LABEL = 0xfffff;
export const IPV6_VERSION = 6;
export const IPV6_HEADER_LENGTH = AT.payload;

/** The header of a packet. Throws a WireError for fewer than 40 bytes and for another version. */
export function parseIpv6Header(bytes: Uint8Array): Ipv6Header {
	needs(bytes, AT.payload, 'An IPv6 header');
	const view = viewOf(bytes);
	const version = view.getUint8(AT.version) >> 4;
	if (version !== IPV6_VERSION) throw new WireError(AT.version, `The version is ${version}; IPv6 has 6 there.`);
	return {
		payloadLength: view.getUint16(AT.payloadLength),
		nextHeader: view.getUint8(AT.nextHeader),
		hopLimit: view.getUint8(AT.hopLimit),
		source: ipv6Text(bytes.subarray(AT.source)),
		destination: ipv6Text(bytes.subarray(AT.destination))
	};
}

/** Sixteen bytes as text: groups without leading zeros, the first of the longest runs of zero groups as “::”. RFC 5952 §4. */
export function ipv6Text(bytes: Uint8Array): string {
	const groups = Array.from(
		{ length: ADDRESS_LENGTH / 2 },
		(_, i) => ((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0)
	);
	let longest = { from: 0, length: 1 };
	for (let from = 0; from < groups.length; from++) {
		const end = groups.findIndex((group, i) => i >= from && group !== 0);
		const length = (end < 0 ? groups.length : end) - from;
		if (length > longest.length) longest = { from, length };
	}
	const text = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
	if (longest.length === 1) return text(groups);
	return `${text(groups.slice(0, longest.from))}::${text(groups.slice(longest.from + longest.length))}`;
}

/** The header’s fields for an inspector. Throws a WireError for fewer than 40 bytes. */
export function fieldsOfIpv6(bytes: Uint8Array): Field[] {
	const header = parseIpv6Header(bytes);
	return [
		field(
			'Version',
			[AT.version, 1],
			String(IPV6_VERSION),
			'Version 6 of the Internet Protocol, whose addresses have 128 bits.',
			[0, 3]
		),
		field(
			'Traffic Class',
			[AT.version, 2],
			String((viewOf(bytes).getUint16(AT.version) >> 4) & 0xff),
			'DSCP and ECN, as in IPv4.',
			[4, 11]
		),
		field(
			'Flow Label',
			[AT.flowLabel, 3],
			hex(viewOf(bytes).getUint32(AT.version) & FLOW_LABEL, 5),
			'The same in all packets of one conversation, so that they can take the same way.',
			[4, 23]
		),
		field(
			'Payload Length',
			[AT.payloadLength, 2],
			counted(header.payloadLength, 'byte'),
			'What follows this header of 40 bytes.'
		),
		field(
			'Next Header',
			[AT.nextHeader, 1],
			`${header.nextHeader}, ${protocolName(header.nextHeader)}`,
			'Which protocol follows, or which further header of IPv6.'
		),
		hopsField('Hop Limit', AT.hopLimit, header.hopLimit),
		field(
			'Source Address',
			[AT.source, ADDRESS_LENGTH],
			header.source,
			'Who sent the packet, as far as the packet says.'
		),
		field(
			'Destination Address',
			[AT.destination, ADDRESS_LENGTH],
			header.destination,
			'Where routers should bring the packet.'
		)
	];
}
