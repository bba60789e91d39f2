import { concat, needs, viewOf } from './bytes';
import { WireError } from './errors';
import { type Field } from './fields';
import { field } from './values';

/** The address family before a packet of utun. */
export type IpFamily = 'ipv4' | 'ipv6';

/** What is read from and written to a utun descriptor: an IP packet after its address family. xnu, bsd/net/if_utun.c. */
export interface UtunPacket {
	readonly addressFamily: IpFamily;
	/** The IP packet. */
	readonly payload: Uint8Array;
}

/** xnu, bsd/sys/socket.h: AF_INET and AF_INET6. */
const AF = { ipv4: 2, ipv6: 30 } as const;
/** AF_INET6 of NetBSD and OpenBSD, of FreeBSD, of Apple systems. tcpdump.org, link-layer header types, LINKTYPE_NULL. */
const IPV6_ANYWHERE: readonly number[] = [24, 28, AF.ipv6];

const AT = { addressFamily: 0, payload: 4 } as const;
export const UTUN_HEADER_LENGTH = AT.payload;

/**
 * Reads a packet of utun.
 * @param bytes the whole packet
 * @returns the family and the IP packet, which is a view of the given bytes
 * @throws {@link WireError} for a family that is neither 2 nor 30
 */
export function parseUtun(bytes: Uint8Array): UtunPacket {
	needs(bytes, AT.payload, 'The address family before a packet of a tunnel');
	const number = viewOf(bytes).getUint32(AT.addressFamily);
	const addressFamily = number === AF.ipv4 ? 'ipv4' : number === AF.ipv6 ? 'ipv6' : null;
	if (addressFamily === null)
		throw new WireError(AT.addressFamily, `The address family is ${number}; 2 (IPv4) and 30 (IPv6) are allowed.`);
	return { addressFamily, payload: bytes.subarray(AT.payload) };
}

/**
 * Writes a packet as utun has it: the family in network byte order, then the packet.
 * @param packet the family and the IP packet
 * @returns its bytes
 */
export const emitUtun = (packet: UtunPacket): Uint8Array =>
	concat(Uint8Array.of(0, 0, 0, AF[packet.addressFamily]), packet.payload);

/**
 * The family that a capture of any system names: in network byte order (LINKTYPE_LOOP), or in that of the machine that
 * captured it, which may be either (LINKTYPE_NULL). tcpdump.org, link-layer header types. Throws a WireError for other families.
 */
export function loopbackFamily(bytes: Uint8Array, order: 'network' | 'either'): IpFamily {
	needs(bytes, AT.payload, 'The address family before a packet');
	const view = viewOf(bytes);
	const numbers = [
		view.getUint32(AT.addressFamily),
		...(order === 'either' ? [view.getUint32(AT.addressFamily, true)] : [])
	];
	if (numbers.includes(AF.ipv4)) return 'ipv4';
	if (numbers.some((number) => IPV6_ANYWHERE.includes(number))) return 'ipv6';
	throw new WireError(
		AT.addressFamily,
		`The address family is ${Math.min(...numbers)}; 2 (IPv4) and 24, 28 and 30 (IPv6) are allowed.`
	);
}

/** The header’s one field for an inspector, in either byte order. Throws a WireError for fewer than 4 bytes. */
export function fieldsOfUtun(bytes: Uint8Array): Field[] {
	needs(bytes, AT.payload, 'The address family before a packet');
	const view = viewOf(bytes);
	const number = Math.min(view.getUint32(AT.addressFamily), view.getUint32(AT.addressFamily, true));
	const name = number === AF.ipv4 ? 'AF_INET' : IPV6_ANYWHERE.includes(number) ? 'AF_INET6' : 'unknown';
	const means =
		'Says which version of the Internet Protocol follows; systems put it before packets on interfaces without a cable.';
	return [field('Address Family', [AT.addressFamily, AT.payload], `${number}, ${name}`, means)];
}
