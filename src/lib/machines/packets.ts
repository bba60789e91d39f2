import { nameOf, type ComponentId, type Destination } from './components';

/** The protocol that a packet shows on the outside. */
export type Protocol = 'icmp' | 'tcp' | 'udp' | 'wireguard';

/** What a packet is for; its bytes and its words follow from it. */
export type Purpose =
	| 'page'
	| 'push'
	| 'download'
	| 'terminalPing'
	| 'probe'
	| 'negotiation'
	| 'lease'
	| 'relayLookup'
	| 'handshake'
	| 'envelope';

/** The programming interface that made the packet, where it matters who made it how. */
export type Api = 'bsdSocket' | 'NWTCPConnection' | 'NWConnection' | 'userspaceStack';

/** The part that a packet plays in its exchange. TCP’s handshake and close are named by their flags (RFC 9293 §3.5, §3.6). */
export type Segment = 'request' | 'reply' | 'SYN' | 'SYN, ACK' | 'FIN, ACK' | 'ACK';

/**
 * One packet as a value: who, to whom, protocol, what for. It has no identity of its own, so
 * two worlds that differ only in the order of equal packets are the same world.
 */
export interface Packet {
	readonly protocol: Protocol;
	readonly purpose: Purpose;
	readonly sender: ComponentId;
	readonly destination: Destination;
	readonly segment: Segment;
	readonly api?: Api;
	/** Set when the sender bound its socket to the tunnel interface (C07). */
	readonly boundTo?: 'utun';
	/** What a DHCP offer or a DNS answer says: the truth, or the web site's range and address. */
	readonly answer?: 'honest' | 'lying';
	/** A WireGuard data message carries a packet; a handshake message carries none. */
	readonly inner?: Packet;
	/** Multihop: how many envelopes are left around the inner packet. */
	readonly layers?: number;
}

/** A request, with nothing in it but what every packet has. */
export const requestOf = (
	sender: ComponentId,
	protocol: Protocol,
	purpose: Purpose,
	destination: Destination
): Packet => ({ protocol, purpose, sender, destination, segment: 'request' });

/** The request for the page that is open in Safari. */
export const PAGE_REQUEST = requestOf('safari', 'tcp', 'page', 'website');

/** The request for the next piece of the new app. */
export const PIECE_REQUEST = requestOf('appStoreUpdater', 'tcp', 'download', 'apple');

const PURPOSES: Record<Purpose, string> = {
	page: 'web page',
	push: 'push notification',
	download: 'app download',
	terminalPing: 'ping',
	probe: 'probe',
	negotiation: 'ephemeral peer negotiation',
	lease: 'DHCP lease',
	relayLookup: 'DNS lookup of the relay',
	handshake: 'WireGuard handshake',
	envelope: 'WireGuard envelope'
};

const ANSWERS: Partial<Record<Segment, Segment>> = { SYN: 'SYN, ACK', 'FIN, ACK': 'FIN, ACK' };

/**
 * The answer to a packet: the same exchange, the other way round.
 * @param packet the question
 * @returns another packet
 */
export function replyTo(packet: Packet): Packet {
	return {
		...packet,
		sender: componentOf(packet.destination),
		destination: packet.sender,
		segment: ANSWERS[packet.segment] ?? 'reply'
	};
}

/**
 * Whether a packet is somebody’s own, and not the phone’s or the tunnel’s.
 * @param packet any packet
 * @returns false for what the kernel router or the tunnel process sends
 */
export const isOwn = ({ sender }: Packet): boolean => sender !== 'kernelRouter' && sender !== 'tunnelProcess';

/** The component that answers for a destination: web site and Apple both live in `internet`. */
export function componentOf(destination: Destination): ComponentId {
	return destination === 'website' || destination === 'apple' ? 'internet' : destination;
}

/**
 * A packet in words.
 * @param packet any packet
 * @returns such as “web page request for the web site”
 */
export function describePacket(packet: Packet): string {
	if (packet.inner) return `envelope with the ${describePacket(packet.inner)}`;
	const part = packet.segment === 'request' || packet.segment === 'reply' ? packet.segment : `TCP ${packet.segment}`;
	return `${PURPOSES[packet.purpose]} ${part} for ${article(packet.destination)}`;
}

/** “the kernel router”, but “Safari” and “Apple’s servers”: names that need no article get none. */
export function article(destination: Destination): string {
	const name = nameOf(destination);
	return /^(the |[A-Z]\w+’s|Safari)/.test(name) ? name : `the ${name}`;
}
