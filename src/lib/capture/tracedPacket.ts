import type { ComponentId } from '../machines/components';
import type { Packet } from '../machines/packets';
import type { KernelContext } from '../machines/rules';

/** A hop of the tunnel: with multihop there are two, one inside the other. */
export type Hop = 'entry' | 'exit';

/** A handshake of WireGuard, by which its messages and all that is sealed under it are known. */
export interface Handshake {
	/** The number of the handshake in its run, from 0. */
	readonly number: number;
	readonly hop: Hop;
	/** Which of the relays it is with. */
	readonly relayIndex: number;
	/** The address that the phone takes for the relay’s: the relay’s own, or with a lying resolver the web site’s. */
	readonly relayAddress: 'relay' | 'website';
	/** The negotiation that registered the phone’s key pair, counted from 1 in its run; 0 is before any. */
	readonly peer: number;
	/** Whether that negotiation gave a preshared key as well: only quantum resistance does. */
	readonly hasPresharedKey: boolean;
	readonly atMs: number;
}

/** One envelope: under which handshake’s keys, sealed by whom, and its counter there. */
export interface Seal {
	readonly handshake: Handshake;
	readonly by: 'initiator' | 'responder';
	readonly counter: number;
}

/**
 * One packet that somebody made, followed through all messages that carry it. In the world equal packets are equal
 * values; here each has an identity, which is what ports, sequence numbers and counters hang on.
 */
export interface TracedPacket {
	/** The number of the packet in its run, from 0, in the order of making. */
	readonly number: number;
	readonly packet: Packet;
	readonly by: ComponentId;
	readonly step: number;
	readonly atMs: number;
	/** The packet that it answers. */
	readonly answers: TracedPacket | null;
	/** What is in the envelope. */
	readonly inner: TracedPacket | null;
	/** The conversation that it belongs to: a TCP connection, a ping and its reply, a question and its answer. */
	readonly conversation: number;
	/** Of an echo request, and of the reply to it: the how many that is of its socket, from 1. 0 for everything else. */
	readonly echo: number;
	/** Of an envelope: its seals, outermost first. */
	readonly seals: readonly Seal[];
	/** Of a handshake’s messages: which one. */
	readonly handshake: Handshake | null;
	/** What the phone took for its local network then: its address on the Wi-Fi follows from it. */
	readonly lan: KernelContext['lan'];
}
