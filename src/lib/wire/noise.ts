/** The handshake: Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s as in the WireGuard paper §5.4.2 to §5.4.5. All of it is pure. */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { checkMac1, withMacs } from './cookie';
import { WireError } from './errors';
import { dh, exactly, hash, kdf1, kdf2, kdf3, KEY_BYTES, sameBytes, seal, unseal, type KeyPair } from './primitives';
import { emitTai64n, parseTai64n } from './tai64n';
import {
	AT,
	emitWireGuard,
	parseWireGuard,
	type HandshakeInitiation,
	type HandshakeResponse,
	type WireGuardMessage,
	type WireGuardType
} from './wireguard';

export type { KeyPair } from './primitives';

/** WireGuard paper §5.4 (“Construction”, “Identifier”). */
const CONSTRUCTION = utf8ToBytes('Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s');
const IDENTIFIER = utf8ToBytes('WireGuard v1 zx2c4 Jason@zx2c4.com');
const NOTHING = new Uint8Array(0);
/** WireGuard paper §5.4.3: without a preshared key it is 32 zeros. */
const NO_PRESHARED_KEY = new Uint8Array(KEY_BYTES);

/** What both sides have said so far, mixed: C and H of the paper, and the key κ that comes with C. 32 bytes each. */
interface Chain {
	readonly chainingKey: Uint8Array;
	readonly hash: Uint8Array;
	readonly key: Uint8Array;
}

/** The keys of a finished handshake as one of the two sides has them. WireGuard paper §5.4.5. */
export interface Session {
	/** 32 bytes each; what one side sends with, the other receives with. */
	readonly sendingKey: Uint8Array;
	readonly receivingKey: Uint8Array;
	/** 32 bits each: what the other side writes as receiver, and what this side writes. */
	readonly localIndex: number;
	readonly remoteIndex: number;
}

/** What the initiator keeps until the response comes. */
export interface InitiatorState {
	readonly chain: Chain;
	readonly initiatorStatic: KeyPair;
	readonly ephemeral: KeyPair;
	readonly senderIndex: number;
	readonly presharedKey: Uint8Array;
}

interface Common {
	/** Made for this handshake only. */
	readonly ephemeral: KeyPair;
	/** Index for this side, 32 bits. */
	readonly senderIndex: number;
	/** 32 bytes that both sides know beforehand. */
	readonly presharedKey?: Uint8Array | undefined;
	/** 16 bytes of a cookie reply that is less than two minutes old: mac2 is made with it. */
	readonly cookie?: Uint8Array | undefined;
	/** The shared secret of two keys, for a caller who has both sides and knows it already; worked out where not given. RFC 7748 §6.1. */
	readonly agree?: ((own: KeyPair, theirPublic: Uint8Array) => Uint8Array) | undefined;
}

const secretOf = ({ agree }: Common, own: KeyPair, theirPublic: Uint8Array, offset: number): Uint8Array =>
	agree?.(own, theirPublic) ?? dh(own.privateKey, theirPublic, offset);

/** What a handshake begins with. */
export interface Initiate extends Common {
	readonly initiatorStatic: KeyPair;
	readonly responderStaticPublic: Uint8Array;
	/** Whole milliseconds since 1970, later than in the handshake before. */
	readonly timestampMs: number;
}

/** What a handshake is answered with. */
export interface Respond extends Common {
	/** The handshake initiation. */
	readonly message: Uint8Array;
	readonly responderStatic: KeyPair;
}

const presharedKeyOf = ({ presharedKey }: Common) =>
	exactly(presharedKey ?? NO_PRESHARED_KEY, KEY_BYTES, 'A preshared key');

function begin(responderStaticPublic: Uint8Array): Chain {
	const chainingKey = hash(CONSTRUCTION);
	return mixHash(
		{ chainingKey, hash: hash(chainingKey, IDENTIFIER), key: NOTHING },
		exactly(responderStaticPublic, KEY_BYTES, 'A static public key')
	);
}

const mixHash = (chain: Chain, data: Uint8Array): Chain => ({ ...chain, hash: hash(chain.hash, data) });
const mixSecret = (chain: Chain, secret: Uint8Array): Chain => ({
	...chain,
	chainingKey: kdf1(chain.chainingKey, secret)
});
const mixEphemeral = (chain: Chain, ephemeral: Uint8Array): Chain => mixHash(mixSecret(chain, ephemeral), ephemeral);

