import { addressBytes, addressText, concat, needs, viewOf } from './bytes';
import { internetChecksum } from './checksum';
import { WireError } from './errors';
import { counted, fits, paddingTo } from './values';

/** What a sender says of a packet. RFC 791 §3.1; `dscp` RFC 2474 §3, `ecn` RFC 3168 §5. */
export interface Ipv4Packet {
	/** Differentiated services codepoint, 6 bits. */
	readonly dscp: number;
	/** Explicit congestion notification, 2 bits. */
	readonly ecn: number;
	readonly identification: number;
	readonly flags: Ipv4Flags;
	/** In units of 8 bytes. */
	readonly fragmentOffset: number;
	/** In hops. */
	readonly timeToLive: number;
	readonly protocol: number;
	/** “10.64.0.2” */
	readonly source: string;
	readonly destination: string;
	/** As they are, 40 bytes at most; emitted with zeros up to a multiple of 4. */
	readonly options: Uint8Array;
	readonly payload: Uint8Array;
}

/** Don’t fragment; more fragments. */
export interface Ipv4Flags {
	readonly DF: boolean;
	readonly MF: boolean;
}

/** What is in a packet besides, and is worked out when one is emitted. */
export interface Ipv4Header extends Omit<Ipv4Packet, 'payload'> {
	/** Of the header, in bytes: the IHL field times 4. */
	readonly headerLength: number;
	/** Of header and payload, in bytes. */
	readonly totalLength: number;
	readonly headerChecksum: number;
	readonly checksumIsRight: boolean;
}
/** A packet that was read, and whether its checksum was right. */
export interface ParsedIpv4 extends Ipv4Header {
	readonly payload: Uint8Array;
}

/** IANA, Assigned Internet Protocol Numbers. */
export const PROTOCOL = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 } as const;
const PROTOCOL_NAMES: Readonly<Record<number, string>> = {
	0: 'hop-by-hop options',
	1: 'ICMP',
	2: 'IGMP',
	4: 'IPv4',
	6: 'TCP',
	17: 'UDP',
	41: 'IPv6',
	43: 'routing header',
	44: 'fragment header',
	47: 'GRE',
	50: 'ESP',
	51: 'authentication header',
	58: 'ICMPv6',
	59: 'nothing',
	60: 'destination options'
};

const AT = {
	...{ version: 0, typeOfService: 1, totalLength: 2, identification: 4, fragment: 6, timeToLive: 8, protocol: 9 },
	...{ headerChecksum: 10, source: 12, destination: 16, options: 20 }
} as const;
/** For whoever points at a field from outside. */
export { AT as IPV4_AT };
const VERSION = 4;
/** The IHL counts words of 4 bytes, and 15 is the most that its 4 bits hold. */
const WORD = 4;
const LONGEST_HEADER = 15 * WORD;
const FLAG = { DF: 0x4000, MF: 0x2000 } as const;
const FRAGMENT_OFFSET = 0x1fff;
export const FRAGMENT_UNIT = 8;
export const IPV4_HEADER_LENGTH = AT.options;

/** “TCP”, or “protocol 99” for one without a name here. */
export const protocolName = (protocol: number): string => PROTOCOL_NAMES[protocol] ?? `protocol ${protocol}`;

/**
 * The header alone, for packets that were cut short; whether `totalLength` holds is not looked at. Options are a view
 * of the given bytes. Throws a WireError for a header that is not whole or not of version 4.
 */
