import { ADDRESSES } from '../machines/components';
import { toHex } from '../wire/bytes';
import { PROTOCOL } from '../wire/ipv4';
import { keyLog } from '../wire/keylog';
import { initiate, respond, type KeyPair, type Session } from '../wire/noise';
import { dh } from '../wire/primitives';
import { keyFrom, keyPairFrom } from '../wire/seed';
import { seal } from '../wire/transport';
import { emitUdp } from '../wire/udp';
import { lanOf, relayAddressOf } from './addresses';
import { CAPTURE_EPOCH_MS } from './captureEpoch';
import type { Handshake, TracedPacket, Seal } from './tracedPacket';
import { stableHash } from './stableHash';
import type { Observation, Sighting } from './packetTracer';
import { ipv4Around, encodePacket } from './encodePacket';

/** Every key of every run comes from here, so that the same run has the same bytes. None of them protects anybody. */
const SEED = 'Flip the Flag';
/** WireGuard’s usual port at the relay; at the phone one each for entry and exit. */
const RELAY_PORT = 51_820;
const PHONE_PORT = { entry: 51_821, exit: 51_822 } as const;

interface Agreement {
	readonly initiation: Uint8Array;
	readonly response: Uint8Array;
	readonly sessions: { readonly initiator: Session; readonly responder: Session };
	readonly ephemeral: KeyPair;
}

const presharedKeyOf = ({ peer, hasPresharedKey }: Handshake): Uint8Array | undefined =>
	hasPresharedKey ? keyFrom(SEED, `preshared key of negotiation ${peer}`) : undefined;

/** A packet is seen at its points within milliseconds: so many are kept, and of a long run no more. */
const REMEMBERED = 256;

/** What `finish` would give the initiator, without another two multiplications on the curve: the responder’s keys, the other way round. */
const otherSide = ({ sendingKey, receivingKey, localIndex, remoteIndex }: Session): Session => ({
	sendingKey: receivingKey,
	receivingKey: sendingKey,
	localIndex: remoteIndex,
	remoteIndex: localIndex
});

/**
 * Makes the bytes of a run’s packets, each once. Handshakes are really shaken and envelopes really sealed: WireGuard’s
 * Noise IKpsk2 with keys from a fixed seed.
 */
export class Sealer {
	readonly #phones = new Map<number, KeyPair>();
	readonly #relays = new Map<string, KeyPair>();
	readonly #agreements = new Map<number, Agreement>();
	readonly #packets = new Map<TracedPacket, Uint8Array>();
	/** Shared secrets by the two public keys, in order: each is needed on both sides, and worked out once. */
	readonly #secrets = new Map<string, Uint8Array>();

	constructor(readonly observation: Observation) {}

