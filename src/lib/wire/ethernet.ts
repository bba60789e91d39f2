import { concat, needs, viewOf } from './bytes';
import { WireError } from './errors';
import { type Field } from './fields';
import { field, fits, hex, type Span } from './values';

/** An Ethernet II frame as captures have it: without preamble and without the frame check sequence. RFC 894. */
export interface EthernetFrame {
	/** “00:00:5e:00:53:01” */
	readonly destination: string;
	readonly source: string;
	/** What the payload is; up to 1500 it is the length of an IEEE 802.3 frame instead. */
	readonly etherType: number;
	/** Perhaps with padding at its end: a frame on a cable has at least 46 bytes of it. IEEE 802.3 §3.2.8. */
	readonly payload: Uint8Array;
}

/** IANA, IEEE 802 numbers. */
export const ETHER_TYPE = { ipv4: 0x0800, arp: 0x0806, vlan: 0x8100, ipv6: 0x86dd, serviceVlan: 0x88a8 } as const;
/** IEEE 802.3 §3.2.6: from here on the field is a type. */
const FIRST_TYPE = 0x0600;
const NAMES: Readonly<Record<number, string>> = {
	0x0800: 'IPv4',
	0x0806: 'ARP',
	0x86dd: 'IPv6',
	0x8100: 'VLAN tag',
	0x888e: 'EAPOL',
	0x88a8: 'service VLAN tag',
	0x88cc: 'LLDP'
};

const AT = { destination: 0, source: 6, etherType: 12, payload: 14 } as const;
const MAC_LENGTH = 6;
export const ETHERNET_HEADER_LENGTH = AT.payload;

/** “00:00:5e:00:53:01” as six bytes; throws a WireError for anything else. For documents there is 00:00:5e:00:53:00 to ff, RFC 7042 §2.1.2. */
export function macBytes(mac: string): Uint8Array {
	if (!/^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/i.test(mac)) {
		throw new WireError(
			0,
			`“${mac}” is not a MAC address; six bytes of two hexadecimal digits with colons between them are.`
		);
	}
	return Uint8Array.from(mac.split(':'), (byte) => parseInt(byte, 16));
}

/** Six bytes as “00:00:5e:00:53:01”. */
export const macText = (bytes: Uint8Array): string =>
	Array.from(bytes.subarray(0, MAC_LENGTH), (byte) => byte.toString(16).padStart(2, '0')).join(':');

/** What an EtherType stands for: “IPv4”, or “type 0x88cc” for one without a name here. */
export const etherTypeName = (etherType: number): string =>
	NAMES[etherType] ?? (etherType < FIRST_TYPE ? `IEEE 802.3, length ${etherType}` : `type ${hex(etherType, 4)}`);

/** An EtherType for an inspector. Not only Ethernet has one: a VLAN tag and Linux’s own headers do as well. */
export const etherTypeField = (
	name: string,
	at: Span,
	etherType: number,
	means = 'Which protocol the payload belongs to.'
): Field => field(name, at, `${hex(etherType, 4)}, ${etherTypeName(etherType)}`, means);

/**
 * Reads a frame. RFC 894.
 * @param bytes the frame, without preamble and check sequence
 * @returns the frame; its payload is a view of the given bytes
 * @throws {@link WireError} for fewer than 14 bytes
 */
export function parseEthernet(bytes: Uint8Array): EthernetFrame {
	needs(bytes, AT.payload, 'An Ethernet header');
	return {
		destination: macText(bytes.subarray(AT.destination)),
		source: macText(bytes.subarray(AT.source)),
		etherType: viewOf(bytes).getUint16(AT.etherType),
		payload: bytes.subarray(AT.payload)
	};
}

/**
 * Writes a frame, without padding: a capture on the sending machine sees none.
 * @param frame addresses, EtherType and payload
 * @returns its bytes
 * @throws {@link WireError} for what is no MAC address or no EtherType
 */
export function emitEthernet(frame: EthernetFrame): Uint8Array {
	const etherType = fits(frame.etherType, 16, AT.etherType, 'The EtherType');
	return concat(
		macBytes(frame.destination),
		macBytes(frame.source),
		Uint8Array.of(etherType >> 8, etherType & 0xff),
		frame.payload
	);
}

/** The header’s fields for an inspector. Throws a WireError for fewer than 14 bytes. */
export function fieldsOfEthernet(bytes: Uint8Array): Field[] {
	const { destination, source, etherType } = parseEthernet(bytes);
	return [
		field(
			'Destination',
			[AT.destination, MAC_LENGTH],
			destination,
			`Who on this link should take the frame: ${whom(bytes[AT.destination] ?? 0, destination)}.`
		),
		field(
			'Source',
			[AT.source, MAC_LENGTH],
			source,
			'The network interface that put the frame on this link; routers replace it.'
		),
		etherTypeField(
			'Type',
			[AT.etherType, 2],
			etherType,
			etherType < FIRST_TYPE ? 'So small a value is the length of an IEEE 802.3 frame.' : undefined
		)
	];
}

/** The lowest bit of the first byte marks a group. IEEE 802 §8.2. */
function whom(firstByte: number, mac: string): string {
	if (mac === 'ff:ff:ff:ff:ff:ff') return 'everybody (broadcast)';
	return (firstByte & 1) === 1 ? 'a group (multicast)' : 'one interface';
}
