/** The header of IPv4 in words, for an inspector. RFC 791 §3.1. */
import { type Field } from './fields';
import { FRAGMENT_UNIT, IPV4_AT as AT, parseIpv4Header, protocolName, type Ipv4Header } from './ipv4';
import { checksumValue, counted, field, flag, hex } from './values';

const ADDRESS_LENGTH = 4;
/** What the IHL counts, in bytes. */
const WORD = 4;

/** The byte that IPv4 calls time to live and IPv6 by its right name. RFC 791 §3.1, RFC 8200 §3. */
export const hopsField = (name: string, at: number, hops: number): Field =>
	field(
		name,
		[at, 1],
		counted(hops, 'hop'),
		'Every router takes one off and drops the packet at zero, so that no packet goes round for ever.'
	);

/** The header’s fields for an inspector; the payload may be missing. Throws a WireError for a header that is not whole. */
export function fieldsOfIpv4(bytes: Uint8Array): Field[] {
	const header = parseIpv4Header(bytes);
	const { headerLength, options } = header;
	return [
		field('Version', [AT.version, 1], '4', 'Version 4 of the Internet Protocol, whose addresses have 32 bits.', [0, 3]),
		field(
			'IHL',
			[AT.version, 1],
			`${headerLength / WORD} (${headerLength} bytes)`,
			'Internet header length, in words of 4 bytes: 5 without options, 15 at most.',
			[4, 7]
		),
		...trafficFields(header),
		field(
			'Total Length',
			[AT.totalLength, 2],
			counted(header.totalLength, 'byte'),
			'Header and payload together; what lies behind them on the link is padding.'
		),
		...fragmentFields(header, (bytes[AT.fragment] ?? 0) >> 7 === 1),
		hopsField('Time to Live', AT.timeToLive, header.timeToLive),
		field(
			'Protocol',
			[AT.protocol, 1],
			`${header.protocol}, ${protocolName(header.protocol)}`,
			'Which protocol the payload belongs to.'
		),
		field(
			'Header Checksum',
			[AT.headerChecksum, 2],
			checksumValue(header.headerChecksum, header.checksumIsRight),
			'Over the header alone, as in RFC 1071; routers work it out anew, for they change the time to live.'
		),
		field(
			'Source Address',
			[AT.source, ADDRESS_LENGTH],
			header.source,
			'Who sent the packet, as far as the packet says: nothing in IPv4 proves it.'
		),
		field(
			'Destination Address',
			[AT.destination, ADDRESS_LENGTH],
			header.destination,
			'Where routers should bring the packet; they read little else.'
		),
		...(options.length > 0
			? [
					field(
						'Options',
						[AT.options, options.length],
						counted(options.length, 'byte'),
						'Rarely used; many routers drop packets that carry any.'
					)
				]
			: [])
	];
}

/** RFC 2474 §4, RFC 2597, RFC 3246, RFC 8622: the codepoints that one meets. */
const DSCP_NAMES: Readonly<Record<number, string>> = {
	0: 'default',
	1: 'lower effort',
	8: 'CS1',
	10: 'AF11',
	18: 'AF21',
	26: 'AF31',
	34: 'AF41',
	46: 'expedited forwarding',
	48: 'CS6'
};
/** RFC 3168 §5. */
const ECN_NAMES = ['not ECN-capable', 'ECN-capable, ECT(1)', 'ECN-capable, ECT(0)', 'congestion experienced'];

function trafficFields({ dscp, ecn }: Ipv4Header): Field[] {
	const name = DSCP_NAMES[dscp];
	return [
		field(
			'DSCP',
			[AT.typeOfService, 1],
			name === undefined ? String(dscp) : `${dscp}, ${name}`,
			'Which treatment the sender would like when a router has more packets than it can send; few on the internet heed it.',
			[0, 5]
		),
		field(
			'ECN',
			[AT.typeOfService, 1],
			`${ecn}, ${ECN_NAMES[ecn] ?? ''}`,
			'Lets a router with a long queue mark a packet instead of dropping it, when both ends understand the mark.',
			[6, 7]
		)
	];
}

function fragmentFields({ identification, flags, fragmentOffset }: Ipv4Header, reserved: boolean): Field[] {
	const bytes = fragmentOffset * FRAGMENT_UNIT;
	return [
		field(
			'Identification',
			[AT.identification, 2],
			`${hex(identification, 4)} (${identification})`,
			'The same in all fragments of one packet, so that the receiver can put them together.'
		),
		flag('Reserved', AT.fragment, 0, reserved, 'Has to be zero, and is not.', 'Has to be zero.'),
		flag(
			'DF',
			AT.fragment,
			1,
			flags.DF,
			'Don’t fragment: a router whose link is too small for the packet drops it and says so.',
			'A router whose link is too small may cut the packet into pieces.'
		),
		flag(
			'MF',
			AT.fragment,
			2,
			flags.MF,
			'More fragments of this packet follow.',
			'This is a whole packet, or the last fragment of one.'
		),
		field(
			'Fragment Offset',
			[AT.fragment, 2],
			bytes === 0 ? '0' : `${fragmentOffset} (${bytes} bytes)`,
			'Where this fragment belongs in the payload of the whole packet, in units of 8 bytes.',
			[3, 15]
		)
	];
}
