import { ADDRESSES, type Destination } from '../machines/components';
import type { Addresses } from '../wire/checksum';
import type { TracedPacket } from './tracedPacket';
import type { Door } from './packetTracer';

/** Hardware addresses from the block for documents, RFC 7042 §2.1.2. */
export const MAC = {
	phone: '00:00:5e:00:53:01',
	accessPoint: '00:00:5e:00:53:02',
	everybody: 'ff:ff:ff:ff:ff:ff'
} as const;

/** RFC 1700, page 5: “this host” before it has an address, and everybody on its network. */
const NOBODY = '0.0.0.0';
const EVERYBODY = '255.255.255.255';

/** The phone’s and the access point’s addresses on the Wi-Fi, honest or not. Until the lease is in, the honest ones. */
export const lanOf = ({ lan }: TracedPacket) => (lan === 'coversWebsite' ? ADDRESSES.lyingLan : ADDRESSES.lan);

/** The first packet of a conversation: its addresses and ports are the answer’s, turned round. */
const questionOf = (traced: TracedPacket): TracedPacket => (traced.answers ? questionOf(traced.answers) : traced);

function addressOf(destination: Destination, traced: TracedPacket): string {
	switch (destination) {
		case 'gateway':
		case 'website':
		case 'apple':
			return ADDRESSES[destination];
		case 'accessPoint':
			return lanOf(traced).accessPoint;
		default:
			throw new Error(`No packet is addressed to ${destination}.`);
	}
}

/** Whether a packet is made for the inside of the tunnel: by the tunnel process for it, or by an app and let out by utun. */
const isInside = ({ packet: { sender, destination } }: TracedPacket, door: Door | undefined): boolean =>
	(sender === 'tunnelProcess' && destination === 'gateway') || door === 'utun4';

/** Source and destination of a packet that is no envelope: of a question, or of the answer to it. */
export function addressesOf(traced: TracedPacket, doors: ReadonlyMap<TracedPacket, Door>): Addresses {
	if (traced.answers) {
		if (traced.packet.purpose === 'lease') return { source: lanOf(traced).accessPoint, destination: EVERYBODY };
		const { source, destination } = addressesOf(questionOf(traced), doors);
		return { source: destination, destination: source };
	}
	// Whoever has no address yet is reached by everybody’s.
	if (traced.packet.purpose === 'lease') return { source: NOBODY, destination: EVERYBODY };
	const source = isInside(traced, doors.get(traced)) ? ADDRESSES.phoneInTunnel : lanOf(traced).phone;
	return { source, destination: addressOf(traced.packet.destination, traced) };
}

/** The relay as the phone addresses it. With a lying resolver that is the web site’s address. */
export const relayAddressOf = ({
	hop,
	relayIndex,
	relayAddress
}: {
	hop: 'entry' | 'exit';
	relayIndex: number;
	relayAddress: 'relay' | 'website';
}): string =>
	hop === 'exit'
		? ADDRESSES.exitRelay
		: relayAddress === 'website'
			? ADDRESSES.website
			: (ADDRESSES.relays[relayIndex] ?? ADDRESSES.relays[0]);
