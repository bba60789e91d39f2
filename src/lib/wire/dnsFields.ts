import { WireError } from './errors';
import {
	addressOfRecord,
	DNS_AFTER_NAME as AFTER,
	DNS_AT,
	DNS_COUNT_LENGTH,
	DNS_FLAG_BIT,
	DNS_FLAGS,
	DNS_TYPE,
	entriesOfDns,
	parseDnsHeader,
	type DnsFlag,
	type DnsRecord,
	type PlacedDnsEntry
} from './dns';
import { readName } from './dnsNames';
import { type Field } from './fields';
import { counted, field, flag, hex } from './values';

/** “AAAA”, or “type 99” for one without a name here. */
const dnsTypeName = (type: number): string =>
	Object.entries(DNS_TYPE).find(([, number]) => number === type)?.[0] ?? `type ${type}`;

/** RFC 1035 §4.1.1. */
const RCODES = ['no error', 'format error', 'server failure', 'no such name', 'not implemented', 'refused'];
const rcodeName = (rcode: number): string => RCODES[rcode] ?? `response code ${rcode}`;
const OPCODES: Readonly<Record<number, string>> = {
	0: 'standard query',
	1: 'inverse query',
	2: 'status',
	4: 'notify',
	5: 'update'
};

/** What each bit says when it is set, and when it is not. RFC 1035 §4.1.1. */
const FLAG_MEANS: Readonly<Record<DnsFlag, readonly [on: string, off: string]>> = {
	QR: ['This is a response.', 'This is a query.'],
	AA: [
		'Authoritative answer: the server is responsible for the name.',
		'The answer comes from somebody who asked or remembered, or there is none yet.'
	],
	TC: ['Truncated: the rest did not fit into one datagram.', 'Nothing was left out.'],
	RD: [
		'Recursion desired: the server should ask others until it knows.',
		'The server should say only what it knows itself.'
	],
	RA: ['Recursion available: this server asks others when it has to.', 'Recursion is not offered, or this is a query.']
};

/** The fields of a whole message for an inspector, as far as it can be read. Throws a WireError for fewer than 12 bytes. */
export function fieldsOfDns(bytes: Uint8Array): Field[] {
	const fields = headerFields(bytes);
	try {
		for (const placed of entriesOfDns(bytes)) fields.push(...entryFields(bytes, placed));
	} catch (error) {
		if (!(error instanceof WireError)) throw error;
	}
	return fields;
}

function headerFields(bytes: Uint8Array): Field[] {
	const { id, flags, opcode, z, rcode, counts } = parseDnsHeader(bytes);
	const bit = (name: DnsFlag) =>
		flag(name, DNS_AT.flags + (DNS_FLAG_BIT[name] >> 3), DNS_FLAG_BIT[name] & 7, flags[name], ...FLAG_MEANS[name]);
	const [QR, ...others] = DNS_FLAGS.map(bit);
	return [
		field('ID', [DNS_AT.id, 2], hex(id, 4), 'Chosen by the one who asks; the answer carries the same.'),
		...(QR ? [QR] : []),
		field(
			'OPCODE',
			[DNS_AT.flags, 1],
			`${opcode}, ${OPCODES[opcode] ?? 'unknown'}`,
			'What kind of query this is or answers.',
			[1, 4]
		),
		...others,
		field(
			'Z',
			[DNS_AT.flags + 1, 1],
			String(z),
			'Zero in RFC 1035; today two of these bits say what was checked with DNSSEC.',
			[1, 3]
		),
		field(
			'RCODE',
			[DNS_AT.flags + 1, 1],
			`${rcode}, ${rcodeName(rcode)}`,
			flags.QR ? 'How the query went.' : 'Means nothing in a query.',
			[4, 7]
		),
		...counts.map(({ section, count }, i) =>
			field(
				`${COUNTS[i] ?? ''}COUNT`,
				[DNS_AT.counts + DNS_COUNT_LENGTH * i, DNS_COUNT_LENGTH],
				String(count),
				`How many entries the section “${section}” has.`
			)
		)
	];
}
const COUNTS = ['QD', 'AN', 'NS', 'AR'];

function entryFields(message: Uint8Array, { entry, offset, nameLength, rdata, section }: PlacedDnsEntry): Field[] {
	const after = offset + nameLength;
	const prefix = rdata ? '' : 'Q';
	const common = [
		field(
			`${prefix}NAME`,
			[offset, nameLength],
			entry.name,
			rdata
				? `The name that this record of the section “${section}” is about.`
				: 'The name that is asked about, readable for everybody on the way.'
		),
		field(`${prefix}TYPE`, [after + AFTER.type, 2], `${entry.type}, ${dnsTypeName(entry.type)}`, typeMeans(entry.type)),
		field(
			`${prefix}CLASS`,
			[after + AFTER.class, 2],
			`${entry.class}${entry.class === 1 ? ', IN' : ''}`,
			'Which kind of network; 1 is the internet.'
		)
	];
	if (!rdata || !('rdata' in entry)) return common;
	return [
		...common,
		field(
			'TTL',
			[after + AFTER.timeToLive, 4],
			counted(entry.timeToLive, 'second'),
			'How long the record may be remembered.'
		),
		field(
			'RDLENGTH',
			[after + AFTER.rdlength, 2],
			counted(rdata.length, 'byte'),
			'How long the data of the record are.'
		),
		...(rdata.length > 0
			? [
					field(
						'RDATA',
						[rdata.offset, rdata.length],
						rdataText(message, entry, rdata.offset),
						'The data of the record, of the form that belongs to its type.'
					)
				]
			: [])
	];
}

function typeMeans(type: number): string {
	if (type === DNS_TYPE.A) return 'An IPv4 address.';
	if (type === DNS_TYPE.AAAA) return 'An IPv6 address.';
	if (type === DNS_TYPE.CNAME) return 'Another name, under which to go on looking.';
	if (type === DNS_TYPE.HTTPS) return 'How to reach a web server.';
	return 'What kind of data belongs to the name.';
}

/** An address, a name, or how many bytes there are. */
function rdataText(message: Uint8Array, record: DnsRecord, offset: number): string {
	const address = addressOfRecord(record);
	if (address !== null) return address;
	const isName = record.type === DNS_TYPE.CNAME || record.type === DNS_TYPE.NS || record.type === DNS_TYPE.PTR;
	try {
		if (isName) return readName(message, offset).name;
	} catch (error) {
		if (!(error instanceof WireError)) throw error;
	}
	return counted(record.rdata.length, 'byte');
}

/** One line: “Query 0x002a A example.com”, “Response 0x002a A example.com 192.0.2.1”, with what went wrong. Throws a WireError for fewer than 12 bytes. */
export function summaryOfDns(bytes: Uint8Array): string {
	const { id, flags, rcode } = parseDnsHeader(bytes);
	const words = [flags.QR ? 'Response' : 'Query', hex(id, 4)];
	try {
		for (const { entry, section } of entriesOfDns(bytes)) {
			if (section === 'question') words.push(dnsTypeName(entry.type), entry.name);
			else if (section === 'answer' && 'rdata' in entry) words.push(addressOfRecord(entry) ?? dnsTypeName(entry.type));
			if (words.length >= MOST_WORDS) return `${words.join(' ')} …`;
		}
	} catch (error) {
		if (!(error instanceof WireError)) throw error;
	}
	if (flags.QR && rcode !== 0) words.push(`(${rcodeName(rcode)})`);
	return words.join(' ');
}
const MOST_WORDS = 10;
