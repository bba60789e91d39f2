import { concat, needs, viewOf } from './bytes';
import { transportChecksum, type Addresses } from './checksum';
import { WireError } from './errors';
import { type Field } from './fields';
import { PROTOCOL } from './ipv4';
import { emitTcpOptions, explainTcpOption, parseTcpOptions, type TcpOption } from './tcpOptions';
import { checksumValue, counted, field, fits, flag, paddingTo } from './values';

/** What a sender says in a segment. RFC 9293 §3.1. */
export interface TcpSegment {
	readonly sourcePort: number;
	readonly destinationPort: number;
	/** Of the SYN where there is one, else of the first byte of the payload; 32 bits, never negative. */
	readonly sequenceNumber: number;
	/** The next sequence number that is expected; means something with ACK only. */
	readonly acknowledgmentNumber: number;
	readonly flags: TcpFlags;
	/** In bytes, before any window scale. */
	readonly window: number;
	/** Means something with URG only. */
	readonly urgentPointer: number;
	/** 40 bytes at most; emitted with zeros up to a multiple of 4, which come back as “end”. */
	readonly options: readonly TcpOption[];
	readonly payload: Uint8Array;
}

/** The control bits in the order of RFC 9293 §3.1. */
export const TCP_FLAGS = ['CWR', 'ECE', 'URG', 'ACK', 'PSH', 'RST', 'SYN', 'FIN'] as const;
/** A flag of a segment, as RFC 9293 calls it. */
export type TcpFlag = (typeof TCP_FLAGS)[number];
/** Which flags are set. */
export type TcpFlags = Readonly<Record<TcpFlag, boolean>>;

/** What is in a segment besides, and is worked out when one is emitted. */
export interface ParsedTcp extends TcpSegment {
	/** Of header and options, in words of 4 bytes. */
	readonly dataOffset: number;
	readonly checksum: number;
	/** null when nobody can say, for the addresses are not known. */
	readonly checksumIsRight: boolean | null;
}

const AT = {
	...{ sourcePort: 0, destinationPort: 2, sequenceNumber: 4, acknowledgmentNumber: 8, dataOffset: 12, flags: 13 },
	...{ window: 14, checksum: 16, urgentPointer: 18, options: 20 }
} as const;
/** The data offset counts words of 4 bytes, and 15 is the most that its 4 bits hold. */
const WORD = 4;
const LONGEST_HEADER = 15 * WORD;
export const TCP_HEADER_LENGTH = AT.options;

/**
 * Flags for a segment: `tcpFlags('SYN', 'ACK')`. RFC 9293 §3.1.
 * @param set those that are set
 * @returns every flag, those that were not named unset
 */
export const tcpFlags = (...set: readonly TcpFlag[]): TcpFlags =>
	Object.fromEntries(TCP_FLAGS.map((name) => [name, set.includes(name)])) as Record<TcpFlag, boolean>;

/** “SYN, ACK”: those that are set, in the order in which people say them. */
export const flagsText = (flags: TcpFlags): string =>
	TCP_FLAGS.filter((name) => flags[name])
		.reverse()
		.join(', ');

const flagsOf = (byte: number): TcpFlags => tcpFlags(...TCP_FLAGS.filter((_, bit) => (byte & (0x80 >> bit)) !== 0));
const byteOf = (flags: TcpFlags): number =>
	TCP_FLAGS.reduce((byte, name, bit) => byte | (flags[name] ? 0x80 >> bit : 0), 0);

/** Of header and options, in bytes, with the offset of the field in which it is wrong. */
function headerLengthIn(bytes: Uint8Array): number {
	needs(bytes, AT.options, 'A TCP header');
	const length = ((bytes[AT.dataOffset] ?? 0) >> 4) * WORD;
	if (length < AT.options || length > bytes.length) {
		throw new WireError(
			AT.dataOffset,
			`The data offset is ${counted(length, 'byte')}; ${AT.options} to ${Math.min(LONGEST_HEADER, bytes.length)} are allowed here.`
		);
	}
	return length;
}

