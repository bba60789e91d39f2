/**
 * Writes pcapng, the format of Wireshark: one section with its interfaces, the secrets that open what is encrypted, the packets.
 * Little endian, microseconds. Source: draft-ietf-opsawg-pcapng.
 */
import { concat } from './bytes';
import { MAX_BLOCK_LENGTH, MAX_INTERFACES, MAX_PACKET_LENGTH, MAX_UINT16, MAX_UINT32 } from './capture';
import { type Capture, type CapturedPacket, type CaptureInterface, type Direction } from './capture';
import { WireError } from './errors';
import { AT, BLOCK, BYTE_ORDER_MAGIC, DIRECTION, MICROSECONDS, OPTION, SECRETS, TRAILER_LENGTH, VERSION } from './pcapngBlocks';
import { emitOption, emitOptions, emitTextOption, padded, textBytes } from './pcapngBlocks';

/** The name that the files give as the application that wrote them. */
const USER_APPLICATION = 'Flip the Flag';
/** The chunks of blocksOfCapture, in bytes. */
const CHUNK_LENGTH = 64 * 1024;
/** §4.1: all bits set for “not given”, as the length is not known when the header is written. */
const UNKNOWN_SECTION_LENGTH = -1n;
/** §4.2. */
const NO_SNAP_LENGTH = 0;
/** The upper half of a 64 bit number counts these. */
const UPPER_UNIT = 2 ** 32;
const MAX_SECRETS_LENGTH = MAX_BLOCK_LENGTH - AT.secrets.data - TRAILER_LENGTH;

function check(right: boolean, offset: number, sentence: string): void {
	if (!right) throw new WireError(offset, sentence);
}

const isWhole = (value: number, most: number): boolean => Number.isSafeInteger(value) && value >= 0 && value <= most;

/**
 * A block; §3.1. `fixedEnd` is where its fixed fields end, counted from the beginning of the block; `fill` sets them,
 * `parts` follow, each padded to 32 bits.
 */
function emitBlock(type: number, fixedEnd: number, fill: (view: DataView) => void, ...parts: readonly Uint8Array[]): Uint8Array {
	const length = parts.reduce((sum, part) => sum + padded(part.length), fixedEnd) + TRAILER_LENGTH;
	const block = new Uint8Array(length);
	const view = new DataView(block.buffer);
	view.setUint32(AT.blockType, type, true);
	view.setUint32(AT.blockTotalLength, length, true);
	fill(view);
	let at = fixedEnd;
	for (const part of parts) {
		block.set(part, at);
		at += padded(part.length);
	}
	view.setUint32(at, length, true);
	return block;
}

/** §4.1. */
function sectionHeader(comment: string | undefined): Uint8Array {
	const options = emitOptions(emitTextOption(OPTION.comment, comment), emitTextOption(OPTION.section.userApplication, USER_APPLICATION));
	const fill = (view: DataView) => {
		view.setUint32(AT.section.byteOrderMagic, BYTE_ORDER_MAGIC, true);
		view.setUint16(AT.section.majorVersion, VERSION.major, true);
		view.setUint16(AT.section.minorVersion, VERSION.minor, true);
		view.setBigInt64(AT.section.sectionLength, UNKNOWN_SECTION_LENGTH, true);
	};
	return emitBlock(BLOCK.sectionHeader, AT.section.options, fill, options);
}

/** §4.2. */
function interfaceDescription({ name, description, linkType }: CaptureInterface): Uint8Array {
	check(isWhole(linkType, MAX_UINT16), AT.interface.linkType, `The link type ${linkType} is not a whole number from 0 to ${MAX_UINT16}.`);
	const options = emitOptions(
		emitTextOption(OPTION.interface.name, name),
		emitTextOption(OPTION.interface.description, description),
		emitOption(OPTION.interface.timestampResolution, Uint8Array.of(MICROSECONDS))
	);
	const fill = (view: DataView) => {
		view.setUint16(AT.interface.linkType, linkType, true);
		view.setUint32(AT.interface.snapLength, NO_SNAP_LENGTH, true);
	};
	return emitBlock(BLOCK.interfaceDescription, AT.interface.options, fill, options);
}

