import { concat, viewOf } from './bytes';
import { WireError } from './errors';
import { counted, fits } from './values';

/** An option of a TCP header. RFC 9293 §3.1; §3.2 for each of the first three. */
export type TcpOption =
	/** Nothing follows but padding. */
	| { readonly name: 'end' }
	/** One byte that brings the next option to a round offset. */
	| { readonly name: 'noOperation' }
	/** In bytes of payload. RFC 9293 §3.7.1. */
	| { readonly name: 'maximumSegmentSize'; readonly size: number }
	/** The window is to be shifted left by so many bits. RFC 7323 §2.2. */
	| { readonly name: 'windowScale'; readonly shiftCount: number }
	/** RFC 2018 §2. */
	| { readonly name: 'sackPermitted' }
	/** In ticks of the clock of the side that gave the value. RFC 7323 §3.2. */
	| { readonly name: 'timestamps'; readonly value: number; readonly echoReply: number }
	/** An empty cookie asks for one. RFC 7413 §4.1.1. */
	| { readonly name: 'fastOpen'; readonly cookie: Uint8Array }
	/** Any other kind, and a known one of a length that it does not have. */
	| { readonly name: 'unknown'; readonly kind: number; readonly data: Uint8Array };

/** An option and where it lies, in bytes from the beginning of all options. */
export interface PlacedTcpOption {
	readonly option: TcpOption;
	readonly offset: number;
	readonly length: number;
}

/** IANA, TCP Option Kind Numbers. */
const KIND = {
	end: 0,
	noOperation: 1,
	maximumSegmentSize: 2,
	windowScale: 3,
	sackPermitted: 4,
	timestamps: 8,
	fastOpen: 34
} as const;
/** RFC 9293 §3.1: kind and length come before the data. */
const AT = { kind: 0, length: 1, data: 2 } as const;

/**
 * The options of a header, each with its place; what follows “end” is padding and belongs to it. Data and cookies are views of the given
 * bytes. Throws a WireError, with an offset from the first option, for a length that leads nowhere.
 */
export function parseTcpOptions(bytes: Uint8Array): PlacedTcpOption[] {
	const options: PlacedTcpOption[] = [];
	for (let offset = 0; offset < bytes.length;) {
		const kind = bytes[offset] ?? 0;
		const length = lengthAt(bytes, offset);
		const option = optionOf(kind, bytes.subarray(offset + AT.data, offset + length));
		options.push({ option, offset, length });
		if (option.name === 'end') break;
		offset += length;
	}
	return options;
}

/** “End” takes all that is left, for that is padding. */
function lengthAt(bytes: Uint8Array, offset: number): number {
	const length = bytes[offset + AT.length];
	const left = bytes.length - offset;
	if (bytes[offset] === KIND.end) return left;
	if (bytes[offset] === KIND.noOperation) return 1;
	if (length === undefined)
		throw new WireError(offset, 'An option has a kind and no length; one follows each kind but 0 and 1.');
	if (length < AT.data || length > left)
		throw new WireError(
			offset + AT.length,
			`An option has the length ${length}; ${AT.data} to ${left} are allowed here.`
		);
	return length;
}

function optionOf(kind: number, data: Uint8Array): TcpOption {
	const view = viewOf(data);
	if (kind === KIND.end) return { name: 'end' };
	if (kind === KIND.noOperation) return { name: 'noOperation' };
	if (kind === KIND.maximumSegmentSize && data.length === 2)
		return { name: 'maximumSegmentSize', size: view.getUint16(0) };
	if (kind === KIND.windowScale && data.length === 1) return { name: 'windowScale', shiftCount: view.getUint8(0) };
	if (kind === KIND.sackPermitted && data.length === 0) return { name: 'sackPermitted' };
	if (kind === KIND.timestamps && data.length === 8)
		return { name: 'timestamps', value: view.getUint32(0), echoReply: view.getUint32(4) };
	if (kind === KIND.fastOpen) return { name: 'fastOpen', cookie: data };
	return { name: 'unknown', kind, data };
}