function mixKey(chain: Chain, secret: Uint8Array): Chain {
	const [chainingKey, key] = kdf2(chain.chainingKey, secret);
	return { ...chain, chainingKey, key };
}

function mixPresharedKey(chain: Chain, presharedKey: Uint8Array): Chain {
	const [chainingKey, tau, key] = kdf3(chain.chainingKey, presharedKey);
	return { ...mixHash(chain, tau), chainingKey, key };
}

/** Each κ encrypts once, so its counter is 0. */
const sealNext = ({ key, hash }: Chain, plain: Uint8Array) => seal(key, 0n, plain, hash);
const unsealNext = ({ key, hash }: Chain, sealed: Uint8Array, offset: number, what: string) =>
	unseal(key, 0n, sealed, hash, offset, what);

function expected<T extends WireGuardType>(bytes: Uint8Array, type: T, words: string): WireGuardMessage & { type: T } {
	const message = parseWireGuard(bytes);
	if (message.type !== type) throw new WireError(AT.type[0], `This is not a ${words}; only one is allowed here.`);
	return message as WireGuardMessage & { type: T };
}

/**
 * Begins a handshake. WireGuard paper §5.4.2.
 * @param given the keys of both sides, the index, the time, and the ephemeral key: nothing here is random
 * @returns the handshake initiation, 148 bytes, and what to keep for `finish`
 * @throws {@link WireError} when a key, the cookie, the index or the time cannot be one
 */
export function initiate(given: Initiate): { readonly message: Uint8Array; readonly state: InitiatorState } {
	const { initiatorStatic, responderStaticPublic, ephemeral, senderIndex, timestampMs, cookie } = given;
	let chain = mixEphemeral(begin(responderStaticPublic), ephemeral.publicKey);
	chain = mixKey(chain, secretOf(given, ephemeral, responderStaticPublic, 0));
	const sealedStatic = sealNext(chain, initiatorStatic.publicKey);
	chain = mixKey(mixHash(chain, sealedStatic), secretOf(given, initiatorStatic, responderStaticPublic, 0));
	const timestamp = sealNext(chain, emitTai64n(timestampMs));
	chain = mixHash(chain, timestamp);
	const message = {
		type: 'handshakeInitiation',
		sender: senderIndex,
		ephemeral: ephemeral.publicKey,
		static: sealedStatic,
		timestamp
	} as const;
	return {
		message: emitWireGuard(withMacs<HandshakeInitiation>(message, responderStaticPublic, cookie)),
		state: { chain, initiatorStatic, ephemeral, senderIndex, presharedKey: presharedKeyOf(given) }
	};
}

export interface Resume {
	/** The handshake initiation. */
	readonly message: Uint8Array;
	/** Keys of which one may be the initiator’s. */
	readonly initiatorStatics: readonly KeyPair[];
	readonly responderStaticPublic: Uint8Array;
	readonly ephemeral: KeyPair;
	readonly presharedKey?: Uint8Array | undefined;
}

/**
 * What the initiator kept for `finish`, worked out again from its initiation and its keys: for captures that have the keys in them.
 * A WireError when the message is no initiation, or was not made with these keys. WireGuard paper §5.4.2.
 */
export function resume({
	message,
	initiatorStatics,
	responderStaticPublic,
	ephemeral,
	presharedKey
}: Resume): InitiatorState {
	const at = AT.handshakeInitiation;
	const initiation = expected(message, 'handshakeInitiation', 'handshake initiation');
	checkMac1(initiation, responderStaticPublic);
	let chain = mixEphemeral(begin(responderStaticPublic), initiation.ephemeral);
	chain = mixKey(chain, dh(ephemeral.privateKey, responderStaticPublic, 0));
	const initiatorStaticPublic = unsealNext(chain, initiation.static, at.static[0], 'static public key');
	const initiatorStatic = initiatorStatics.find(({ publicKey }) => sameBytes(publicKey, initiatorStaticPublic));
	if (!initiatorStatic)
		throw new WireError(
			at.static[0],
			'The initiation is from somebody whose private key is not at hand; only its own is allowed.'
		);
	chain = mixKey(mixHash(chain, initiation.static), dh(initiatorStatic.privateKey, responderStaticPublic, 0));
	unsealNext(chain, initiation.timestamp, at.timestamp[0], 'timestamp');
	return {
		chain: mixHash(chain, initiation.timestamp),
		initiatorStatic,
		ephemeral,
		senderIndex: initiation.sender,
		presharedKey: exactly(presharedKey ?? NO_PRESHARED_KEY, KEY_BYTES, 'A preshared key')
	};
}