/** §4.7, with a WireGuard key log. */
function decryptionSecrets(text: string): Uint8Array {
	const secrets = textBytes(text, Infinity);
	check(secrets.length <= MAX_SECRETS_LENGTH, AT.secrets.secretsLength, `The secrets take ${secrets.length} bytes; at most ${MAX_SECRETS_LENGTH} are allowed.`);
	const fill = (view: DataView) => {
		view.setUint32(AT.secrets.secretsType, SECRETS.wireGuard, true);
		view.setUint32(AT.secrets.secretsLength, secrets.length, true);
	};
	return emitBlock(BLOCK.decryptionSecrets, AT.secrets.data, fill, secrets);
}

/** §4.3.1. */
function flagsOption(direction: Direction | undefined): Uint8Array {
	if (direction === undefined) return new Uint8Array();
	const flags = new Uint8Array(Uint32Array.BYTES_PER_ELEMENT);
	new DataView(flags.buffer).setUint32(0, DIRECTION[direction], true);
	return emitOption(OPTION.packet.flags, flags);
}

/** §4.3. */
function enhancedPacket(packet: CapturedPacket, interfaces: number): Uint8Array {
	const { timeUs, bytes, originalLength = bytes.length } = packet;
	const at = AT.packet;
	check(isWhole(packet.interface, interfaces - 1), at.interfaceId, `A packet belongs to interface ${packet.interface}; the capture has ${interfaces}, counted from 0.`);
	check(isWhole(timeUs, Infinity), at.upperTimestamp, `The time ${timeUs} is not a whole number of microseconds from 0 to ${Number.MAX_SAFE_INTEGER}.`);
	check(bytes.length <= MAX_PACKET_LENGTH, at.capturedLength, `A packet has ${bytes.length} bytes; at most ${MAX_PACKET_LENGTH} are allowed.`);
	const isLongEnough = isWhole(originalLength, MAX_UINT32) && originalLength >= bytes.length;
	check(isLongEnough, at.originalLength, `The original length ${originalLength} of a packet with ${bytes.length} bytes is not a whole number from that to ${MAX_UINT32}.`);
	const fill = (view: DataView) => {
		view.setUint32(at.interfaceId, packet.interface, true);
		view.setUint32(at.upperTimestamp, Math.floor(timeUs / UPPER_UNIT), true);
		view.setUint32(at.lowerTimestamp, timeUs % UPPER_UNIT, true);
		view.setUint32(at.capturedLength, bytes.length, true);
		view.setUint32(at.originalLength, originalLength, true);
	};
	const options = emitOptions(emitTextOption(OPTION.comment, packet.comment), flagsOption(packet.direction));
	return emitBlock(BLOCK.enhancedPacket, at.data, fill, bytes, options);
}

/** The blocks in their order: what a reader needs to know comes before what needs it. */
function* blocks({ comment, interfaces, secrets, packets }: Capture): Generator<Uint8Array> {
	check(interfaces.length <= MAX_INTERFACES, 0, `The capture has ${interfaces.length} interfaces; at most ${MAX_INTERFACES} are allowed.`);
	yield sectionHeader(comment);
	for (const one of interfaces) yield interfaceDescription(one);
	if (secrets) yield decryptionSecrets(secrets);
	for (const packet of packets) yield enhancedPacket(packet, interfaces.length);
}

/**
 * The file in chunks of 64 KiB (the last is shorter), each in its own memory, made as they are asked for: between two of them
 * a worker can tell how far it is, or stop. A chunk may end anywhere in a block. Throws WireError, with an offset in the
 * block at hand, for what the format or the limits in capture.ts do not allow.
 */
export function* blocksOfCapture(capture: Capture): Generator<Uint8Array, void, void> {
	let chunk = new Uint8Array(CHUNK_LENGTH);
	let filled = 0;
	for (const block of blocks(capture)) {
		for (let from = 0; from < block.length; ) {
			const part = block.subarray(from, from + CHUNK_LENGTH - filled);
			chunk.set(part, filled);
			from += part.length;
			filled += part.length;
			if (filled < CHUNK_LENGTH) continue;
			yield chunk;
			chunk = new Uint8Array(CHUNK_LENGTH);
			filled = 0;
		}
	}
	if (filled > 0) yield chunk.slice(0, filled);
}

/** The whole file; throws as blocksOfCapture does. */
export const writeCapture = (capture: Capture): Uint8Array => concat(...blocksOfCapture(capture));