/** The bytes of options one after the other, without padding. Throws a WireError for what does not fit. */
export function emitTcpOptions(options: readonly TcpOption[]): Uint8Array {
	const end = options.findIndex(({ name }) => name === 'end') + 1;
	const bytes = concat(...options.slice(0, end || options.length).map(optionBytes));
	if (end > 0 && end < options.length)
		throw new WireError(bytes.length, 'An option follows “end”; nothing but padding is allowed there.');
	return bytes;
}

function optionBytes(option: TcpOption): Uint8Array {
	switch (option.name) {
		case 'end':
		case 'noOperation':
			return Uint8Array.of(KIND[option.name]);
		case 'maximumSegmentSize':
			return optionOfKind(KIND[option.name], uint(fits(option.size, 16, AT.data, 'The maximum segment size'), 2));
		case 'windowScale':
			return optionOfKind(KIND[option.name], uint(fits(option.shiftCount, 8, AT.data, 'The window scale'), 1));
		case 'sackPermitted':
			return optionOfKind(KIND[option.name], new Uint8Array());
		case 'timestamps':
			return optionOfKind(
				KIND[option.name],
				concat(
					uint(fits(option.value, 32, AT.data, 'The timestamp'), 4),
					uint(fits(option.echoReply, 32, AT.data, 'The echoed timestamp'), 4)
				)
			);
		case 'fastOpen':
			return optionOfKind(KIND[option.name], option.cookie);
		case 'unknown':
			return optionOfKind(fits(option.kind, 8, AT.kind, 'The kind of an option'), option.data);
	}
}

const optionOfKind = (kind: number, data: Uint8Array): Uint8Array =>
	concat(Uint8Array.of(kind, fits(AT.data + data.length, 8, AT.length, 'The length of an option')), data);

/** A number in so many bytes, 4 at most, in network byte order. */
const uint = (value: number, length: number): Uint8Array =>
	Uint8Array.from({ length }, (_, i) => (value >>> (8 * (length - 1 - i))) & 0xff);

/** The kinds that one meets and that are not parsed here. IANA, TCP Option Kind Numbers. */
const OTHER_KINDS: Readonly<Record<number, string>> = {
	2: 'Maximum Segment Size',
	3: 'Window Scale',
	4: 'SACK Permitted',
	5: 'SACK',
	8: 'Timestamps',
	19: 'MD5 Signature',
	29: 'TCP-AO',
	30: 'Multipath TCP'
};

/** Name, value and a sentence for an inspector. */
export function explainTcpOption(option: TcpOption): readonly [name: string, value: string, means: string] {
	switch (option.name) {
		case 'end':
			return ['End of Option List', '0', 'The options end here; zeros fill the header up to a multiple of 4 bytes.'];
		case 'noOperation':
			return ['No-Operation', '1', 'Does nothing but bring the next option to a round offset.'];
		case 'maximumSegmentSize':
			return [
				'Maximum Segment Size',
				counted(option.size, 'byte'),
				'The largest payload that the sender of this option is ready to receive in one segment.'
			];
		case 'windowScale':
			return [
				'Window Scale',
				`${option.shiftCount} (times ${2 ** option.shiftCount})`,
				'How far to shift the windows that this side will announce, for 16 bits are too few today.'
			];
		case 'sackPermitted':
			return [
				'SACK Permitted',
				'yes',
				'This side understands acknowledgments that tell which later bytes have already arrived.'
			];
		case 'timestamps':
			return [
				'Timestamps',
				`${option.value}, echoes ${option.echoReply}`,
				'A clock value that the other side sends back, so that the round trip can be measured.'
			];
		case 'fastOpen':
			return [
				'Fast Open Cookie',
				option.cookie.length === 0 ? 'request' : counted(option.cookie.length, 'byte'),
				'Lets a known client send payload with its very first segment; without bytes it asks for a cookie.'
			];
		case 'unknown':
			return [
				OTHER_KINDS[option.kind] ?? `Option ${option.kind}`,
				counted(option.data.length, 'byte'),
				'An option that is not taken apart here.'
			];
	}
}