export function parseIpv4Header(bytes: Uint8Array): Ipv4Header {
	needs(bytes, AT.options, 'An IPv4 header');
	const view = viewOf(bytes);
	const first = view.getUint8(AT.version);
	if (first >> 4 !== VERSION) throw new WireError(AT.version, `The version is ${first >> 4}; IPv4 has 4 there.`);
	const headerLength = (first & 0xf) * WORD;
	if (headerLength < AT.options)
		throw new WireError(
			AT.version,
			`The header length is ${counted(headerLength, 'byte')}; 20 to ${LONGEST_HEADER} are allowed.`
		);
	needs(bytes, headerLength, 'An IPv4 header with these options');
	const fragment = view.getUint16(AT.fragment);
	return {
		headerLength,
		dscp: view.getUint8(AT.typeOfService) >> 2,
		ecn: view.getUint8(AT.typeOfService) & 0b11,
		totalLength: view.getUint16(AT.totalLength),
		identification: view.getUint16(AT.identification),
		flags: { DF: (fragment & FLAG.DF) !== 0, MF: (fragment & FLAG.MF) !== 0 },
		fragmentOffset: fragment & FRAGMENT_OFFSET,
		timeToLive: view.getUint8(AT.timeToLive),
		protocol: view.getUint8(AT.protocol),
		headerChecksum: view.getUint16(AT.headerChecksum),
		checksumIsRight: internetChecksum(bytes.subarray(0, headerLength)) === 0,
		source: addressText(bytes.subarray(AT.source)),
		destination: addressText(bytes.subarray(AT.destination)),
		options: bytes.subarray(AT.options, headerLength)
	};
}

/**
 * Reads a packet. What lies behind `totalLength` (padding of the link) is dropped. A wrong checksum is reported, not
 * thrown. RFC 791 §3.1.
 * @param bytes the packet, and perhaps more
 * @returns the packet; options and payload are views of the given bytes
 * @throws {@link WireError} for everything that makes no packet
 */
export function parseIpv4(bytes: Uint8Array): ParsedIpv4 {
	const header = parseIpv4Header(bytes);
	if (header.totalLength < header.headerLength || header.totalLength > bytes.length) {
		throw new WireError(
			AT.totalLength,
			`The total length is ${header.totalLength}; ${header.headerLength} (the header) to ${bytes.length} (what is there) are allowed.`
		);
	}
	return { ...header, payload: bytes.subarray(header.headerLength, header.totalLength) };
}

const headerLengthOf = (packet: Ipv4Packet): number =>
	AT.options + packet.options.length + paddingTo(WORD, packet.options.length);

/** In bytes, header and payload. */
const lengthOfIpv4 = (packet: Ipv4Packet): number => headerLengthOf(packet) + packet.payload.length;

/**
 * Writes a packet, its lengths and checksum worked out. RFC 791 §3.1.
 * @param packet addresses, protocol and payload, and what of the header is not as usual
 * @returns its bytes
 * @throws {@link WireError} for what does not fit its field
 */
export function emitIpv4(packet: Ipv4Packet): Uint8Array {
	const headerLength = headerLengthOf(packet);
	if (headerLength > LONGEST_HEADER)
		throw new WireError(
			AT.options,
			`There are ${counted(packet.options.length, 'byte')} of options; ${LONGEST_HEADER - AT.options} are allowed.`
		);
	const header = new Uint8Array(headerLength);
	const view = viewOf(header);
	view.setUint8(AT.version, (VERSION << 4) | (headerLength / WORD));
	view.setUint8(
		AT.typeOfService,
		(fits(packet.dscp, 6, AT.typeOfService, 'The DSCP') << 2) | fits(packet.ecn, 2, AT.typeOfService, 'The ECN')
	);
	view.setUint16(AT.totalLength, fits(lengthOfIpv4(packet), 16, AT.totalLength, 'The total length'));
	view.setUint16(AT.identification, fits(packet.identification, 16, AT.identification, 'The identification'));
	const flags = (packet.flags.DF ? FLAG.DF : 0) | (packet.flags.MF ? FLAG.MF : 0);
	view.setUint16(AT.fragment, flags | fits(packet.fragmentOffset, 13, AT.fragment, 'The fragment offset'));
	view.setUint8(AT.timeToLive, fits(packet.timeToLive, 8, AT.timeToLive, 'The time to live'));
	view.setUint8(AT.protocol, fits(packet.protocol, 8, AT.protocol, 'The protocol'));
	header.set(addressBytes(packet.source), AT.source);
	header.set(addressBytes(packet.destination), AT.destination);
	header.set(packet.options, AT.options);
	view.setUint16(AT.headerChecksum, internetChecksum(header));
	return concat(header, packet.payload);
}
