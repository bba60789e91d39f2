/** What Linux puts before packets of its interface “any”, read and never written. tcpdump.org, LINKTYPE_LINUX_SLL and LINKTYPE_LINUX_SLL2. */
import { needs, toHex, viewOf } from './bytes';
import { etherTypeField, macText } from './ethernet';
import { type Field } from './fields';
import { counted, field, type Span } from './values';

/** The first form, and the second, which names the interface. */
export type SllForm = 'sll' | 'sll2';

export interface SllHeader {
	readonly packetType: number;
	/** ARPHRD_ of Linux: 1 is Ethernet. */
	readonly hardwareType: number;
	/** The sender’s address on the link, as many bytes as it has, 8 at most are kept. */
	readonly address: Uint8Array;
	readonly etherType: number;
	/** Of the second form only. */
	readonly interfaceIndex: number | null;
}

interface Places {
	readonly length: number;
	readonly packetType: Span;
	readonly hardwareType: Span;
	readonly addressLength: Span;
	readonly address: Span;
	readonly protocol: Span;
	readonly reserved: Span | null;
	readonly interfaceIndex: Span | null;
}

const AT: Readonly<Record<SllForm, Places>> = {
	sll: {
		length: 16,
		packetType: [0, 2],
		hardwareType: [2, 2],
		addressLength: [4, 2],
		address: [6, 8],
		protocol: [14, 2],
		reserved: null,
		interfaceIndex: null
	},
	sll2: {
		length: 20,
		packetType: [10, 1],
		hardwareType: [8, 2],
		addressLength: [11, 1],
		address: [12, 8],
		protocol: [0, 2],
		reserved: [2, 2],
		interfaceIndex: [4, 4]
	}
};
const MAC_LENGTH = 6;
const TYPES = ['to this machine', 'to everybody', 'to a group', 'to somebody else', 'sent by this machine'];

/** In bytes. */
export const sllHeaderLength = (form: SllForm): number => AT[form].length;

/** The header; the address is a view of the given bytes. Throws a WireError for fewer bytes than it has. */
export function parseSll(bytes: Uint8Array, form: SllForm): SllHeader {
	const at = AT[form];
	needs(bytes, at.length, 'The header of a Linux cooked capture');
	const view = viewOf(bytes);
	const number = ([offset, length]: Span) => (length === 1 ? view.getUint8(offset) : view.getUint16(offset));
	const [start, most] = at.address;
	return {
		packetType: number(at.packetType),
		hardwareType: number(at.hardwareType),
		address: bytes.subarray(start, start + Math.min(most, number(at.addressLength))),
		etherType: number(at.protocol),
		interfaceIndex: at.interfaceIndex ? view.getUint32(at.interfaceIndex[0]) : null
	};
}

/** The address as text: a MAC address when it has six bytes, “none” when it has none. */
export const sllAddressText = (address: Uint8Array): string =>
	address.length === MAC_LENGTH ? macText(address) : address.length === 0 ? 'none' : toHex(address);

/** The header’s fields for an inspector. Throws a WireError for fewer bytes than it has. */
export function fieldsOfSll(bytes: Uint8Array, form: SllForm): Field[] {
	const at = AT[form];
	const { packetType, hardwareType, address, etherType, interfaceIndex } = parseSll(bytes, form);
	const length = viewOf(bytes);
	const said = at.addressLength[1] === 1 ? length.getUint8(at.addressLength[0]) : length.getUint16(at.addressLength[0]);
	const fields = [
		field(
			'Packet Type',
			at.packetType,
			`${packetType}, ${TYPES[packetType] ?? 'unknown'}`,
			'Whom the packet was for, as Linux saw it.'
		),
		field(
			'ARPHRD Type',
			at.hardwareType,
			`${hardwareType}${hardwareType === 1 ? ', Ethernet' : ''}`,
			'What kind of interface it was.'
		),
		field('Address Length', at.addressLength, counted(said, 'byte'), 'How much of the next field is used.'),
		field('Address', at.address, sllAddressText(address), 'Who put the packet on the link; to whom is not recorded.'),
		etherTypeField('Protocol', at.protocol, etherType),
		...(at.reserved
			? [
					field(
						'Reserved',
						at.reserved,
						toHex(bytes.subarray(at.reserved[0], at.reserved[0] + at.reserved[1])),
						'Has to be zero.'
					)
				]
			: []),
		...(at.interfaceIndex
			? [
					field(
						'Interface Index',
						at.interfaceIndex,
						String(interfaceIndex),
						'The number of the interface on the machine that captured.'
					)
				]
			: [])
	];
	return fields.sort((a, b) => a.offset - b.offset);
}