/** The header without its options, which may be unreadable. Throws a WireError for fewer than 20 bytes or a wrong data offset. */
export function parseTcpHeader(bytes: Uint8Array) {
	const headerLength = headerLengthIn(bytes);
	const view = viewOf(bytes);
	return {
		/** With options, in bytes. */
		headerLength,
		sourcePort: view.getUint16(AT.sourcePort),
		destinationPort: view.getUint16(AT.destinationPort),
		sequenceNumber: view.getUint32(AT.sequenceNumber),
		acknowledgmentNumber: view.getUint32(AT.acknowledgmentNumber),
		flags: flagsOf(view.getUint8(AT.flags)),
		window: view.getUint16(AT.window),
		checksum: view.getUint16(AT.checksum),
		urgentPointer: view.getUint16(AT.urgentPointer)
	};
}

const isRight = (bytes: Uint8Array, addresses: Addresses | undefined): boolean | null =>
	addresses ? transportChecksum(addresses, PROTOCOL.tcp, bytes) === 0 : null;

/**
 * Reads a segment. RFC 9293 §3.1.
 * @param bytes the segment, to where IP says that it ends
 * @param addresses the two ends: with them the checksum is checked, and reported, not thrown
 * @returns the segment; its payload and the bytes in its options are views of the given bytes
 * @throws {@link WireError} for everything that makes no segment
 */
export function parseTcp(bytes: Uint8Array, addresses?: Addresses): ParsedTcp {
	const { headerLength, ...header } = parseTcpHeader(bytes);
	return {
		...header,
		dataOffset: headerLength / WORD,
		checksumIsRight: isRight(bytes, addresses),
		options: optionsIn(bytes, headerLength).map(({ option }) => option),
		payload: bytes.subarray(headerLength)
	};
}

/** The options with offsets that count from the first byte of the header, in errors too. */
function optionsIn(bytes: Uint8Array, headerLength: number) {
	try {
		return parseTcpOptions(bytes.subarray(AT.options, headerLength)).map((placed) => ({
			...placed,
			offset: AT.options + placed.offset
		}));
	} catch (error) {
		throw error instanceof WireError ? new WireError(AT.options + error.offset, error.message) : error;
	}
}

function paddedOptions(segment: TcpSegment): Uint8Array {
	const options = emitTcpOptions(segment.options);
	if (options.length > LONGEST_HEADER - AT.options)
		throw new WireError(
			AT.options,
			`There are ${options.length} bytes of options; ${LONGEST_HEADER - AT.options} are allowed.`
		);
	return concat(options, new Uint8Array(paddingTo(WORD, options.length)));
}

/**
 * Writes a segment, its data offset and checksum worked out. RFC 9293 §3.1.
 * @param segment ports, numbers, flags, options and payload
 * @param addresses the two ends, for the checksum
 * @returns its bytes
 * @throws {@link WireError} for what does not fit its field
 */
export function emitTcp(segment: TcpSegment, addresses: Addresses): Uint8Array {
	const options = paddedOptions(segment);
	const header = new Uint8Array(AT.options);
	const view = viewOf(header);
	view.setUint16(AT.sourcePort, fits(segment.sourcePort, 16, AT.sourcePort, 'The source port'));
	view.setUint16(AT.destinationPort, fits(segment.destinationPort, 16, AT.destinationPort, 'The destination port'));
	view.setUint32(AT.sequenceNumber, fits(segment.sequenceNumber, 32, AT.sequenceNumber, 'The sequence number'));
	view.setUint32(
		AT.acknowledgmentNumber,
		fits(segment.acknowledgmentNumber, 32, AT.acknowledgmentNumber, 'The acknowledgment number')
	);
	view.setUint8(AT.dataOffset, ((AT.options + options.length) / WORD) << 4);
	view.setUint8(AT.flags, byteOf(segment.flags));
	view.setUint16(AT.window, fits(segment.window, 16, AT.window, 'The window'));
	view.setUint16(AT.urgentPointer, fits(segment.urgentPointer, 16, AT.urgentPointer, 'The urgent pointer'));
	const bytes = concat(header, options, segment.payload);
	viewOf(bytes).setUint16(AT.checksum, transportChecksum(addresses, PROTOCOL.tcp, bytes));
	return bytes;
}

