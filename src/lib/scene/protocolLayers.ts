import { ADDRESSES, nameOf, type Destination } from '../machines/components';
import { describePacket, type Api, type Packet } from '../machines/packets';

/** One layer of a packet, outermost first, in words. */
export interface Layer {
	readonly name: string;
	readonly from: string;
	readonly to: string;
	readonly says: string;
	/** What is below it can be read by the one it is for only. */
	readonly sealed: boolean;
}

const HOSTS: Readonly<Partial<Record<Destination, string>>> = {
	gateway: ADDRESSES.gateway,
	website: ADDRESSES.website,
	apple: ADDRESSES.apple,
	internet: ADDRESSES.website,
	accessPoint: ADDRESSES.lan.accessPoint
};

/** The programming interfaces by which packets are made, as the end of a sentence. */
export const MADE_BY: Readonly<Record<Api, string>> = {
	bsdSocket: 'a BSD socket',
	NWTCPConnection: 'an NWTCPConnection',
	NWConnection: 'an NWConnection with requiredInterface',
	userspaceStack: 'the userspace stack, inside the process'
};

/** Whose address stands there: the phone has one in the tunnel and one in the Wi-Fi. */
function addressOf(who: Destination, inTunnel: boolean, relay: string): string {
	if (who === 'relay') return relay;
	return HOSTS[who] ?? (inTunnel ? ADDRESSES.phoneInTunnel : ADDRESSES.lan.phone);
}

/** What protocols are called. */
export const PROTOCOLS = { icmp: 'ICMP', tcp: 'TCP', udp: 'UDP', wireguard: 'WireGuard' } as const;

/**
 * A packet taken apart, outermost layer first.
 * `inTunnel` says whether its innermost layer has the phone’s tunnel address; `relayIndex` is the relay in use.
 */
export function layersOf(packet: Packet, relayIndex: number, inTunnel: boolean): Layer[] {
	const relay = ADDRESSES.relays[relayIndex] ?? ADDRESSES.relays[0];
	const envelopes = packet.protocol !== 'wireguard' ? 0 : (packet.layers ?? 1);
	const outer = Array.from({ length: packet.inner ? envelopes : 0 }, (_, i): Layer => {
		const which = envelopes > 1 ? (i === 0 ? ' for the entry relay' : ' for the exit relay') : '';
		return {
			name: `Envelope${which}: UDP with a WireGuard data message`,
			from: addressOf(packet.sender, i > 0, relay),
			to: addressOf(
				packet.destination,
				i > 0,
				i === 0 ? relay : (ADDRESSES.relays[(relayIndex + 1) % ADDRESSES.relays.length] ?? relay)
			),
			says: 'Encrypted: an observer sees its addresses and its length, and nothing of what is inside.',
			sealed: true
		};
	});
	const core = packet.inner ?? packet;
	const made = core.api ? `, made by ${MADE_BY[core.api]}` : '';
	const name = core.purpose === 'handshake' ? 'UDP with a WireGuard handshake message' : PROTOCOLS[core.protocol];
	return [
		...outer,
		{
			name,
			from: addressOf(core.sender, packet.inner !== undefined || inTunnel, relay),
			to: addressOf(core.destination, packet.inner !== undefined || inTunnel, relay),
			says: `The ${describePacket(core)}, from ${nameOf(core.sender)}${made}.`,
			sealed: false
		}
	];
}
