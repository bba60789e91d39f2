/** WireGuard messages as bytes, without any cryptography: what is sealed stays sealed here. WireGuard paper §5.4. */
import { needs, viewOf } from './bytes';
import { WireError } from './errors';
import { type Field } from './fields';
import { counted, fits, type Span } from './values';
import { fieldsOfMessage } from './wireguardFields';
import { AT, KINDS, type WireGuardMessage, type WireGuardType } from './wireguardShapes';

export { AT, TAG_BYTES } from './wireguardShapes';
export type { HandshakeInitiation, HandshakeResponse, WireGuardMessage, WireGuardType } from './wireguardShapes';

/** WireGuard paper §6.1: after so many messages a key is not used any more. */
export const REJECT_AFTER_MESSAGES = 2n ** 64n - 2n ** 13n - 1n;

const TYPES = Object.keys(KINDS) as readonly WireGuardType[];
const HEADER_BYTES = 4;
const INDEX_BITS = 32;
const COUNTER_BITS = 64;

const ends = ([offset, length]: Span): [number, number] => [offset, offset + length];
const typeWith = (code: number | undefined) => TYPES.find((type) => KINDS[type].code === code);
/** Which of the three reserved bytes is not zero, -1 for none. */
const reservedInUse = (bytes: Uint8Array) => bytes.subarray(...ends(AT.reserved)).findIndex((byte) => byte !== 0);
const hasLengthOf = (type: WireGuardType, { length }: Uint8Array) =>
	type === 'transportData' ? length >= KINDS[type].length : length === KINDS[type].length;

/** Whether these may be a WireGuard message: type 1 to 4, reserved bytes zero, and the length of that type. Never throws. */
export function looksLikeWireGuard(bytes: Uint8Array): boolean {
	const type = typeWith(bytes[AT.type[0]]);
	return type !== undefined && hasLengthOf(type, bytes) && reservedInUse(bytes) < 0;
}

/** Which message it is; a WireError when it is none. */
function typeOf(bytes: Uint8Array): WireGuardType {
	needs(bytes, HEADER_BYTES, 'A WireGuard message');
	const code = bytes[AT.type[0]];
	const type = typeWith(code);
	if (!type) throw new WireError(AT.type[0], `The type is ${code}; WireGuard has 1, 2, 3 and 4.`);
	const reserved = reservedInUse(bytes);
	if (reserved >= 0)
		throw new WireError(
			AT.reserved[0] + reserved,
			'One of the three reserved bytes is not zero; all of them have to be.'
		);
	const { name, length } = KINDS[type];
	needs(bytes, length, `A ${name}`);
	if (!hasLengthOf(type, bytes))
		throw new WireError(length, `A ${name} takes exactly ${length} bytes, and here are ${bytes.length}.`);
	return type;
}

/**
 * Reads a message. Nothing is decrypted. WireGuard paper §5.4.
 * @param bytes the payload of a datagram, all of it
 * @returns the message, as copies
 * @throws {@link WireError} when there is none in these bytes
 */
export function parseWireGuard(bytes: Uint8Array): WireGuardMessage {
	const type = typeOf(bytes);
	const index = ([offset]: Span) => viewOf(bytes).getUint32(offset, true);
	const part = (span: Span) => bytes.slice(...ends(span));
	const handshake = (at: (typeof AT)['handshakeInitiation' | 'handshakeResponse']) => ({
		sender: index(at.sender),
		ephemeral: part(at.ephemeral),
		mac1: part(at.mac1),
		mac2: part(at.mac2)
	});
	switch (type) {
		case 'handshakeInitiation': {
			const at = AT[type];
			return { type, ...handshake(at), static: part(at.static), timestamp: part(at.timestamp) };
		}
		case 'handshakeResponse': {
			const at = AT[type];
			return { type, ...handshake(at), receiver: index(at.receiver), empty: part(at.empty) };
		}
		case 'cookieReply': {
			const at = AT[type];
			return { type, receiver: index(at.receiver), nonce: part(at.nonce), cookie: part(at.cookie) };
		}
		case 'transportData': {
			const at = AT[type];
			const counter = viewOf(bytes).getBigUint64(at.counter[0], true);
			return { type, receiver: index(at.receiver), counter, encryptedPacket: bytes.slice(at.encryptedPacket[0]) };
		}
	}
}

/** How many bytes the message takes, without UDP and IP. */
function lengthOfWireGuard(message: WireGuardMessage): number {
	if (message.type !== 'transportData') return KINDS[message.type].length;
	return AT.transportData.encryptedPacket[0] + message.encryptedPacket.length;
}

/**
 * Writes a message. WireGuard paper §5.4.
 * @param message any of the four kinds
 * @returns its bytes
 * @throws {@link WireError} when a number is too big, or bytes are too many or too few
 */
export function emitWireGuard(message: WireGuardMessage): Uint8Array {
	const whole = new Uint8Array(lengthOfWireGuard(message));
	whole[AT.type[0]] = KINDS[message.type].code;
	const values = new Map<string, string | number | bigint | Uint8Array>(Object.entries(message));
	for (const [name, span] of Object.entries<Span>(AT[message.type])) {
		const value = values.get(name);
		if (typeof value === 'number') putIndex(whole, span, name, value);
		else if (typeof value === 'bigint') putCounter(whole, span, name, value);
		else if (value instanceof Uint8Array) putBytes(whole, span, name, value);
	}
	return whole;
}

function putIndex(whole: Uint8Array, [offset]: Span, name: string, value: number): void {
	viewOf(whole).setUint32(offset, fits(value, INDEX_BITS, offset, `The ${name}`), true);
}

function putCounter(whole: Uint8Array, [offset]: Span, name: string, value: bigint): void {
	if (BigInt.asUintN(COUNTER_BITS, value) !== value) {
		throw new WireError(
			offset,
			`The ${name} is ${value}; whole numbers from 0 to ${2n ** BigInt(COUNTER_BITS) - 1n} are allowed.`
		);
	}
	viewOf(whole).setBigUint64(offset, value, true);
}

function putBytes(whole: Uint8Array, [offset, length]: Span, name: string, value: Uint8Array): void {
	const isOpenEnded = name === 'encryptedPacket';
	if (value.length < length || (!isOpenEnded && value.length > length)) {
		throw new WireError(
			offset,
			`The ${name} has ${counted(value.length, 'byte')}; it takes ${isOpenEnded ? 'at least ' : ''}${length}.`
		);
	}
	whole.set(value, offset);
}

/** Every byte of the message as explained fields, in order; a WireError when it is none. WireGuard paper §5.4. */
export const fieldsOfWireGuard = (bytes: Uint8Array): Field[] => fieldsOfMessage(parseWireGuard(bytes));
