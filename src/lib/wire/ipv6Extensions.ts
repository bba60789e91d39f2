/** The headers that may stand between the header of IPv6 and its payload, read and never written. RFC 8200 §4, RFC 4302 §2. */
import { needs, toHex, viewOf } from './bytes';
import { WireError } from './errors';
import { type Field } from './fields';
import { protocolName } from './ipv4';
import { counted, field, flag, hex } from './values';

export interface Ipv6Extension {
	readonly name: string;
	readonly source: string;
	/** In bytes. */
	readonly length: number;
	readonly nextHeader: number;
	/** Of a fragment header: where in the payload of the whole packet, in units of 8 bytes, and whether more follow; null otherwise. */
	readonly fragment: { readonly offset: number; readonly more: boolean; readonly identification: number } | null;
	/** Of a routing header: how many more stops there are. Then the destination is not the last one. */
	readonly segmentsLeft: number;
}

/** IANA, IPv6 Extension Header Types. */
const KINDS: Readonly<Record<number, readonly [name: string, source: string]>> = {
	0: ['Hop-by-Hop Options of IPv6', 'RFC 8200 §4.3'],
	43: ['Routing Header of IPv6', 'RFC 8200 §4.4'],
	44: ['Fragment Header of IPv6', 'RFC 8200 §4.5'],
	51: ['Authentication Header', 'RFC 4302 §2'],
	60: ['Destination Options of IPv6', 'RFC 8200 §4.6'],
	135: ['Mobility Header of IPv6', 'RFC 6275 §6.1']
};
const ROUTING = 43;
const FRAGMENT = 44;
const AUTHENTICATION = 51;
/** Nothing follows; RFC 8200 §4.7. */
export const NO_NEXT_HEADER = 59;

const AT = { nextHeader: 0, length: 1, segmentsLeft: 3, offset: 2, identification: 4 } as const;
/** The least that each of them has, and the unit in which its length counts beyond that; an authentication header counts by four, and two words less. In bytes. */
const LEAST = 8;
const WORD = 4;

/** Whether a header with this number is one of these. */
export const isIpv6Extension = (nextHeader: number): boolean => nextHeader in KINDS;

const lengthOf = (kind: number, bytes: Uint8Array): number => {
	const said = bytes[AT.length] ?? 0;
	if (kind === FRAGMENT) return LEAST;
	return kind === AUTHENTICATION ? (said + 2) * WORD : (said + 1) * LEAST;
};

/** The header of this number. Throws a WireError for bytes that do not hold all of it, and for a number that is none of these. */
export function parseIpv6Extension(bytes: Uint8Array, kind: number): Ipv6Extension {
	const [name, source] = KINDS[kind] ?? [];
	if (name === undefined || source === undefined)
		throw new WireError(0, `Header ${kind} is no extension header of IPv6; ${Object.keys(KINDS).join(', ')} are.`);
	needs(bytes, LEAST, `A header “${name}”`);
	const length = lengthOf(kind, bytes);
	needs(bytes, length, `A header “${name}” of this length`);
	const view = viewOf(bytes);
	const offset = view.getUint16(AT.offset);
	return {
		...{ name, source, length, nextHeader: view.getUint8(AT.nextHeader) },
		fragment:
			kind === FRAGMENT
				? { offset: offset >> 3, more: (offset & 1) === 1, identification: view.getUint32(AT.identification) }
				: null,
		segmentsLeft: kind === ROUTING ? view.getUint8(AT.segmentsLeft) : 0
	};
}

/** The header’s fields for an inspector. Throws as `parseIpv6Extension` does. */
export function fieldsOfIpv6Extension(bytes: Uint8Array, kind: number): Field[] {
	const { length, nextHeader, fragment } = parseIpv6Extension(bytes, kind);
	const next = field(
		'Next Header',
		[AT.nextHeader, 1],
		`${nextHeader}, ${protocolName(nextHeader)}`,
		'Which protocol follows, or which further header of IPv6.'
	);
	if (!fragment) {
		const rest = bytes.subarray(AT.offset, length);
		return [
			next,
			field(
				'Hdr Ext Len',
				[AT.length, 1],
				`${bytes[AT.length] ?? 0} (${counted(length, 'byte')})`,
				'How long this header is.'
			),
			field(
				'Contents',
				[AT.offset, rest.length],
				rest.length > 16 ? counted(rest.length, 'byte') : toHex(rest),
				'Not taken apart here.'
			)
		];
	}
	return [
		next,
		field('Reserved', [AT.length, 1], toHex(bytes.subarray(AT.length, AT.offset)), 'Has to be zero.'),
		field(
			'Fragment Offset',
			[AT.offset, 2],
			`${fragment.offset} (${fragment.offset * 8} bytes)`,
			'Where this fragment belongs in the payload of the whole packet, in units of 8 bytes.',
			[0, 12]
		),
		field('Res', [AT.offset, 2], String((viewOf(bytes).getUint16(AT.offset) >> 1) & 0b11), 'Has to be zero.', [13, 14]),
		flag('M', AT.offset + 1, 7, fragment.more, 'More fragments of this packet follow.', 'This is the last fragment.'),
		field(
			'Identification',
			[AT.identification, 4],
			hex(fragment.identification, 8),
			'The same in all fragments of one packet.'
		)
	];
}
