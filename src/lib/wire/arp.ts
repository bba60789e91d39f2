/** Who has this address? Read and never written. RFC 826. */
import { addressText, needs, toHex, viewOf } from './bytes';
import { macText } from './ethernet';
import { type Field } from './fields';
import { counted, field, hex } from './values';

export interface ArpPacket {
	readonly hardwareType: number;
	readonly protocolType: number;
	readonly operation: number;
	/** In bytes: of an address on the link, and of one of the protocol. */
	readonly hardwareLength: number;
	readonly protocolLength: number;
	/** As text: MAC and IPv4 addresses, or hexadecimal for others. */
	readonly senderHardware: string;
	readonly senderProtocol: string;
	readonly targetHardware: string;
	readonly targetProtocol: string;
}

/**
 * Offsets in bytes, from the drawing in RFC 826. Those in `ipv6.ts` look alike and are another table: each is compared
 * with its own RFC, and neither follows from the other.
 */
const AT = {
	hardwareType: 0,
	protocolType: 2,
	hardwareLength: 4,
	protocolLength: 5,
	operation: 6,
	addresses: 8
} as const;
const MAC_LENGTH = 6;
const IPV4_LENGTH = 4;
const OPERATION = { request: 1, reply: 2 } as const;

/** How long the whole packet is, in bytes. Throws a WireError for fewer than 8 bytes. */
export function lengthOfArp(bytes: Uint8Array): number {
	needs(bytes, AT.addresses, 'An ARP packet');
	return AT.addresses + 2 * ((bytes[AT.hardwareLength] ?? 0) + (bytes[AT.protocolLength] ?? 0));
}

/** A packet. Throws a WireError for fewer bytes than it says that it has. */
export function parseArp(bytes: Uint8Array): ArpPacket {
	const length = lengthOfArp(bytes);
	needs(bytes, length, 'An ARP packet with addresses of these lengths');
	const view = viewOf(bytes);
	const [hardwareLength, protocolLength] = [view.getUint8(AT.hardwareLength), view.getUint8(AT.protocolLength)];
	const target = AT.addresses + hardwareLength + protocolLength;
	const text = (from: number, size: number, known: number, words: (part: Uint8Array) => string) => {
		const part = bytes.subarray(from, from + size);
		return size === known ? words(part) : toHex(part);
	};
	return {
		hardwareType: view.getUint16(AT.hardwareType),
		protocolType: view.getUint16(AT.protocolType),
		operation: view.getUint16(AT.operation),
		hardwareLength,
		protocolLength,
		senderHardware: text(AT.addresses, hardwareLength, MAC_LENGTH, macText),
		senderProtocol: text(AT.addresses + hardwareLength, protocolLength, IPV4_LENGTH, addressText),
		targetHardware: text(target, hardwareLength, MAC_LENGTH, macText),
		targetProtocol: text(target + hardwareLength, protocolLength, IPV4_LENGTH, addressText)
	};
}

/** “Who has 192.168.1.1? Tell 192.168.1.23”, “192.168.1.1 is at 00:00:5e:00:53:02”. */
export function summaryOfArp({ operation, senderHardware, senderProtocol, targetProtocol }: ArpPacket): string {
	if (operation === OPERATION.request)
		return senderProtocol === targetProtocol
			? `Announces ${senderProtocol}`
			: `Who has ${targetProtocol}? Tell ${senderProtocol}`;
	return operation === OPERATION.reply ? `${senderProtocol} is at ${senderHardware}` : `ARP, operation ${operation}`;
}

/** The packet’s fields for an inspector. Throws a WireError for fewer bytes than it says that it has. */
export function fieldsOfArp(bytes: Uint8Array): Field[] {
	const arp = parseArp(bytes);
	const { hardwareType, protocolType, hardwareLength, protocolLength, operation } = arp;
	const target = AT.addresses + hardwareLength + protocolLength;
	const name = operation === OPERATION.request ? ', request' : operation === OPERATION.reply ? ', reply' : '';
	const address = (label: string, at: number, length: number, value: string, means: string) =>
		length > 0 ? [field(label, [at, length], value, means)] : [];
	return [
		field(
			'Hardware Type',
			[AT.hardwareType, 2],
			`${hardwareType}${hardwareType === 1 ? ', Ethernet' : ''}`,
			'What kind of link this is.'
		),
		field(
			'Protocol Type',
			[AT.protocolType, 2],
			hex(protocolType, 4),
			'Whose addresses are asked for; 0x0800 is IPv4.'
		),
		field('Hardware Length', [AT.hardwareLength, 1], counted(hardwareLength, 'byte'), 'Of an address on the link.'),
		field('Protocol Length', [AT.protocolLength, 1], counted(protocolLength, 'byte'), 'Of an address of the protocol.'),
		field('Operation', [AT.operation, 2], `${operation}${name}`, '1 asks everybody who has an address; 2 answers.'),
		...address(
			'Sender Hardware Address',
			AT.addresses,
			hardwareLength,
			arp.senderHardware,
			'Who asks or answers, on the link.'
		),
		...address(
			'Sender Protocol Address',
			AT.addresses + hardwareLength,
			protocolLength,
			arp.senderProtocol,
			'The same, by its IP address; nothing proves it.'
		),
		...address(
			'Target Hardware Address',
			target,
			hardwareLength,
			arp.targetHardware,
			'In a request unknown, and mostly zero.'
		),
		...address(
			'Target Protocol Address',
			target + hardwareLength,
			protocolLength,
			arp.targetProtocol,
			'The address that is asked for.'
		)
	];
}
