/**
 * What a capture file holds, whatever its format: the values that the writer takes and that the reader gives.
 *
 * Sources: draft-ietf-opsawg-pcapng (pcapng), draft-ietf-opsawg-pcap (pcap), https://www.tcpdump.org/linktypes.html.
 */

/** What a packet of an interface begins with; values of the LinkType registry, names without their “LINKTYPE_”. */
export const LINKTYPE = {
	/** Four bytes of address family in the byte order of the capturing machine, then the packet. */
	NULL: 0,
	ETHERNET: 1,
	/** An IPv4 or IPv6 packet with nothing before it. */
	RAW: 101,
	/** As NULL, with the address family in network byte order. */
	LOOP: 108,
	/** What Linux gives of its interface “any”: who a packet was for, and its EtherType; the second form names the interface too. */
	LINUX_SLL: 113,
	LINUX_SLL2: 276,
	/** An IPv4 packet with nothing before it. */
	IPV4: 228,
	/** The same of IPv6. */
	IPV6: 229
} as const;

/**
 * Names a link type as its registry does.
 * @param linkType a value of the LinkType registry
 * @returns “LINKTYPE_ETHERNET” for 1; for a value that has no name here, such as 147, “link type 147”
 */
export function nameOfLinkType(linkType: number): string {
	const known = Object.entries(LINKTYPE).find(([, value]) => value === linkType);
	return known ? `LINKTYPE_${known[0]}` : `link type ${linkType}`;
}

/** A packet in bytes; the limit of Wireshark for most link types, and no IPv4 packet comes near it. */
export const MAX_PACKET_LENGTH = 256 * 1024;
/** A block of pcapng in bytes, headers and all; the limit of Wireshark and libpcap. */
export const MAX_BLOCK_LENGTH = 16 * 1024 * 1024;
/** Interfaces in a file, over all of its sections; our own limit. */
export const MAX_INTERFACES = 4096;

/** The largest values of the unsigned fields that a capture file has. */
export const MAX_UINT16 = 0xffff;
export const MAX_UINT32 = 0xffff_ffff;

/** A point at which packets were captured. An empty text stands for none. */
export interface CaptureInterface {
	readonly name: string;
	readonly description: string;
	/** A value of LINKTYPE, or another of the registry, from 0 to 65535. */
	readonly linkType: number;
}

/** As seen from the interface. */
export type Direction = 'inbound' | 'outbound';

/** A packet to be written into a capture. */
export interface CapturedPacket {
	/** Its place in the list of interfaces, from 0. */
	readonly interface: number;
	/** Whole microseconds since 1970-01-01 00:00:00 UTC; a safe integer that is not negative. */
	readonly timeUs: number;
	/** At most MAX_PACKET_LENGTH. */
	readonly bytes: Uint8Array;
	/** On the wire, in bytes, if that was longer than what was captured. */
	readonly originalLength?: number;
	readonly comment?: string;
	readonly direction?: Direction;
}

/** A capture to be written: where it was taken, the keys that open it, and its packets. */
export interface Capture {
	readonly comment?: string;
	/** At most MAX_INTERFACES. */
	readonly interfaces: readonly CaptureInterface[];
	/** A WireGuard key log; stands before all packets in the file. */
	readonly secrets?: string;
	/** In the order of the file; gone through once. */
	readonly packets: Iterable<CapturedPacket>;
}

/** The beginning of a section of a pcapng file, or of a pcap file. */
export interface SectionItem {
	readonly kind: 'section';
	readonly format: 'pcapng' | 'pcap';
	readonly littleEndian: boolean;
	/** What wrote the section; empty where the file does not say. */
	readonly application: string;
	/** Empty where there is none. */
	readonly comment: string;
	/** Of the block, in bytes from the beginning of the file. */
	readonly offset: number;
}

/** An interface that the file describes. */
export interface InterfaceItem extends CaptureInterface {
	readonly kind: 'interface';
	/** From 0, counted over the whole file: a second section goes on where the first ended. */
	readonly index: number;
	/** Bytes that were captured of each packet at most; 0 for no limit. */
	readonly snapLength: number;
	readonly offset: number;
}

/** A packet that was captured. */
export interface PacketItem {
	readonly kind: 'packet';
	/** From 0, counted over the whole file; Wireshark’s frame number is one more. */
	readonly index: number;
	/** The `index` of its interface. */
	readonly interface: number;
	/** Whole microseconds since 1970, finer times rounded down; null where the file gives no time (a simple packet block) or none that a safe integer holds. */
	readonly timeUs: number | null;
	/** A copy that belongs to the receiver. */
	readonly bytes: Uint8Array;
	/** On the wire, in bytes; not less than what was captured. */
	readonly originalLength: number;
	/** Several comments are joined by line feeds. */
	readonly comment?: string;
	readonly direction?: Direction;
	/** Of the block or record, header and all, in bytes from the beginning of the file. */
	readonly offset: number;
}

/** Secrets that are text: a key log of SSH, TLS, OPC UA or WireGuard. */
export interface SecretsItem {
	readonly kind: 'secrets';
	/** One of SECRETS in pcapngBlocks.ts. */
	readonly secretsType: number;
	readonly text: string;
	readonly offset: number;
}

/** Something in the file is not as it should be. */
export interface ProblemItem {
	readonly kind: 'problem';
	/** Where, in bytes from the beginning of the file. */
	readonly offset: number;
	readonly sentence: string;
	/** Whether what follows in the file is still read; false in the last item of a file that had to be given up. */
	readonly goesOn: boolean;
}

/** What a reader finds in a capture file, in the order of the file. */
export type CapturedItem = SectionItem | InterfaceItem | PacketItem | SecretsItem | ProblemItem;
