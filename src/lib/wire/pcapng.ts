/**
 * Writes pcapng, the format of Wireshark: one section with its interfaces, the secrets that open what is encrypted, the packets.
 * Little endian, microseconds. Source: draft-ietf-opsawg-pcapng.
 */
import { concat, viewOf } from './bytes';
import { MAX_BLOCK_LENGTH, MAX_INTERFACES, MAX_PACKET_LENGTH, MAX_UINT16, MAX_UINT32 } from './capture';
import { type Capture, type CapturedPacket, type CaptureInterface, type Direction } from './capture';
import { WireError } from './errors';
import {
	AT,
	BLOCK,
	BYTE_ORDER_MAGIC,
	DIRECTION,
	MICROSECONDS,
	OPTION,
	SECRETS,
	TRAILER_LENGTH,
	VERSION
} from './pcapngBlocks';
import { BlockWriter } from './pcapngWriter';

/** The name that the files give as the application that wrote them. */
const USER_APPLICATION = 'Flip the Flag';
/** The chunks of blocksOfCapture, in bytes. */
const CHUNK_LENGTH = 64 * 1024;
/** §4.1: all bits set for “not given”, as the length is not known when the header is written. */
const UNKNOWN_SECTION_LENGTH = -1n;
const RESERVED = 0;
const MAX_SECRETS_LENGTH = MAX_BLOCK_LENGTH - AT.secrets.data - TRAILER_LENGTH;
/** The upper half of a 64 bit number counts these. */
const UPPER_UNIT = 2 ** 32;

function check(right: boolean, offset: number, sentence: string): void {
	if (!right) throw new WireError(offset, sentence);
}

const isWhole = (value: number, most: number): boolean => Number.isSafeInteger(value) && value >= 0 && value <= most;

/** §4.1. */
const sectionHeader = (writer: BlockWriter, comment: string | undefined): Uint8Array =>
	writer
		.begin(BLOCK.sectionHeader)
		.u32(BYTE_ORDER_MAGIC)
		.u16(VERSION.major)
		.u16(VERSION.minor)
		.i64(UNKNOWN_SECTION_LENGTH)
		.textOption(OPTION.comment, comment)
		.textOption(OPTION.section.userApplication, USER_APPLICATION)
		.end();

/** §4.2. */
function interfaceDescription(writer: BlockWriter, { name, description, linkType }: CaptureInterface): Uint8Array {
	check(
		isWhole(linkType, MAX_UINT16),
		AT.interface.linkType,
		`The link type ${linkType} is not a whole number from 0 to ${MAX_UINT16}.`
	);
	return writer
		.begin(BLOCK.interfaceDescription)
		.u16(linkType)
		.u16(RESERVED)
		.u32(MAX_PACKET_LENGTH)
		.textOption(OPTION.interface.name, name)
		.textOption(OPTION.interface.description, description)
		.option(OPTION.interface.timestampResolution, Uint8Array.of(MICROSECONDS))
		.end();
}

/** §4.7, with a WireGuard key log. */
function decryptionSecrets(writer: BlockWriter, text: string): Uint8Array {
	const block = writer
		.begin(BLOCK.decryptionSecrets)
		.u32(SECRETS.wireGuard)
		.u32(0)
		.text(text, AT.secrets.secretsLength)
		.end();
	const length = viewOf(block).getUint32(AT.secrets.secretsLength, true);
	check(
		length <= MAX_SECRETS_LENGTH,
		AT.secrets.secretsLength,
		`The secrets take ${length} bytes; at most ${MAX_SECRETS_LENGTH} are allowed.`
	);
	return block;
}

/** §4.3.1: the flags word, in little endian. */
const FLAGS: Readonly<Record<Direction, Uint8Array>> = {
	inbound: Uint8Array.of(DIRECTION.inbound, 0, 0, 0),
	outbound: Uint8Array.of(DIRECTION.outbound, 0, 0, 0)
};

/** §4.3. */
function enhancedPacket(writer: BlockWriter, packet: CapturedPacket, interfaces: number): Uint8Array {
	const { timeUs, bytes, originalLength = bytes.length, direction } = packet;
	const at = AT.packet;
	check(
		isWhole(packet.interface, interfaces - 1),
		at.interfaceId,
		`A packet belongs to interface ${packet.interface}; the capture has ${interfaces}, counted from 0.`
	);
	check(
		isWhole(timeUs, Infinity),
		at.upperTimestamp,
		`The time ${timeUs} is not a whole number of microseconds from 0 to ${Number.MAX_SAFE_INTEGER}.`
	);
	check(
		bytes.length <= MAX_PACKET_LENGTH,
		at.capturedLength,
		`A packet has ${bytes.length} bytes; at most ${MAX_PACKET_LENGTH} are allowed.`
	);
	const isLongEnough = isWhole(originalLength, MAX_UINT32) && originalLength >= bytes.length;
	check(
		isLongEnough,
		at.originalLength,
		`The original length ${originalLength} of a packet with ${bytes.length} bytes is not a whole number from that to ${MAX_UINT32}.`
	);
	writer
		.begin(BLOCK.enhancedPacket)
		.u32(packet.interface)
		.u32(Math.floor(timeUs / UPPER_UNIT))
		.u32(timeUs % UPPER_UNIT)
		.u32(bytes.length)
		.u32(originalLength)
		.padded(bytes)
		.textOption(OPTION.comment, packet.comment);
	if (direction) writer.option(OPTION.packet.flags, FLAGS[direction]);
	return writer.end();
}

/** The blocks in their order: what a reader needs to know comes before what needs it. Each is to be used before the next is asked for. */
function* blocks({ comment, interfaces, secrets, packets }: Capture): Generator<Uint8Array> {
	check(
		interfaces.length <= MAX_INTERFACES,
		0,
		`The capture has ${interfaces.length} interfaces; at most ${MAX_INTERFACES} are allowed.`
	);
	const writer = new BlockWriter();
	yield sectionHeader(writer, comment);
	for (const one of interfaces) yield interfaceDescription(writer, one);
	if (secrets) yield decryptionSecrets(writer, secrets);
	for (const packet of packets) yield enhancedPacket(writer, packet, interfaces.length);
}

/**
 * A capture as a pcapng file, in chunks that are made as they are asked for: between two of them a worker can tell how
 * far it is, or stop. A chunk may end anywhere in a block.
 * @param capture its packets are gone through once
 * @returns chunks of 64 KiB (the last is shorter), each in its own memory
 * @throws {@link WireError}, with an offset in the block at hand, for what the format or the limits of a {@link
 * Capture} do not allow
 */
export function* blocksOfCapture(capture: Capture): Generator<Uint8Array, void, void> {
	let chunk = new Uint8Array(CHUNK_LENGTH);
	let filled = 0;
	for (const block of blocks(capture)) {
		for (let from = 0; from < block.length;) {
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

/**
 * A capture as a pcapng file.
 * @param capture its packets are gone through once
 * @returns the whole file
 * @throws {@link WireError} as `blocksOfCapture` does
 */
export const writeCapture = (capture: Capture): Uint8Array => concat(...blocksOfCapture(capture));
