/** What protects a handshake from strangers: mac1, mac2 and the cookie reply. WireGuard paper §5.4.4 and §5.4.7. */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { concat, viewOf } from './bytes';
import { WireError } from './errors';
import { exactly, hash, KEY_BYTES, mac, MAC_BYTES, sameBytes, sealX, unsealX } from './primitives';
import { fits } from './values';
import { AT, emitWireGuard, parseWireGuard, type HandshakeInitiation, type HandshakeResponse } from './wireguard';

/** WireGuard paper §5.4 (“Label-Mac1”, “Label-Cookie”). */
const LABEL_MAC1 = utf8ToBytes('mac1----');
const LABEL_COOKIE = utf8ToBytes('cookie--');
const COOKIE_BYTES = MAC_BYTES;
const COOKIE_NONCE_BYTES = AT.cookieReply.nonce[1];
const PORT_BYTES = 2;
const PORT_BITS = 16;

type HandshakeMessage = HandshakeInitiation | HandshakeResponse;

const NO_MAC = new Uint8Array(MAC_BYTES);
const upTo = (message: HandshakeMessage, name: 'mac1' | 'mac2') =>
	emitWireGuard(message).subarray(0, AT[message.type][name][0]);
const mac1Of = (message: HandshakeMessage, receiverStaticPublic: Uint8Array) =>
	mac(hash(LABEL_MAC1, receiverStaticPublic), upTo(message, 'mac1'));
const mac2Of = (message: HandshakeMessage, cookie: Uint8Array) =>
	mac(exactly(cookie, COOKIE_BYTES, 'A cookie'), upTo(message, 'mac2'));

/** The same message with its mac1, and with a mac2 when there is a cookie (zeros when there is none). WireGuard paper §5.4.4. */
export function withMacs<M extends HandshakeMessage>(
	message: Omit<M, 'mac1' | 'mac2'>,
	receiverStaticPublic: Uint8Array,
	cookie?: Uint8Array
): M {
	const blank = { ...message, mac1: NO_MAC, mac2: NO_MAC } as M;
	const first = { ...blank, mac1: mac1Of(blank, receiverStaticPublic) };
	return cookie ? { ...first, mac2: mac2Of(first, cookie) } : first;
}

/** A WireError unless mac1 was made for the owner of this static public key. Anybody who knows that key can make one. */
export function checkMac1(message: HandshakeMessage, ownStaticPublic: Uint8Array): void {
	if (sameBytes(message.mac1, mac1Of(message, ownStaticPublic))) return;
	throw new WireError(
		AT[message.type].mac1[0],
		'The mac1 is wrong: only a message made for this static public key, and not changed since, is allowed.'
	);
}

/**
 * Whether mac2 was made with this cookie. It is asked only under load: otherwise every mac2 is as good as any.
 * @internal for its tests
 */
export const isMac2Right = (message: HandshakeMessage, cookie: Uint8Array): boolean =>
	sameBytes(message.mac2, mac2Of(message, cookie));

/**
 * A handshake message in these bytes; a WireError when there is none, or another message.
 * @internal for its tests
 */
export function parseHandshake(bytes: Uint8Array): HandshakeMessage {
	const message = parseWireGuard(bytes);
	if (message.type === 'handshakeInitiation' || message.type === 'handshakeResponse') return message;
	throw new WireError(
		AT.type[0],
		'This is not a handshake message; a handshake initiation and a handshake response are.'
	);
}

/**
 * The cookie for whoever sends from there, 16 bytes. WireGuard paper §5.4.7.
 * @param secret 32 bytes that change every two minutes and that nobody else knows
 * @param address source address of the handshake message, 4 or 16 bytes
 * @param port its UDP source port
 * @internal for its tests
 */
export function cookieFor(secret: Uint8Array, address: Uint8Array, port: number): Uint8Array {
	const portBytes = new Uint8Array(PORT_BYTES);
	viewOf(portBytes).setUint16(0, fits(port, PORT_BITS, 0, 'The port'));
	return mac(exactly(secret, KEY_BYTES, 'The secret for cookies'), concat(address, portBytes));
}

const cookieKey = (staticPublic: Uint8Array) => hash(LABEL_COOKIE, staticPublic);

/**
 * The cookie reply to a handshake message, 64 bytes: what a server under load sends instead of an answer. WireGuard paper §5.4.7.
 * @param message the handshake message that came, whose mac1 has to be right
 * @param ownStaticPublic public key of whoever is under load
 * @param nonce 24 bytes, never the same twice
 * @internal for its tests
 */
export function makeCookieReply({
	message,
	ownStaticPublic,
	cookie,
	nonce
}: {
	readonly message: Uint8Array;
	readonly ownStaticPublic: Uint8Array;
	readonly cookie: Uint8Array;
	readonly nonce: Uint8Array;
}): Uint8Array {
	const came = parseHandshake(message);
	checkMac1(came, ownStaticPublic);
	exactly(cookie, COOKIE_BYTES, 'A cookie');
	exactly(nonce, COOKIE_NONCE_BYTES, 'The nonce of a cookie reply');
	return emitWireGuard({
		type: 'cookieReply',
		receiver: came.sender,
		nonce,
		cookie: sealX(cookieKey(ownStaticPublic), nonce, cookie, came.mac1)
	});
}

/**
 * The cookie in a cookie reply, 16 bytes: it goes into the next handshake message, for two minutes. WireGuard paper §5.4.7.
 * A WireError when the reply is for another message or was not made by the owner of the other key.
 * @param sent the handshake message that this is the reply to
 * @internal for its tests
 */
export function openCookieReply({
	reply,
	sent,
	remoteStaticPublic
}: {
	readonly reply: Uint8Array;
	readonly sent: Uint8Array;
	readonly remoteStaticPublic: Uint8Array;
}): Uint8Array {
	const message = parseWireGuard(reply);
	if (message.type !== 'cookieReply')
		throw new WireError(AT.type[0], 'This is not a cookie reply; only one is allowed here.');
	const { sender, mac1 } = parseHandshake(sent);
	const at = AT.cookieReply;
	if (message.receiver !== sender)
		throw new WireError(
			at.receiver[0],
			`The cookie reply is for index ${message.receiver}; only ${sender} is allowed.`
		);
	return unsealX(cookieKey(remoteStaticPublic), message.nonce, message.cookie, mac1, at.cookie[0], 'cookie');
}
