import { concat, needs, viewOf } from './bytes';
import { internetChecksum } from './checksum';
import { WireError } from './errors';
import { type Field } from './fields';
import { ICMP_AT as AT, icmpFields, type EchoNumbers } from './icmpFields';
import { checksumValue, fits } from './values';

/** RFC 792, page 14. */
export interface IcmpEcho extends EchoNumbers {
	readonly kind: 'echoRequest' | 'echoReply';
	/** Comes back in the reply as it was. */
	readonly data: Uint8Array;
}
/** Any other message. */
export interface IcmpOther {
	readonly kind: 'other';
	readonly type: number;
	readonly code: number;
	/** Everything behind the checksum, 4 bytes at least. */
	readonly rest: Uint8Array;
}
/** A message of ICMP. */
export type IcmpMessage = IcmpEcho | IcmpOther;
/** A message that was read, and whether its checksum was right. */
export type ParsedIcmp = IcmpMessage & { readonly checksum: number; readonly checksumIsRight: boolean };

/** RFC 792, page 14. */
export const ICMP_TYPE = {
	echoReply: 0,
	destinationUnreachable: 3,
	redirect: 5,
	echoRequest: 8,
	timeExceeded: 11
} as const;
const TYPE_NAMES: Readonly<Record<number, string>> = {
	...{
		0: 'Echo reply',
		3: 'Destination unreachable',
		4: 'Source quench',
		5: 'Redirect',
		8: 'Echo request',
		9: 'Router advertisement'
	},
	...{ 10: 'Router solicitation', 11: 'Time exceeded', 12: 'Parameter problem', 13: 'Timestamp', 14: 'Timestamp reply' }
};
/** RFC 792, RFC 1122 §3.2.2.1, RFC 1812 §5.2.7.1; in the order of their codes. */
const CODE_NAMES: Readonly<Record<number, readonly string[]>> = {
	3: [
		...[
			'net unreachable',
			'host unreachable',
			'protocol unreachable',
			'port unreachable',
			'fragmentation needed',
			'source route failed',
			'destination net unknown'
		],
		...[
			'destination host unknown',
			'source host isolated',
			'net prohibited',
			'host prohibited',
			'net unreachable for this service',
			'host unreachable for this service'
		],
		...['communication prohibited', 'host precedence violation', 'precedence cutoff']
	],
	5: ['for the net', 'for the host', 'for service and net', 'for service and host'],
	11: ['time to live exceeded in transit', 'fragment reassembly time exceeded']
};

export const ICMP_HEADER_LENGTH = AT.body;

/** “Destination unreachable (port unreachable)”, “Echo request”, “Type 40, code 2”. */
export function icmpName(type: number, code: number): string {
	const name = TYPE_NAMES[type];
	const detail = CODE_NAMES[type]?.[code];
	if (name === undefined) return `Type ${type}, code ${code}`;
	return detail === undefined ? name : `${name} (${detail})`;
}

const isEcho = (type: number, code: number): boolean =>
	code === 0 && (type === ICMP_TYPE.echoRequest || type === ICMP_TYPE.echoReply);

/**
 * Reads a message. An echo with a code other than 0 is “other”. A wrong checksum is reported, not thrown. RFC 792.
 * @param bytes the payload of an IPv4 packet
 * @returns the message; its data are a view of the given bytes
 * @throws {@link WireError} for fewer than 8 bytes, which every message has
 */
export function parseIcmp(bytes: Uint8Array): ParsedIcmp {
	needs(bytes, AT.body, 'An ICMP message');
	const view = viewOf(bytes);
	const type = view.getUint8(AT.type);
	const code = view.getUint8(AT.code);
	const sums = { checksum: view.getUint16(AT.checksum), checksumIsRight: internetChecksum(bytes) === 0 };
	if (!isEcho(type, code)) return { kind: 'other', type, code, rest: bytes.subarray(AT.rest), ...sums };
	return {
		kind: type === ICMP_TYPE.echoRequest ? 'echoRequest' : 'echoReply',
		identifier: view.getUint16(AT.identifier),
		sequenceNumber: view.getUint16(AT.sequenceNumber),
		data: bytes.subarray(AT.body),
		...sums
	};
}

/**
 * Writes a message, its checksum worked out.
 * @param message an echo, or another
 * @returns its bytes
 * @throws {@link WireError} for what does not fit, and for an echo that calls itself “other”
 */
export function emitIcmp(message: IcmpMessage): Uint8Array {
	const bytes = message.kind === 'other' ? otherBytes(message) : echoBytes(message);
	viewOf(bytes).setUint16(AT.checksum, internetChecksum(bytes));
	return bytes;
}

function echoBytes({ kind, identifier, sequenceNumber, data }: IcmpEcho): Uint8Array {
	const header = new Uint8Array(AT.body);
	const view = viewOf(header);
	view.setUint8(AT.type, ICMP_TYPE[kind]);
	view.setUint16(AT.identifier, fits(identifier, 16, AT.identifier, 'The identifier'));
	view.setUint16(AT.sequenceNumber, fits(sequenceNumber, 16, AT.sequenceNumber, 'The sequence number'));
	return concat(header, data);
}

function otherBytes({ type, code, rest }: IcmpOther): Uint8Array {
	if (isEcho(type, code))
		throw new WireError(
			AT.type,
			`Type ${type} with code 0 is an echo; it has an identifier, a sequence number and data.`
		);
	if (rest.length < AT.body - AT.rest)
		throw new WireError(
			AT.rest,
			`Behind the checksum there are ${rest.length} bytes; at least ${AT.body - AT.rest} are allowed.`
		);
	return concat(Uint8Array.of(fits(type, 8, AT.type, 'The type'), fits(code, 8, AT.code, 'The code'), 0, 0), rest);
}

/**
 * The fields of the first 8 bytes for an inspector. `isWhole` is false for a message of which bytes are missing, whose
 * checksum nobody can check. Throws a WireError for fewer than 8 bytes.
 */
export function fieldsOfIcmp(bytes: Uint8Array, isWhole = true): Field[] {
	const message = parseIcmp(bytes);
	const type = bytes[AT.type] ?? 0;
	const code = bytes[AT.code] ?? 0;
	const words = {
		name: TYPE_NAMES[type],
		means: typeMeans(type),
		detail: CODE_NAMES[type]?.[code],
		checksum: checksumValue(message.checksum, isWhole ? message.checksumIsRight : null),
		covers: 'Over the whole message, as in RFC 1071.'
	};
	return icmpFields(bytes, words, message.kind === 'other' ? null : message);
}

function typeMeans(type: number): string {
	if (type === ICMP_TYPE.echoRequest)
		return 'A ping: asks whoever has the destination address to send the same data back.';
	if (type === ICMP_TYPE.echoReply) return 'The answer to a ping, with the same identifier, sequence number and data.';
	if (type === ICMP_TYPE.destinationUnreachable || type === ICMP_TYPE.timeExceeded)
		return 'A router or host says why it could not deliver a packet, whose first bytes follow.';
	return `What the message is about${TYPE_NAMES[type] === undefined ? '; this number has no name here' : ''}.`;
}
