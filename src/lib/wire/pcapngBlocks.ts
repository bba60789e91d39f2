/** What the writer and the reader of pcapng share: numbers of the format, options, text. Source: draft-ietf-opsawg-pcapng. */
import { WireError } from './errors';

/** Block types; §11.1. */
export const BLOCK = {
	interfaceDescription: 1,
	/** Obsolete: appendix A. */
	packet: 2,
	simplePacket: 3,
	nameResolution: 4,
	interfaceStatistics: 5,
	enhancedPacket: 6,
	systemdJournalExport: 9,
	decryptionSecrets: 0x0a,
	customToCopy: 0x0bad,
	customNotToCopy: 0x4000_0bad,
	/** Reads the same in both byte orders; §4.1. */
	sectionHeader: 0x0a0d_0d0a
} as const;

/** Option types, by the block that they are options of; §3.5, §4.1, §4.2, §4.3. */
export const OPTION = {
	endOfOptions: 0,
	comment: 1,
	section: { userApplication: 4 },
	interface: { name: 2, description: 3, timestampResolution: 9, timestampOffset: 14 },
	packet: { flags: 2 }
} as const;

/** Secrets types whose secrets are text; §4.7. */
export const SECRETS = { ssh: 0x5353_484b, tls: 0x544c_534b, opcUa: 0x5541_4b4c, wireGuard: 0x5747_4b4c } as const;

/** §4.1: tells the byte order of a section, and is read in it. */
export const BYTE_ORDER_MAGIC = 0x1a2b_3c4d;
/** §4.1. A minor version of 2 means the same as 0. */
export const VERSION = { major: 1, minor: 0, minorAlso: 2 } as const;
/** §4.3.1: bits 0 and 1 of the flags word. */
export const DIRECTION_MASK = 0b11;
export const DIRECTION = { inbound: 0b01, outbound: 0b10 } as const;
/** §4.2, if_tsresol: 6 for microseconds, which are also what a file means that does not say. */
export const MICROSECONDS = 6;

/** Type and length before a body, the length again after it; §3.1. In bytes. */
export const HEADER_LENGTH = 8;
export const TRAILER_LENGTH = 4;
/** The length of a block without a body. */
export const MIN_BLOCK_LENGTH = HEADER_LENGTH + TRAILER_LENGTH;

/** Offsets of fields from the beginning of their block; §3.1, §4.1 to §4.4, §4.7, appendix A. */
export const AT = {
	blockType: 0,
	blockTotalLength: 4,
	section: { byteOrderMagic: 8, majorVersion: 12, minorVersion: 14, sectionLength: 16, options: 24 },
	interface: { linkType: 8, snapLength: 12, options: 16 },
	/** The obsolete packet block has the same layout, with 16 bits of interface and 16 bits of drops count. */
	packet: { interfaceId: 8, upperTimestamp: 12, lowerTimestamp: 16, capturedLength: 20, originalLength: 24, data: 28 },
	simplePacket: { originalLength: 8, data: 12 },
	secrets: { secretsType: 8, secretsLength: 12, data: 16 }
} as const;

/** Offsets from the beginning of an option; §3.5. */
export const AT_OPTION = { type: 0, length: 2, value: 4 } as const;

/** The next multiple of 4: everything in a block is aligned to 32 bits; §3.6.2. */
export const padded = (length: number): number => Math.ceil(length / 4) * 4;

/** What is not UTF-8 becomes U+FFFD, as §3.6.3 allows; a byte order mark is a character like others. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of UTF-8 bytes, all of them. */
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);

/** An option as it lies in a block. */
export interface Option {
	readonly type: number;
	/** A view; without padding. */
	readonly value: Uint8Array;
	/** Of its value, in bytes from the beginning of the block. */
	readonly offset: number;
}

/**
 * The options between two offsets of a block; §3.5. A list may do without its end of options.
 * @returns the options up to the first that does not fit, and for that one a problem with its offset in the block
 */
export function parseOptions(
	view: DataView,
	from: number,
	to: number,
	littleEndian: boolean
): { options: Option[]; problem: WireError | null } {
	const options: Option[] = [];
	let at = from;
	while (to - at >= AT_OPTION.value) {
		const type = view.getUint16(at + AT_OPTION.type, littleEndian);
		const length = view.getUint16(at + AT_OPTION.length, littleEndian);
		if (type === OPTION.endOfOptions) return { options, problem: null };
		const offset = at + AT_OPTION.value;
		if (padded(length) > to - offset) {
			const sentence = `An option gives its length as ${length} bytes, and its block has ${to - offset} left. It is left out.`;
			return { options, problem: new WireError(at + AT_OPTION.length, sentence) };
		}
		options.push({ type, value: new Uint8Array(view.buffer, view.byteOffset + offset, length), offset });
		at = offset + padded(length);
	}
	return { options, problem: null };
}

/** The text of all options of this type, joined by line feeds; empty for none. A NUL ends a text; §3.5. */
export function textOption(options: readonly Option[], type: number): string {
	return options
		.filter((option) => option.type === type)
		.map(({ value }) => textOf(value.includes(0) ? value.subarray(0, value.indexOf(0)) : value))
		.join('\n');
}
