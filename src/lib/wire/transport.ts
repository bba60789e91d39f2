/** Packets inside a session: encrypting, decrypting, and refusing what came before. WireGuard paper §5.4.6. */
import { viewOf } from './bytes';
import { WireError } from './errors';
import { type Session } from './noise';
import { withPadding } from './padding';
import * as aead from './primitives';
import { counted } from './values';
import { AT, emitWireGuard, parseWireGuard, REJECT_AFTER_MESSAGES } from './wireguard';

const NOTHING = new Uint8Array(0);
const BITS_OF_VERSION = 4;
/** Where an IP packet says its length, 16 bits, and what that does not count, in bytes. RFC 791 §3.1 and RFC 8200 §3. */
const LENGTHS: ReadonlyMap<number, { readonly at: number; readonly header: number; readonly uncounted: number }> =
	new Map([
		[4, { at: 2, header: 20, uncounted: 0 }],
		[6, { at: 4, header: 40, uncounted: 40 }]
	]);

/**
 * A transport data message with this packet: 16 bytes of header, the packet with its padding, 16 of tag. WireGuard
 * paper §5.4.6.
 * @param session whose key it is sealed with
 * @param counter one more than in the message before, from 0
 * @param packet an IP packet; an empty one makes a keepalive of 32 bytes
 * @param mtu of the tunnel in bytes: the padding stops there (the paper knows no such limit; Linux and wireguard-go
 * have it)
 * @returns the whole message
 * @throws {@link WireError} when the key must not be used any more (§6.1)
 */
export function seal(session: Session, counter: bigint, packet: Uint8Array, mtu = Infinity): Uint8Array {
	mustBeUsable(counter);
	const encryptedPacket = aead.seal(session.sendingKey, counter, withPadding(packet, mtu), NOTHING);
	return emitWireGuard({ type: 'transportData', receiver: session.remoteIndex, counter, encryptedPacket });
}

/**
 * Opens a transport data message. `acceptCounter` has to say yes before the packet is used. WireGuard paper §5.4.6.
 * @param session whose key it is sealed with
 * @param message the whole message
 * @returns its counter, and the IP packet without padding; an empty packet is a keepalive
 * @throws {@link WireError} when the message is for another index, has been changed, or holds no IP packet
 */
export function open(session: Session, message: Uint8Array): { readonly counter: bigint; readonly packet: Uint8Array } {
	const { counter, padded } = openPadded(session, message);
	return { counter, packet: withoutPadding(padded, AT.transportData.encryptedPacket[0]) };
}

/** The same with the padding, as it was encrypted, for whoever wants to see every byte; what is inside is not looked at. */
export function openPadded(
	session: Session,
	message: Uint8Array
): { readonly counter: bigint; readonly padded: Uint8Array } {
	const at = AT.transportData;
	const parsed = parseWireGuard(message);
	if (parsed.type !== 'transportData')
		throw new WireError(AT.type[0], 'This is not a transport data message; only one is allowed here.');
	const { receiver, counter, encryptedPacket } = parsed;
	if (receiver !== session.localIndex)
		throw new WireError(at.receiver[0], `The message is for index ${receiver}; only ${session.localIndex} is allowed.`);
	mustBeUsable(counter);
	return {
		counter,
		padded: aead.unseal(session.receivingKey, counter, encryptedPacket, NOTHING, at.encryptedPacket[0], 'packet')
	};
}

function mustBeUsable(counter: bigint): void {
	if (counter < 0n || counter >= REJECT_AFTER_MESSAGES) {
		throw new WireError(
			AT.transportData.counter[0],
			`The counter is ${counter}; a key is for less than ${REJECT_AFTER_MESSAGES} messages, counted from 0.`
		);
	}
}

/** What an IP packet says its length is, of what was decrypted. */
function withoutPadding(padded: Uint8Array, offset: number): Uint8Array {
	if (padded.length === 0) return padded;
	const version = (padded[0] ?? 0) >> BITS_OF_VERSION;
	const rule = LENGTHS.get(version);
	if (!rule) throw new WireError(offset, `The packet inside has IP version ${version}; 4 and 6 are allowed.`);
	if (padded.length < rule.header)
		throw new WireError(
			offset,
			`The packet inside has ${counted(padded.length, 'byte')}; a header of IPv${version} takes ${rule.header}.`
		);
	const length = rule.uncounted + viewOf(padded).getUint16(rule.at);
	if (length < rule.header || length > padded.length) {
		throw new WireError(
			offset + rule.at,
			`The packet inside says that it has ${counted(length, 'byte')}; from ${rule.header} to the ${padded.length} that are here are allowed.`
		);
	}
	return padded.slice(0, length);
}

/** RFC 6479: a ring of blocks of bits, one bit a counter, of which one block is always being filled anew. */
const BLOCK_BITS = 32;
/** Linux has 8192 bits too; the paper leaves 2^13 counters unused for it (§6.1, “Reject-After-Messages”). */
const BLOCKS = 256;
/**
 * So far behind the greatest counter a message may come late, in messages.
 * @internal for its tests
 */
export const WINDOW_SIZE = (BLOCKS - 1) * BLOCK_BITS;

/** Which counters have come under a key. */
export interface ReplayWindow {
	/** -1 before the first message. */
	readonly greatest: bigint;
	/** 32 counters each, least significant bit first. */
	readonly blocks: readonly number[];
}

/** The window of a new session. */
export const FRESH_WINDOW: ReplayWindow = { greatest: -1n, blocks: Array.from({ length: BLOCKS }, () => 0) };

const blockOf = (counter: bigint) => counter / BigInt(BLOCK_BITS);
const placeOf = (block: bigint) => Number(block % BigInt(BLOCKS));

/**
 * Slides the window that keeps messages from being replayed. Ask only after `open`, so that nobody moves the window
 * with a forged message. WireGuard paper §5.4.6, RFC 6479 §2.
 * @param window of the session so far; `FRESH_WINDOW` at its beginning
 * @param counter of the message
 * @returns the window with this counter in it, or null when the message has to be dropped: it has come already, or is
 * too old
 */
export function acceptCounter({ greatest, blocks }: ReplayWindow, counter: bigint): ReplayWindow | null {
	if (counter < 0n || counter >= REJECT_AFTER_MESSAGES || counter + BigInt(WINDOW_SIZE) <= greatest) return null;
	const next = [...blocks];
	const newest = greatest < 0n ? -1n : blockOf(greatest);
	const block = blockOf(counter);
	for (let fresh = 1n; fresh <= block - newest && fresh <= BigInt(BLOCKS); fresh++) next[placeOf(newest + fresh)] = 0;
	const place = placeOf(block);
	const bit = 2 ** Number(counter % BigInt(BLOCK_BITS));
	const seen = next[place] ?? 0;
	if (Math.floor(seen / bit) % 2 === 1) return null;
	next[place] = seen + bit;
	return { greatest: counter > greatest ? counter : greatest, blocks: next };
}