/**
 * Answers a handshake initiation. Whether the initiator is allowed and its time later than the last one, the caller
 * decides (§5.1); mac2 is not looked at. WireGuard paper §5.4.3.
 * @param given the keys of this side, the ephemeral key, the index, and the initiation
 * @returns the handshake response, 92 bytes, the session, and who the initiator says it is and when
 * @throws {@link WireError} when the initiation is not one, was not made for this key, or has been changed
 */
export function respond(given: Respond): {
	readonly message: Uint8Array;
	readonly session: Session;
	readonly initiatorStaticPublic: Uint8Array;
	readonly timestampMs: number;
} {
	const { responderStatic, ephemeral, senderIndex, cookie } = given;
	const initiation = expected(given.message, 'handshakeInitiation', 'handshake initiation');
	checkMac1(initiation, responderStatic.publicKey);
	const { initiatorStaticPublic, timestampMs, ...read } = readInitiation(initiation, given);
	let chain = mixEphemeral(read.chain, ephemeral.publicKey);
	chain = mixSecret(chain, secretOf(given, ephemeral, initiation.ephemeral, AT.handshakeInitiation.ephemeral[0]));
	chain = mixSecret(chain, secretOf(given, ephemeral, initiatorStaticPublic, AT.handshakeInitiation.static[0]));
	chain = mixPresharedKey(chain, presharedKeyOf(given));
	const empty = sealNext(chain, NOTHING);
	const [receivingKey, sendingKey] = kdf2(chain.chainingKey, NOTHING);
	const message = {
		type: 'handshakeResponse',
		sender: senderIndex,
		receiver: initiation.sender,
		ephemeral: ephemeral.publicKey,
		empty
	} as const;
	return {
		message: emitWireGuard(withMacs<HandshakeResponse>(message, initiatorStaticPublic, cookie)),
		session: { sendingKey, receivingKey, localIndex: senderIndex, remoteIndex: initiation.sender },
		initiatorStaticPublic,
		timestampMs
	};
}

function readInitiation(initiation: HandshakeInitiation, given: Respond) {
	const { responderStatic } = given;
	const at = AT.handshakeInitiation;
	let chain = mixEphemeral(begin(responderStatic.publicKey), initiation.ephemeral);
	chain = mixKey(chain, secretOf(given, responderStatic, initiation.ephemeral, at.ephemeral[0]));
	const initiatorStaticPublic = unsealNext(chain, initiation.static, at.static[0], 'static public key');
	chain = mixKey(
		mixHash(chain, initiation.static),
		secretOf(given, responderStatic, initiatorStaticPublic, at.static[0])
	);
	const timestampMs = parseTai64n(
		unsealNext(chain, initiation.timestamp, at.timestamp[0], 'timestamp'),
		at.timestamp[0]
	);
	return { chain: mixHash(chain, initiation.timestamp), initiatorStaticPublic, timestampMs };
}

/**
 * The session of the initiator, from the response to its initiation. mac2 is not looked at. WireGuard paper §5.4.3 and
 * §5.4.5.
 * @param state what `initiate` gave to keep
 * @param message the handshake response, 92 bytes
 * @returns the session
 * @throws {@link WireError} when the response is not one, is for another handshake, or has been changed
 */
export function finish(
	{ chain, initiatorStatic, ephemeral, senderIndex, presharedKey }: InitiatorState,
	message: Uint8Array
): Session {
	const at = AT.handshakeResponse;
	const response = expected(message, 'handshakeResponse', 'handshake response');
	checkMac1(response, initiatorStatic.publicKey);
	if (response.receiver !== senderIndex)
		throw new WireError(
			at.receiver[0],
			`The response is for index ${response.receiver}; only ${senderIndex} is allowed.`
		);
	let both = mixEphemeral(chain, response.ephemeral);
	both = mixSecret(both, dh(ephemeral.privateKey, response.ephemeral, at.ephemeral[0]));
	both = mixSecret(both, dh(initiatorStatic.privateKey, response.ephemeral, at.ephemeral[0]));
	both = mixPresharedKey(both, presharedKey);
	unsealNext(both, response.empty, at.empty[0], 'empty');
	const [sendingKey, receivingKey] = kdf2(both.chainingKey, NOTHING);
	return { sendingKey, receivingKey, localIndex: senderIndex, remoteIndex: response.sender };
}