	/** A packet as an IPv4 packet, sealed if it is an envelope. The same bytes whenever it is asked. */
	packetOf(traced: TracedPacket): Uint8Array {
		const known = this.#packets.get(traced);
		if (known) return known;
		const packet =
			traced.packet.protocol === 'wireguard' ? this.#message(traced) : encodePacket(traced, this.observation.doors);
		this.#packets.set(traced, packet);
		const [oldest] = this.#packets.keys();
		if (this.#packets.size > REMEMBERED && oldest) this.#packets.delete(oldest);
		return packet;
	}

	/** The IPv4 packet that is seen somewhere: the whole packet, or between two envelopes what the inner one is. */
	seenOf({ traced, point }: Sighting): Uint8Array {
		return (point === 'betweenEnvelopes' && this.openedLayers(traced)[0]) || this.packetOf(traced);
	}

	/** What is under each seal of an envelope, outermost first: IPv4 packets. */
	openedLayers(traced: TracedPacket): Uint8Array[] {
		const { inner, seals } = traced;
		return inner ? seals.map((_, i) => this.#sealedDownTo(inner, seals, i + 1, traced)) : [];
	}

	/** The keys of all handshakes, as Wireshark reads them. */
	keyLog(): string {
		const handshakes = [...new Set(this.observation.traced.flatMap(({ handshake }) => handshake ?? []))];
		return keyLog(
			handshakes.map((handshake) => ({
				localStaticPrivateKey: this.#phoneKeys(handshake).privateKey,
				remoteStaticPublicKey: this.#relayKeys(handshake).publicKey,
				localEphemeralPrivateKey: this.#agreementOf(handshake).ephemeral.privateKey,
				presharedKey: presharedKeyOf(handshake)
			}))
		);
	}

	#message(traced: TracedPacket): Uint8Array {
		const { handshake, inner, seals, answers } = traced;
		if (handshake) {
			const { initiation, response } = this.#agreementOf(handshake);
			return this.#around(traced, handshake, answers ? response : initiation, Boolean(answers));
		}
		if (!inner) throw new Error('An envelope without a packet in it cannot be sealed.');
		return this.#sealedDownTo(inner, seals, 0, traced);
	}

	/** The packet with its seals but for the outermost ones that are opened. */
	#sealedDownTo(inner: TracedPacket, seals: readonly Seal[], opened: number, traced: TracedPacket): Uint8Array {
		return seals.slice(opened).reduceRight((packet, { handshake, by, counter }) => {
			const message = seal(this.#agreementOf(handshake).sessions[by], BigInt(counter), packet);
			return this.#around(traced, handshake, message, by === 'responder');
		}, this.packetOf(inner));
	}

	/** UDP and IPv4 around a message: on the Wi-Fi for the entry, inside its tunnel for the exit. */
	#around(traced: TracedPacket, handshake: Handshake, message: Uint8Array, isFromRelay: boolean): Uint8Array {
		const phone = handshake.hop === 'exit' ? ADDRESSES.phoneInTunnel : lanOf(traced).phone;
		const relay = relayAddressOf(handshake);
		const [source, destination] = isFromRelay ? [relay, phone] : [phone, relay];
		const port = PHONE_PORT[handshake.hop];
		const [sourcePort, destinationPort] = isFromRelay ? [RELAY_PORT, port] : [port, RELAY_PORT];
		return ipv4Around(
			traced,
			PROTOCOL.udp,
			{ source, destination },
			emitUdp({ sourcePort, destinationPort, payload: message }, { source, destination })
		);
	}

	/** The phone’s own keys, or those that it made for a negotiated peer. */
	#phoneKeys({ peer }: Handshake): KeyPair {
		const known = this.#phones.get(peer) ?? keyPairFrom(SEED, peer === 0 ? 'phone' : `ephemeral peer ${peer}`);
		this.#phones.set(peer, known);
		return known;
	}

	#relayKeys({ hop, relayIndex }: Handshake): KeyPair {
		const name = hop === 'exit' ? 'exit relay' : `relay ${relayIndex}`;
		const known = this.#relays.get(name) ?? keyPairFrom(SEED, name);
		this.#relays.set(name, known);
		return known;
	}

	#secretOf(own: KeyPair, theirs: Uint8Array): Uint8Array {
		const key = [toHex(own.publicKey), toHex(theirs)].sort().join(' ');
		const known = this.#secrets.get(key) ?? dh(own.privateKey, theirs, 0);
		this.#secrets.set(key, known);
		return known;
	}

	#agreementOf(handshake: Handshake): Agreement {
		const { number, atMs } = handshake;
		const known = this.#agreements.get(number);
		if (known) return known;
		const relay = this.#relayKeys(handshake);
		const presharedKey = presharedKeyOf(handshake);
		const ephemeral = keyPairFrom(SEED, `handshake ${number}, initiator`);
		const agree = (own: KeyPair, theirs: Uint8Array) => this.#secretOf(own, theirs);
		const index = (side: string) => stableHash(`index of handshake ${number}, ${side}`);
		const { message: initiation } = initiate({
			...{
				initiatorStatic: this.#phoneKeys(handshake),
				responderStaticPublic: relay.publicKey,
				ephemeral,
				presharedKey,
				agree
			},
			senderIndex: index('initiator'),
			timestampMs: CAPTURE_EPOCH_MS + atMs
		});
		const { message: response, session: responder } = respond({
			...{ message: initiation, responderStatic: relay, presharedKey, agree },
			ephemeral: keyPairFrom(SEED, `handshake ${number}, responder`),
			senderIndex: index('responder')
		});
		const agreement = { initiation, response, sessions: { initiator: otherSide(responder), responder }, ephemeral };
		this.#agreements.set(number, agreement);
		return agreement;
	}
}
