import { concat, needs, viewOf } from './bytes';
import { transportChecksum, type Addresses } from './checksum';
import { WireError } from './errors';
import { type Field } from './fields';
import { PROTOCOL } from './ipv4';
import { checksumValue, counted, field, fits, hex } from './values';

/** What a sender says in a datagram. RFC 768. */
export interface UdpDatagram {
	readonly sourcePort: number;
	readonly destinationPort: number;
	readonly payload: Uint8Array;
}

/** What is in a datagram besides, and is worked out when one is emitted. */
export interface ParsedUdp extends UdpDatagram {
	/** Of header and payload, in bytes. */
	readonly length: number;
	/** 0 when the sender made none. */
	readonly checksum: number;
	/** null when there is none, and when nobody can say, for the addresses are not known. */
	readonly checksumIsRight: boolean | null;
}

const AT = { sourcePort: 0, destinationPort: 2, length: 4, checksum: 6, payload: 8 } as const;
export const UDP_HEADER_LENGTH = AT.payload;
/** RFC 768: 0 in the field says that there is no checksum, so one that comes out as 0 is sent as its other form. */
const NO_CHECKSUM = 0;
const ZERO_AS_SENT = 0xffff;

/** The header alone, for datagrams that were cut short; whether `length` holds is not looked at. Throws a WireError for fewer than 8 bytes. */
export function parseUdpHeader(bytes: Uint8Array) {
	needs(bytes, AT.payload, 'A UDP header');
	const view = viewOf(bytes);
	return {
		sourcePort: view.getUint16(AT.sourcePort),
		destinationPort: view.getUint16(AT.destinationPort),
		length: view.getUint16(AT.length),
		checksum: view.getUint16(AT.checksum)
	};
}

/**
 * Reads a datagram. RFC 768.
 * @param bytes the datagram, and perhaps more
 * @param addresses the two ends: with them the checksum is checked, and reported, not thrown
 * @returns the datagram; its payload is a view of the given bytes, cut to `length`
 * @throws {@link WireError} for a length that does not hold
 */
export function parseUdp(bytes: Uint8Array, addresses?: Addresses): ParsedUdp {
	const header = parseUdpHeader(bytes);
	const { length } = header;
	if (length < AT.payload || length > bytes.length) {
		throw new WireError(
			AT.length,
			`The length is ${length}; ${AT.payload} (the header) to ${bytes.length} (what is there) are allowed.`
		);
	}
	return {
		...header,
		checksumIsRight: isRight(bytes.subarray(0, length), addresses),
		payload: bytes.subarray(AT.payload, length)
	};
}

function isRight(datagram: Uint8Array, addresses: Addresses | undefined): boolean | null {
	if (!addresses || viewOf(datagram).getUint16(AT.checksum) === NO_CHECKSUM) return null;
	return transportChecksum(addresses, PROTOCOL.udp, datagram) === 0;
}

/** In bytes, header and payload. */
const lengthOfUdp = (datagram: UdpDatagram): number => AT.payload + datagram.payload.length;

/**
 * Writes a datagram, its length and checksum worked out. RFC 768.
 * @param datagram ports and payload
 * @param addresses the two ends, for the checksum; null leaves it out
 * @returns its bytes
 * @throws {@link WireError} for what does not fit its field
 */
export function emitUdp(datagram: UdpDatagram, addresses: Addresses | null): Uint8Array {
	const header = new Uint8Array(AT.payload);
	const view = viewOf(header);
	view.setUint16(AT.sourcePort, fits(datagram.sourcePort, 16, AT.sourcePort, 'The source port'));
	view.setUint16(AT.destinationPort, fits(datagram.destinationPort, 16, AT.destinationPort, 'The destination port'));
	view.setUint16(AT.length, fits(lengthOfUdp(datagram), 16, AT.length, 'The length'));
	const bytes = concat(header, datagram.payload);
	if (addresses)
		viewOf(bytes).setUint16(AT.checksum, transportChecksum(addresses, PROTOCOL.udp, bytes) || ZERO_AS_SENT);
	return bytes;
}

/**
 * The header’s fields for an inspector. With addresses the checksum is checked, which takes the whole datagram.
 * Throws a WireError for fewer than 8 bytes.
 */
export function fieldsOfUdp(bytes: Uint8Array, addresses?: Addresses): Field[] {
	const { sourcePort, destinationPort, length, checksum } = parseUdpHeader(bytes);
	const isWhole = length >= AT.payload && length <= bytes.length;
	const value =
		checksum === NO_CHECKSUM
			? `${hex(checksum, 4)}, none`
			: checksumValue(checksum, isWhole ? isRight(bytes.subarray(0, length), addresses) : null);
	return [
		field(
			'Source Port',
			[AT.sourcePort, 2],
			String(sourcePort),
			'Which program of the sending machine; answers go there.'
		),
		field(
			'Destination Port',
			[AT.destinationPort, 2],
			String(destinationPort),
			'Which program of the receiving machine.'
		),
		field('Length', [AT.length, 2], counted(length, 'byte'), 'Header and payload together.'),
		field(
			'Checksum',
			[AT.checksum, 2],
			value,
			'Over header, payload and the addresses of the IP header; over IPv4 a sender may leave it out and send 0.'
		)
	];
}
