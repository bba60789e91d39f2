/** The fields of WireGuard messages in words for somebody who sees one for the first time. */
import { toHex } from './bytes';
import { type Field } from './fields';
import { counted, field, hex, type Span } from './values';
import {
	AT,
	KINDS,
	TAG_BYTES,
	type CookieReply,
	type HandshakeInitiation,
	type HandshakeResponse,
	type TransportData,
	type WireGuardMessage
} from './wireguardShapes';

/** Enough to compare two of them by eye. */
const SHOWN_BYTES = 16;
const INDEX_DIGITS = 8;

const index = (value: number) => hex(value, INDEX_DIGITS);
const shown = (bytes: Uint8Array) =>
	bytes.length <= SHOWN_BYTES ? toHex(bytes) : `${toHex(bytes.subarray(0, SHOWN_BYTES))}… (${bytes.length} bytes)`;

const SENDER =
	'A number that the sender has chosen for itself. What comes back carries it as its receiver, so that it is recognised even when addresses have changed.';
const RECEIVER =
	'The number that whoever receives this has chosen for itself in its part of the handshake; it finds the right keys by it.';
const EPHEMERAL =
	'A public key made for this one handshake. Everybody can read it; its private half never leaves the sender and is forgotten soon, so that what is sent now cannot be decrypted later.';
const MAC1 =
	'A checksum that takes the public key of the receiver to make. Whoever does not know that key gets no answer at all, so that a scan does not find WireGuard.';

const mac2 = (bytes: Uint8Array, at: Span): Field =>
	bytes.every((byte) => byte === 0)
		? field('mac2', at, shown(bytes), 'All zero: the receiver has not asked for a cookie, so none is proven here.')
		: field(
				'mac2',
				at,
				shown(bytes),
				'A checksum made with the cookie of a cookie reply. It shows that the sender receives what is sent to its address.'
			);

/** Both handshake messages begin with their sender’s number and end with two checksums; they differ in what is between. */
const handshake = (
	message: HandshakeInitiation | HandshakeResponse,
	at: { readonly sender: Span; readonly mac1: Span; readonly mac2: Span },
	between: readonly Field[]
): Field[] => [
	field('sender', at.sender, index(message.sender), SENDER),
	...between,
	field('mac1', at.mac1, shown(message.mac1), MAC1),
	mac2(message.mac2, at.mac2)
];

/** The fields of a parsed message, type and reserved bytes first. Offsets are from the beginning of the message. */
export function fieldsOfMessage(message: WireGuardMessage): Field[] {
	const { code, name } = KINDS[message.type];
	const head = [
		field(
			'type',
			AT.type,
			`${code}, ${name}`,
			'1 asks for new keys, 2 agrees to them, 3 asks to come again with a cookie, 4 carries a packet.'
		),
		field(
			'reserved',
			AT.reserved,
			'000000',
			'Three bytes that are always zero. With the type before them they can be read as one number.'
		)
	];
	switch (message.type) {
		case 'handshakeInitiation':
			return [...head, ...initiation(message)];
		case 'handshakeResponse':
			return [...head, ...response(message)];
		case 'cookieReply':
			return [...head, ...cookieReply(message)];
		case 'transportData':
			return [...head, ...transportData(message)];
	}
}

function initiation(message: HandshakeInitiation): Field[] {
	const at = AT.handshakeInitiation;
	return handshake(message, at, [
		field('ephemeral', at.ephemeral, shown(message.ephemeral), EPHEMERAL),
		field(
			'static',
			at.static,
			shown(message.static),
			'The lasting public key of the sender, by which the other side knows who asks. It is encrypted, so that nobody on the way learns who it is.'
		),
		field(
			'timestamp',
			at.timestamp,
			shown(message.timestamp),
			'When the sender made this, encrypted. It has to be later than the last one, so that a recorded handshake cannot be sent again.'
		)
	]);
}

function response(message: HandshakeResponse): Field[] {
	const at = AT.handshakeResponse;
	return handshake(message, at, [
		field('receiver', at.receiver, index(message.receiver), RECEIVER),
		field('ephemeral', at.ephemeral, shown(message.ephemeral), EPHEMERAL),
		field(
			'empty',
			at.empty,
			shown(message.empty),
			'An encrypted nothing: only its authentication tag. Only the right other side can make it, and with it both sides have the same new keys.'
		)
	]);
}

function cookieReply(message: CookieReply): Field[] {
	const at = AT.cookieReply;
	return [
		field(
			'receiver',
			at.receiver,
			index(message.receiver),
			'The number that the sender of the handshake message has chosen for itself: it is to send it again.'
		),
		field('nonce', at.nonce, shown(message.nonce), 'A random number used for this encryption only. It is no secret.'),
		field(
			'cookie',
			at.cookie,
			shown(message.cookie),
			'The cookie, encrypted. A busy server gives it out, and answers only to those who send their handshake again with a mac2 made from it.'
		)
	];
}

function transportData(message: TransportData): Field[] {
	const at = AT.transportData;
	const [start] = at.encryptedPacket;
	const { length } = message.encryptedPacket;
	const sealed = length - TAG_BYTES;
	const packet = field(
		'encryptedPacket',
		[start, sealed],
		counted(sealed, 'byte'),
		'A whole IP packet, as a rule filled up with zeros to a multiple of 16 bytes, and encrypted: its addresses, its ports and what it says cannot be read from outside.'
	);
	const tag = shown(message.encryptedPacket.subarray(sealed));
	return [
		field('receiver', at.receiver, index(message.receiver), RECEIVER),
		field(
			'counter',
			at.counter,
			`${message.counter}`,
			'Counts the messages under this key from 0 and is used for their encryption. A number that has come before is refused.'
		),
		...(sealed > 0 ? [packet] : []),
		sealed > 0
			? field(
					'authenticationTag',
					[start + sealed, TAG_BYTES],
					tag,
					'Shows that nobody has changed the packet or its counter: if one bit is different, the whole message is dropped.'
				)
			: field(
					'authenticationTag',
					[start, TAG_BYTES],
					tag,
					'The tag of an empty packet. This is a keepalive: it says nothing but that the sender is still there.'
				)
	];
}
