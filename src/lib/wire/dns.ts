import { addressBytes, addressText, concat, needs, viewOf } from './bytes';
import { WireError } from './errors';
import { nameBytes, readName } from './dnsNames';
import { fits } from './values';

/** RFC 1035 §4.1. */
export interface DnsMessage {
	/** Chosen by the one who asks; the answer carries the same. */
	readonly id: number;
	readonly flags: DnsFlags;
	/** 0 is a standard query. */
	readonly opcode: number;
	/** 3 bits that RFC 1035 keeps for later; RFC 4035 §3 uses two of them. */
	readonly z: number;
	/** Response code: 0 is “no error”, 3 is “no such name”. */
	readonly rcode: number;
	readonly question: readonly DnsQuestion[];
	readonly answer: readonly DnsRecord[];
	readonly authority: readonly DnsRecord[];
	readonly additional: readonly DnsRecord[];
}

/** RFC 1035 §4.1.1: response, authoritative answer, truncation, recursion desired, recursion available. */
export const DNS_FLAGS = ['QR', 'AA', 'TC', 'RD', 'RA'] as const;
/** A flag of a message, as RFC 1035 calls it. */
export type DnsFlag = (typeof DNS_FLAGS)[number];
/** Which flags are set. */
export type DnsFlags = Readonly<Record<DnsFlag, boolean>>;

/** RFC 1035 §4.1.2. */
export interface DnsQuestion {
	/** “example.com”; the root is “.”. */
	readonly name: string;
	readonly type: number;
	readonly class: number;
}

/** RFC 1035 §4.1.3. */
export interface DnsRecord extends DnsQuestion {
	/** In seconds. */
	readonly timeToLive: number;
	/** As it is; a name in it may be compressed, and then means something within its message only. */
	readonly rdata: Uint8Array;
}

/** A question or record and where it lies in its message, in bytes; `rdata` is null for a question. */
export interface PlacedDnsEntry {
	readonly section: DnsSection;
	readonly entry: DnsQuestion | DnsRecord;
	readonly offset: number;
	/** Of the name; type and class follow it. */
	readonly nameLength: number;
	readonly rdata: { readonly offset: number; readonly length: number } | null;
}
type DnsSection = (typeof SECTIONS)[number];

/** RFC 1035 §3.2.2, RFC 3596 §2.1, RFC 9460 §14.2. */
export const DNS_TYPE = {
	A: 1,
	NS: 2,
	CNAME: 5,
	SOA: 6,
	PTR: 12,
	MX: 15,
	TXT: 16,
	AAAA: 28,
	OPT: 41,
	HTTPS: 65
} as const;
/** RFC 1035 §3.2.4. */
export const DNS_CLASS = { IN: 1 } as const;

const SECTIONS = ['question', 'answer', 'authority', 'additional'] as const;
export const DNS_AT = { id: 0, flags: 2, counts: 4, entries: 12 } as const;
export const DNS_COUNT_LENGTH = 2;
/** Where each flag is in the 16 bits of flags, 0 is the most significant; opcode, z and rcode lie between them. */
export const DNS_FLAG_BIT: Readonly<Record<DnsFlag, number>> = { QR: 0, AA: 5, TC: 6, RD: 7, RA: 8 };
const SHIFT = { opcode: 11, z: 4, rcode: 0 } as const;
/** Of what follows a name, in bytes. */
export const DNS_AFTER_NAME = { type: 0, class: 2, endOfQuestion: 4, timeToLive: 4, rdlength: 8, rdata: 10 } as const;

const maskOf = (name: DnsFlag): number => 0x8000 >> DNS_FLAG_BIT[name];

/**
 * Flags for a message: `dnsFlags('QR', 'RD')`. RFC 1035 §4.1.1.
 * @param set those that are set
 * @returns every flag, those that were not named unset
 */
export const dnsFlags = (...set: readonly DnsFlag[]): DnsFlags =>
	Object.fromEntries(DNS_FLAGS.map((name) => [name, set.includes(name)])) as Record<DnsFlag, boolean>;

/**
 * An A record: a host’s IPv4 address, in class IN. RFC 1035 §3.4.1.
 * @param name the host’s, without a dot at its end
 * @param address an IPv4 address as text
 * @param timeToLive in seconds
 * @returns the record
 * @throws {@link WireError} for what is no address
 */
export const hostAddress = (name: string, address: string, timeToLive: number): DnsRecord => ({
	name,
	type: DNS_TYPE.A,
	class: DNS_CLASS.IN,
	timeToLive,
	rdata: addressBytes(address)
});

/**
 * The address that a record gives for a name.
 * @param record as `parseDns` gives it
 * @returns an IPv4 address as text, or null for a record that is no A record
 */
export const addressOfRecord = ({ type, class: klass, rdata }: DnsRecord): string | null =>
	type === DNS_TYPE.A && klass === DNS_CLASS.IN && rdata.length === 4 ? addressText(rdata) : null;

/** The first 12 bytes. Throws a WireError when there are fewer. RFC 1035 §4.1.1. */
export function parseDnsHeader(bytes: Uint8Array) {
	needs(bytes, DNS_AT.entries, 'A DNS message');
	const view = viewOf(bytes);
	const flags = view.getUint16(DNS_AT.flags);
	return {
		id: view.getUint16(DNS_AT.id),
		flags: dnsFlags(...DNS_FLAGS.filter((name) => (flags & maskOf(name)) !== 0)),
		opcode: (flags >> SHIFT.opcode) & 0xf,
		z: (flags >> SHIFT.z) & 0b111,
		rcode: (flags >> SHIFT.rcode) & 0xf,
		counts: SECTIONS.map((section, i) => ({ section, count: view.getUint16(DNS_AT.counts + DNS_COUNT_LENGTH * i) }))
	};
}

