import type { Segment } from '../machines/packets';
import { TUNNEL_MTU_BYTES } from '../machines/timings';
import { IPV4_HEADER_LENGTH } from '../wire/ipv4';
import { TCP_HEADER_LENGTH, tcpFlags, type TcpFlags, type TcpSegment } from '../wire/tcp';
import type { TcpOption } from '../wire/tcpOptions';
import { payloadOf } from './payloads';
import type { TracedPacket } from './tracedPacket';
import { stableBytes, stableHash } from './stableHash';

/** HTTP, and the gateway’s negotiation service (Mullvad’s ephemeral peer code). */
const HTTP_PORT = 80;
const NEGOTIATION_PORT = 1337;
/** RFC 6335 §6: the dynamic ports begin here. */
const FIRST_DYNAMIC_PORT = 49_152;
const DYNAMIC_PORTS = 65_536 - FIRST_DYNAMIC_PORT;
/** RFC 7413 §4.1.1: 4 to 16 bytes. */
const COOKIE_BYTES = 8;
/** ASSUMED: what either side says it can take, in bytes, scaled by two to the sixth. */
const WINDOW = 4_096;
const WINDOW_SHIFT = 6;

/** Each conversation has a port of its own on the phone’s side. */
export const portOf = ({ conversation }: TracedPacket): number => FIRST_DYNAMIC_PORT + (conversation % DYNAMIC_PORTS);

const OPENING: readonly TcpOption[] = [
	{ name: 'maximumSegmentSize', size: TUNNEL_MTU_BYTES - IPV4_HEADER_LENGTH - TCP_HEADER_LENGTH },
	{ name: 'sackPermitted' },
	{ name: 'windowScale', shiftCount: WINDOW_SHIFT }
];

const FLAGS: Readonly<Record<Segment, TcpFlags>> = {
	SYN: tcpFlags('SYN'),
	'SYN, ACK': tcpFlags('SYN', 'ACK'),
	request: tcpFlags('PSH', 'ACK'),
	reply: tcpFlags('PSH', 'ACK'),
	'FIN, ACK': tcpFlags('FIN', 'ACK'),
	ACK: tcpFlags('ACK')
};

/** Where a segment stands in its connection. */
interface Numbers {
	/** Sequence numbers used before it by its own side, and by the other side as far as it is acknowledged; undefined acknowledges nothing. */
	readonly sent: number;
	readonly seen: number | undefined;
	readonly flags: TcpFlags;
	readonly options: readonly TcpOption[];
}

/**
 * A segment of a connection that is opened, used once and closed. SYN and FIN count as one byte each (RFC 9293 §3.4).
 * The numbers follow from the part that it plays: whatever is sent again has the numbers that it had.
 */
function negotiationSegment({ packet, conversation, answers }: TracedPacket): Numbers {
	const { segment } = packet;
	const size = (part: 'request' | 'reply') => payloadOf({ packet: { ...packet, segment: part }, conversation }).length;
	const [mine, theirs] = answers ? [size('reply'), size('request')] : [size('request'), size('reply')];
	const both: Readonly<Record<Segment, readonly [sent: number, seen: number | undefined]>> = {
		SYN: [0, undefined],
		'SYN, ACK': [0, 1],
		request: [1, 1],
		reply: [1, 1 + theirs],
		'FIN, ACK': [1 + mine, answers ? 2 + theirs : 1 + theirs],
		ACK: [2 + mine, 2 + theirs]
	};
	const [sent, seen] = both[segment];
	return { sent, seen, flags: FLAGS[segment], options: segment.startsWith('SYN') ? OPENING : [] };
}

/**
 * The exchanges of apps are two packets in the model, and two that TCP allows: TCP Fast Open, in which the SYN carries
 * the request and the SYN, ACK the answer (RFC 7413 §3). What would follow is not modelled.
 */
function fastOpenSegment(traced: TracedPacket): Numbers {
	const { answers } = traced;
	if (answers)
		return { sent: 0, seen: 1 + payloadOf(answers).length, flags: tcpFlags('SYN', 'ACK', 'PSH'), options: OPENING };
	return {
		sent: 0,
		seen: undefined,
		flags: tcpFlags('SYN'),
		options: [...OPENING, { name: 'fastOpen', cookie: stableBytes('cookie', COOKIE_BYTES) }]
	};
}

/** A packet of the model as a TCP segment. */
export function tcpSegmentOf(traced: TracedPacket): TcpSegment {
	const { packet, conversation, answers } = traced;
	const { sent, seen, flags, options } =
		packet.purpose === 'negotiation' ? negotiationSegment(traced) : fastOpenSegment(traced);
	const first = (side: string) => stableHash(`sequence number ${conversation} ${side}`);
	const ports = [portOf(traced), packet.purpose === 'negotiation' ? NEGOTIATION_PORT : HTTP_PORT] as const;
	const [sourcePort, destinationPort] = answers ? [ports[1], ports[0]] : ports;
	const [mine, theirs] = answers ? ['server', 'client'] : ['client', 'server'];
	return {
		sourcePort,
		destinationPort,
		sequenceNumber: (first(mine) + sent) >>> 0,
		acknowledgmentNumber: seen === undefined ? 0 : (first(theirs) + seen) >>> 0,
		flags,
		window: WINDOW,
		urgentPointer: 0,
		options,
		payload: payloadOf(traced)
	};
}