/** What each bit says when it is set, and when it is not. RFC 9293 §3.1; CWR and ECE RFC 3168 §6.1. */
const FLAG_MEANS: Readonly<Record<TcpFlag, readonly [on: string, off: string]>> = {
	CWR: [
		'Congestion window reduced: the sender has heard of congestion and slowed down.',
		'The sender reports no slowing down.'
	],
	ECE: [
		'In a SYN: understands explicit congestion notification; later: a packet came with a mark of congestion.',
		'No mark of congestion is reported.'
	],
	URG: ['The urgent pointer means something.', 'The urgent pointer means nothing.'],
	ACK: [
		'The acknowledgment number means something; so it is in every segment but the first.',
		'The acknowledgment number means nothing: a connection begins, or is refused.'
	],
	PSH: [
		'Push: the receiver should hand the payload to its program now.',
		'The receiver may wait for more before it hands the payload over.'
	],
	RST: ['Reset: there is no such connection, or no longer.', 'The connection is not being broken off.'],
	SYN: [
		'Synchronize: opens a connection, and the sequence number is the first.',
		'The connection is not being opened.'
	],
	FIN: ['Final: the sender has nothing more to send.', 'The sender may send more.']
};

/**
 * The header’s fields for an inspector, options among them as far as they can be read. With addresses the checksum is
 * checked, which takes the whole segment. Throws a WireError for a header that is not whole.
 */
export function fieldsOfTcp(bytes: Uint8Array, addresses?: Addresses): Field[] {
	const segment = parseTcpHeader(bytes);
	const { headerLength } = segment;
	return [
		field(
			'Source Port',
			[AT.sourcePort, 2],
			String(segment.sourcePort),
			'Which program of the sending machine: for a client a number that its system picked.'
		),
		field(
			'Destination Port',
			[AT.destinationPort, 2],
			String(segment.destinationPort),
			'Which program of the receiving machine.'
		),
		field(
			'Sequence Number',
			[AT.sequenceNumber, 4],
			String(segment.sequenceNumber),
			segment.flags.SYN
				? 'The initial sequence number, a random one. The SYN itself takes it: the first byte of payload, in this segment or a later one, has the next.'
				: 'The number of the first byte of the payload; counting began at a random number and goes round after 4294967295.'
		),
		field(
			'Acknowledgment Number',
			[AT.acknowledgmentNumber, 4],
			String(segment.acknowledgmentNumber),
			segment.flags.ACK
				? 'The number of the next byte that the sender expects: all before it have arrived.'
				: 'Means nothing without ACK.'
		),
		field(
			'Data Offset',
			[AT.dataOffset, 1],
			`${headerLength / WORD} (${headerLength} bytes)`,
			'Where the payload begins, in words of 4 bytes: 5 without options, 15 at most.',
			[0, 3]
		),
		field(
			'Reserved',
			[AT.dataOffset, 1],
			String((bytes[AT.dataOffset] ?? 0) & 0xf),
			'Kept for later; zero today.',
			[4, 7]
		),
		field('Control Bits', [AT.flags, 1], flagsText(segment.flags) || 'none', 'All eight flags together.'),
		...TCP_FLAGS.map((name, bit) => flag(name, AT.flags, bit, segment.flags[name], ...FLAG_MEANS[name])),
		field(
			'Window',
			[AT.window, 2],
			String(segment.window),
			'How many more bytes the sender is ready to receive, before any window scale that was agreed on.'
		),
		field(
			'Checksum',
			[AT.checksum, 2],
			checksumValue(segment.checksum, isRight(bytes, addresses)),
			'Over header, payload and the addresses of the IP header, so that a segment delivered to the wrong machine is noticed.'
		),
		field(
			'Urgent Pointer',
			[AT.urgentPointer, 2],
			String(segment.urgentPointer),
			segment.flags.URG ? 'How far the urgent bytes go.' : 'Means nothing without URG.'
		),
		...optionFields(bytes, headerLength)
	];
}

function optionFields(bytes: Uint8Array, headerLength: number): Field[] {
	try {
		return optionsIn(bytes, headerLength).map(({ option, offset, length }) => {
			const [name, value, means] = explainTcpOption(option);
			return field(`Option: ${name}`, [offset, length], value, means);
		});
	} catch (error) {
		if (!(error instanceof WireError)) throw error;
		return [field('Options', [AT.options, headerLength - AT.options], 'not readable', error.message)];
	}
}