/** Questions and records one after the other; what came before a WireError stays with the one who asked. */
export function* entriesOfDns(bytes: Uint8Array): Generator<PlacedDnsEntry, void> {
	let offset: number = DNS_AT.entries;
	for (const { section, count } of parseDnsHeader(bytes).counts) {
		for (let i = 0; i < count; i++) {
			const placed = entryAt(bytes, offset, section);
			yield placed;
			offset = placed.rdata
				? placed.rdata.offset + placed.rdata.length
				: offset + placed.nameLength + DNS_AFTER_NAME.endOfQuestion;
		}
	}
}

function entryAt(bytes: Uint8Array, offset: number, section: DnsSection): PlacedDnsEntry {
	const { name, next } = readName(bytes, offset);
	const isQuestion = section === 'question';
	needs(
		bytes,
		next + (isQuestion ? DNS_AFTER_NAME.endOfQuestion : DNS_AFTER_NAME.rdata),
		`A DNS message with this ${isQuestion ? 'question' : 'record'}`
	);
	const view = viewOf(bytes.subarray(next));
	const question = { name, type: view.getUint16(DNS_AFTER_NAME.type), class: view.getUint16(DNS_AFTER_NAME.class) };
	const nameLength = next - offset;
	if (isQuestion) return { section, entry: question, offset, nameLength, rdata: null };
	const rdata = { offset: next + DNS_AFTER_NAME.rdata, length: view.getUint16(DNS_AFTER_NAME.rdlength) };
	needs(bytes, rdata.offset + rdata.length, 'A DNS message with this record');
	const entry = {
		...question,
		timeToLive: view.getUint32(DNS_AFTER_NAME.timeToLive),
		rdata: bytes.subarray(rdata.offset, rdata.offset + rdata.length)
	};
	return { section, entry, offset, nameLength, rdata };
}

const isRecord = (entry: DnsQuestion | DnsRecord): entry is DnsRecord => 'rdata' in entry;

/**
 * Reads a message. Bytes behind the last record are left alone.
 * @param bytes the payload of a datagram
 * @returns the message; its `rdata` are views of the given bytes
 * @throws {@link WireError} for everything that makes no message
 */
export function parseDns(bytes: Uint8Array): DnsMessage {
	const { id, flags, opcode, z, rcode } = parseDnsHeader(bytes);
	const placed = [...entriesOfDns(bytes)];
	const recordsIn = (section: DnsSection) =>
		placed
			.filter((one) => one.section === section)
			.map(({ entry }) => entry)
			.filter(isRecord);
	return {
		...{ id, flags, opcode, z, rcode },
		question: placed.filter(({ section }) => section === 'question').map(({ entry }) => entry),
		answer: recordsIn('answer'),
		authority: recordsIn('authority'),
		additional: recordsIn('additional')
	};
}

const recordsOf = ({ answer, authority, additional }: DnsMessage): DnsRecord[] => [
	...answer,
	...authority,
	...additional
];

/**
 * Writes a message, names without compression.
 * @param message as `parseDns` gives it
 * @returns its bytes
 * @throws {@link WireError} for what does not fit its field
 */
export function emitDns(message: DnsMessage): Uint8Array {
	const header = new Uint8Array(DNS_AT.entries);
	const view = viewOf(header);
	view.setUint16(DNS_AT.id, fits(message.id, 16, DNS_AT.id, 'The ID'));
	const bits = DNS_FLAGS.reduce((sum, name) => sum | (message.flags[name] ? maskOf(name) : 0), 0);
	const opcode = fits(message.opcode, 4, DNS_AT.flags, 'The opcode') << SHIFT.opcode;
	view.setUint16(
		DNS_AT.flags,
		bits |
			opcode |
			(fits(message.z, 3, DNS_AT.flags, 'Z') << SHIFT.z) |
			(fits(message.rcode, 4, DNS_AT.flags, 'The RCODE') << SHIFT.rcode)
	);
	SECTIONS.forEach((section, i) => {
		const at = DNS_AT.counts + DNS_COUNT_LENGTH * i;
		view.setUint16(at, fits(message[section].length, 16, at, `The number of entries of the section “${section}”`));
	});
	return concat(header, ...message.question.map(questionBytes), ...recordsOf(message).map(recordBytes));
}

function questionBytes({ name, type, class: klass }: DnsQuestion): Uint8Array {
	const rest = new Uint8Array(DNS_AFTER_NAME.endOfQuestion);
	viewOf(rest).setUint16(DNS_AFTER_NAME.type, fits(type, 16, DNS_AFTER_NAME.type, 'The type'));
	viewOf(rest).setUint16(DNS_AFTER_NAME.class, fits(klass, 16, DNS_AFTER_NAME.class, 'The class'));
	return concat(nameBytes(name), rest);
}

function recordBytes(record: DnsRecord): Uint8Array {
	const { timeToLive, rdata } = record;
	if (rdata.length > 0xffff)
		throw new WireError(DNS_AFTER_NAME.rdlength, `A record has ${rdata.length} bytes of data; 65535 are allowed.`);
	const rest = new Uint8Array(DNS_AFTER_NAME.rdata - DNS_AFTER_NAME.timeToLive);
	viewOf(rest).setUint32(0, fits(timeToLive, 32, DNS_AFTER_NAME.timeToLive, 'The TTL'));
	viewOf(rest).setUint16(DNS_AFTER_NAME.rdlength - DNS_AFTER_NAME.timeToLive, rdata.length);
	return concat(questionBytes(record), rest, rdata);
}
