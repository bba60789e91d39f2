/** Opens envelopes of a capture with the keys that are in it, as Wireshark does with its key log. WireGuard paper §5.4. */
import { toHex } from './bytes';
import { dissect, type LinkType } from './dissect';
import { WireError } from './errors';
import { parseKeyLog, type LoggedKeys } from './keylog';
import { finish, respond, resume, type KeyPair, type Session } from './noise';
import { PADDING_UNIT } from './padding';
import { publicKeyOf } from './primitives';
import { openPadded } from './transport';
import { KINDS } from './wireguardShapes';
import { parseWireGuard, TAG_BYTES, type HandshakeResponse } from './wireguard';

/** Headers of IPv4 or IPv6 and UDP around an inner message (in bytes): with multihop the handshakes with the second relay are in envelopes themselves. */
const INNER_HEADERS = [20 + 8, 40 + 8];
/** Lengths that an inner handshake has as an encrypted packet. */
const INNER_HANDSHAKES: ReadonlySet<number> = new Set(
	[KINDS.handshakeInitiation.length, KINDS.handshakeResponse.length].flatMap((length) =>
		INNER_HEADERS.flatMap((headers) => [headers + length, Math.ceil((headers + length) / PADDING_UNIT) * PADDING_UNIT])
	)
);

const pairOf = (privateKey: Uint8Array): KeyPair => ({ privateKey, publicKey: publicKeyOf(privateKey) });
/** The same keys as the other side has them. */
const otherSide = ({ sendingKey, receivingKey, localIndex, remoteIndex }: Session): Session => ({
	sendingKey: receivingKey,
	receivingKey: sendingKey,
	localIndex: remoteIndex,
	remoteIndex: localIndex
});

/** What came of it, or undefined when the bytes or keys do not fit. */
function tried<T>(step: () => T): T | undefined {
	try {
		return step();
	} catch (error) {
		if (!(error instanceof WireError)) throw error;
		return undefined;
	}
}

/** First hears the packets of a capture, in order; then opens those whose handshake it has heard. */
export class Opener {
	readonly #keys: LoggedKeys;
	readonly #statics: readonly KeyPair[];
	readonly #remotes: readonly Uint8Array[];
	readonly #ephemerals: ReadonlyMap<string, { readonly pair: KeyPair; readonly presharedKey: Uint8Array | undefined }>;
	/** Initiations by the index of their sender, the newest last. */
	readonly #initiations = new Map<number, readonly Uint8Array[]>();
	/** By the index that a message names as its receiver, the newest last. */
	readonly #sessions = new Map<number, readonly Session[]>();
	/** Handshakes that were heard already: a packet may be seen at several points. */
	readonly #heard = new Set<string>();

	/** @param keyLog the text of a WireGuard key log */
	constructor(keyLog: string) {
		this.#keys = parseKeyLog(keyLog);
		this.#statics = this.#keys.staticPrivateKeys.map(pairOf);
		this.#remotes = this.#keys.remoteStaticPublicKeys;
		this.#ephemerals = new Map(
			this.#keys.ephemerals.map(({ privateKey, presharedKey }) =>
				((pair) => [toHex(pair.publicKey), { pair, presharedKey }])(pairOf(privateKey))
			)
		);
	}

	/**
	 * Takes in a packet: a handshake, or an envelope in which there may be one.
	 * @param packet the whole packet, as it was captured
	 * @param link what it begins with
	 */
	hear(packet: Uint8Array, link: LinkType): void {
		const message = messageIn(packet, link);
		if (!message) return;
		const { type } = message.parsed;
		if (type === 'handshakeInitiation') this.#hearInitiation(message.bytes, message.parsed.sender);
		else if (type === 'handshakeResponse') this.#hearResponse(message.bytes, message.parsed);
		else if (type === 'transportData' && INNER_HANDSHAKES.has(message.parsed.encryptedPacket.length - TAG_BYTES)) {
			const inner = this.open(packet, link);
			if (inner) this.hear(inner, 'ipv4');
		}
	}

	/**
	 * Opens an envelope.
	 * @param packet the whole packet, as it was captured
	 * @param link what it begins with
	 * @returns what is under the seal, with its padding; null for what is no envelope, and when no key fits
	 */
	open(packet: Uint8Array, link: LinkType): Uint8Array | null {
		const message = messageIn(packet, link);
		if (message?.parsed.type !== 'transportData') return null;
		const sessions = this.#sessions.get(message.parsed.receiver) ?? [];
		for (const session of [...sessions].reverse()) {
			const opened = tried(() => openPadded(session, message.bytes));
			if (opened) return opened.padded;
		}
		return null;
	}

	#hearInitiation(bytes: Uint8Array, sender: number): void {
		if (!this.#isNew(bytes)) return;
		this.#initiations.set(sender, [...(this.#initiations.get(sender) ?? []), bytes]);
	}

	#hearResponse(bytes: Uint8Array, response: HandshakeResponse): void {
		if (!this.#isNew(bytes)) return;
		for (const initiation of [...(this.#initiations.get(response.receiver) ?? [])].reverse()) {
			const session = this.#asInitiator(initiation, bytes) ?? this.#asResponder(initiation, response);
			if (!session) continue;
			for (const side of [session, otherSide(session)])
				this.#sessions.set(side.localIndex, [...(this.#sessions.get(side.localIndex) ?? []), side]);
			return;
		}
	}

	#isNew(bytes: Uint8Array): boolean {
		const name = toHex(bytes);
		const isNew = !this.#heard.has(name);
		this.#heard.add(name);
		return isNew;
	}

	/** The session when the log is that of the side that began. */
	#asInitiator(message: Uint8Array, response: Uint8Array): Session | undefined {
		const parsed = parseWireGuard(message);
		const known = parsed.type === 'handshakeInitiation' ? this.#ephemerals.get(toHex(parsed.ephemeral)) : undefined;
		if (!known) return undefined;
		const { pair: ephemeral, presharedKey } = known;
		for (const responderStaticPublic of this.#remotes) {
			const session = tried(() =>
				finish(
					resume({ message, initiatorStatics: this.#statics, responderStaticPublic, ephemeral, presharedKey }),
					response
				)
			);
			if (session) return session;
		}
		return undefined;
	}

	/** The session when the log is that of the side that answered. */
	#asResponder(message: Uint8Array, response: HandshakeResponse): Session | undefined {
		const known = this.#ephemerals.get(toHex(response.ephemeral));
		if (!known) return undefined;
		const { pair: ephemeral, presharedKey } = known;
		for (const responderStatic of this.#statics) {
			const made = tried(() =>
				respond({ message, responderStatic, ephemeral, presharedKey, senderIndex: response.sender })
			);
			const again = made && parseWireGuard(made.message);
			if (made && again?.type === 'handshakeResponse' && toHex(again.empty) === toHex(response.empty))
				return made.session;
		}
		return undefined;
	}
}

/** The message of WireGuard that a packet carries. */
function messageIn(packet: Uint8Array, link: LinkType) {
	const { protocol, payload } = dissect(packet, link);
	if (protocol !== 'wireguard') return null;
	const bytes = packet.subarray(payload.offset, payload.offset + payload.length);
	const parsed = tried(() => parseWireGuard(bytes));
	return parsed ? { bytes, parsed } : null;
}
