/** What ICMP and ICMPv6 have in common: their first 8 bytes. RFC 792, page 14; RFC 4443 §2.1 and §4.1. */
import { viewOf } from './bytes';
import { type Field } from './fields';
import { field, hex } from './values';

/** Offsets in bytes; behind the checksum stands the rest of the header, which in an echo has two parts. */
export const ICMP_AT = { type: 0, code: 1, checksum: 2, rest: 4, identifier: 4, sequenceNumber: 6, body: 8 } as const;

/** What a ping and its answer have in common, so that they find each other. */
export interface EchoNumbers {
	/** Tells one sender of pings on a machine from the others. */
	readonly identifier: number;
	readonly sequenceNumber: number;
}

interface Words {
	/** Of the type, if it has one. */
	readonly name: string | undefined;
	/** What the type says. */
	readonly means: string;
	/** Of the code, if it has one. */
	readonly detail?: string | undefined;
	/** The value of the checksum. */
	readonly checksum: string;
	/** What the checksum is over. */
	readonly covers: string;
}

/** The first 8 bytes of a message for an inspector, in the words of its version; `echo` is null for all other messages. */
export function icmpFields(bytes: Uint8Array, words: Words, echo: EchoNumbers | null): Field[] {
	const [type, code] = [bytes[ICMP_AT.type] ?? 0, bytes[ICMP_AT.code] ?? 0];
	return [
		field('Type', [ICMP_AT.type, 1], `${type}, ${words.name ?? 'unknown'}`, words.means),
		field(
			'Code',
			[ICMP_AT.code, 1],
			words.detail === undefined ? String(code) : `${code}, ${words.detail}`,
			'Says more exactly what the type says; 0 when there is no more to say.'
		),
		field('Checksum', [ICMP_AT.checksum, 2], words.checksum, words.covers),
		...(echo ? echoFields(echo) : [restField(bytes)])
	];
}

const echoFields = ({ identifier, sequenceNumber }: EchoNumbers): Field[] => [
	field(
		'Identifier',
		[ICMP_AT.identifier, 2],
		String(identifier),
		'Chosen by the one who asks, so that replies find the right program.'
	),
	field(
		'Sequence Number',
		[ICMP_AT.sequenceNumber, 2],
		String(sequenceNumber),
		'Counts the requests; the reply carries that of its request.'
	)
];

const restField = (bytes: Uint8Array): Field =>
	field(
		'Rest of Header',
		[ICMP_AT.rest, ICMP_AT.body - ICMP_AT.rest],
		hex(viewOf(bytes).getUint32(ICMP_AT.rest), 8),
		'Means something else in each type of message, often nothing.'
	);
