/**
 * Reads what is inside the blocks of pcapng. Every function takes a whole block whose length is right, and throws WireError
 * with an offset in the block if the block cannot be used. Source: draft-ietf-opsawg-pcapng.
 */
import { needs } from './bytes';
import { type Direction, MAX_PACKET_LENGTH } from './capture';
import { WireError } from './errors';
import { AT, BLOCK, DIRECTION, DIRECTION_MASK, MICROSECONDS, OPTION, SECRETS, VERSION } from './pcapngBlocks';
import { type Option, padded, parseOptions, textOf, textOption } from './pcapngBlocks';

export interface Block {
	/** Without the length at its end. */
	readonly bytes: Uint8Array;
	readonly view: DataView;
	readonly littleEndian: boolean;
}

/** How the timestamps of an interface are meant; §4.2. */
interface Clock {
	readonly unitsPerSecond: bigint;
	readonly offsetSeconds: bigint;
}

export interface Section {
	/** Null when the section can be read, else the version that cannot. */
	readonly strangeVersion: string | null;
	readonly application: string;
	readonly comment: string;
	readonly problems: readonly WireError[];
}

export interface DescribedInterface {
	readonly linkType: number;
	readonly snapLength: number;
	readonly name: string;
	readonly description: string;
	readonly clock: Clock;
	readonly problems: readonly WireError[];
}

export interface Packet {
	/** Its number in the section. */
	readonly interfaceId: number;
	readonly timeUs: number | null;
	/** A copy. */
	readonly bytes: Uint8Array;
	readonly originalLength: number;
	readonly comment: string;
	readonly direction: Direction | null;
	readonly problems: readonly WireError[];
}

const SECOND = 1_000_000n;
/** §4.2, if_tsresol: the exponent, and the bit that makes 2 its base instead of 10. */
const RESOLUTION = { exponent: 0x7f, ofTwo: 0x80 } as const;
const LENGTH = { timestampResolution: 1, timestampOffset: 8, flags: 4 } as const;

const present = (...problems: readonly (WireError | null)[]) => problems.filter((problem) => problem !== null);
const optionsOf = ({ view, bytes, littleEndian }: Block, from: number) =>
	parseOptions(view, from, bytes.length, littleEndian);

/** §4.1. */
export function parseSection(block: Block): Section {
	needs(block.bytes, AT.section.options, 'A section header block');
	const major = block.view.getUint16(AT.section.majorVersion, block.littleEndian);
	const minor = block.view.getUint16(AT.section.minorVersion, block.littleEndian);
	const isKnown = major === VERSION.major && (minor === VERSION.minor || minor === VERSION.minorAlso);
	const { options, problem } = optionsOf(block, AT.section.options);
	const application = textOption(options, OPTION.section.userApplication);
	return {
		strangeVersion: isKnown ? null : `${major}.${minor}`,
		application,
		comment: textOption(options, OPTION.comment),
		problems: present(problem)
	};
}

/** The first option of this type that has the length that it should have; a problem for one that has not. */
function fixedOption(
	options: readonly Option[],
	type: number,
	length: number
): { option: Option | undefined; problem: WireError | null } {
	const all = options.filter((option) => option.type === type);
	const wrong = all.find(({ value }) => value.length !== length);
	const problem = wrong
		? new WireError(
				wrong.offset,
				`Option ${type} has ${wrong.value.length} bytes; ${length} are allowed. It is left out.`
			)
		: null;
	return { option: all.find(({ value }) => value.length === length), problem };
}

function clockOf(resolution: Option | undefined, offset: Option | undefined, littleEndian: boolean): Clock {
	const power = resolution?.value[0] ?? MICROSECONDS;
	const base = power & RESOLUTION.ofTwo ? 2n : 10n;
	const offsetView = offset && new DataView(offset.value.buffer, offset.value.byteOffset);
	const unitsPerSecond = base ** BigInt(power & RESOLUTION.exponent);
	return { unitsPerSecond, offsetSeconds: offsetView?.getBigInt64(0, littleEndian) ?? 0n };
}

/** §4.2. */
export function parseInterface(block: Block): DescribedInterface {
	needs(block.bytes, AT.interface.options, 'An interface description block');
	const { view, littleEndian } = block;
	const { options, problem } = optionsOf(block, AT.interface.options);
	const resolution = fixedOption(options, OPTION.interface.timestampResolution, LENGTH.timestampResolution);
	const offset = fixedOption(options, OPTION.interface.timestampOffset, LENGTH.timestampOffset);
	return {
		linkType: view.getUint16(AT.interface.linkType, littleEndian),
		snapLength: view.getUint32(AT.interface.snapLength, littleEndian),
		name: textOption(options, OPTION.interface.name),
		description: textOption(options, OPTION.interface.description),
		clock: clockOf(resolution.option, offset.option, littleEndian),
		problems: present(problem, resolution.problem, offset.problem)
	};
}

/** Microseconds since 1970, rounded down; null for a time that is not a safe integer. */
function microseconds(upper: number, lower: number, clock: Clock): number | null {
	const units = (BigInt(upper) << 32n) | BigInt(lower);
	const time = Number((units * SECOND) / clock.unitsPerSecond + clock.offsetSeconds * SECOND);
	return Number.isSafeInteger(time) ? time : null;
}

/** A copy of so many bytes of a block; throws when they are not there, or too many. */
function packetBytes({ bytes }: Block, at: number, length: number, lengthAt: number): Uint8Array {
	if (length > MAX_PACKET_LENGTH) {
		throw new WireError(
			lengthAt,
			`A packet has ${length} bytes; at most ${MAX_PACKET_LENGTH} are read here. It is left out.`
		);
	}
	if (padded(length) > bytes.length - at) {
		throw new WireError(
			lengthAt,
			`A packet has ${length} bytes, and its block has room for ${bytes.length - at}. It is left out.`
		);
	}
	return bytes.slice(at, at + length);
}

function directionOf(flags: Option | undefined, littleEndian: boolean): Direction | null {
	if (!flags) return null;
	const word = new DataView(flags.value.buffer, flags.value.byteOffset).getUint32(0, littleEndian);
	const bits = word & DIRECTION_MASK;
	if (bits === DIRECTION.inbound) return 'inbound';
	return bits === DIRECTION.outbound ? 'outbound' : null;
}

/** §4.3, and appendix A for the obsolete block, whose interface number has 16 bits. `interfaceOf` throws for a number that the section has not described. */
export function parsePacket(block: Block, interfaceOf: (id: number) => DescribedInterface): Packet {
	needs(block.bytes, AT.packet.data, 'A packet block');
	const { view, littleEndian } = block;
	const isObsolete = view.getUint32(AT.blockType, littleEndian) === BLOCK.packet;
	const interfaceId = isObsolete
		? view.getUint16(AT.packet.interfaceId, littleEndian)
		: view.getUint32(AT.packet.interfaceId, littleEndian);
	const { clock } = interfaceOf(interfaceId);
	const length = view.getUint32(AT.packet.capturedLength, littleEndian);
	const bytes = packetBytes(block, AT.packet.data, length, AT.packet.capturedLength);
	const timeUs = microseconds(
		view.getUint32(AT.packet.upperTimestamp, littleEndian),
		view.getUint32(AT.packet.lowerTimestamp, littleEndian),
		clock
	);
	const tooFar =
		timeUs === null
			? new WireError(
					AT.packet.upperTimestamp,
					'The time of a packet is more than 285 years away from 1970. The time is left out.'
				)
			: null;
	const { options, problem } = optionsOf(block, AT.packet.data + padded(length));
	const flags = fixedOption(options, OPTION.packet.flags, LENGTH.flags);
	return {
		interfaceId,
		timeUs,
		bytes,
		originalLength: Math.max(length, view.getUint32(AT.packet.originalLength, littleEndian)),
		comment: textOption(options, OPTION.comment),
		direction: directionOf(flags.option, littleEndian),
		problems: present(tooFar, problem, flags.problem)
	};
}

/** §4.4: of the first interface of the section, without a time. How much was captured follows from the lengths. */
export function parseSimplePacket(block: Block, interfaceOf: (id: number) => DescribedInterface): Packet {
	needs(block.bytes, AT.simplePacket.data, 'A simple packet block');
	const { snapLength } = interfaceOf(0);
	const originalLength = block.view.getUint32(AT.simplePacket.originalLength, block.littleEndian);
	const length = snapLength === 0 ? originalLength : Math.min(originalLength, snapLength);
	const bytes = packetBytes(block, AT.simplePacket.data, length, AT.simplePacket.originalLength);
	return { interfaceId: 0, timeUs: null, bytes, originalLength, comment: '', direction: null, problems: [] };
}

/** §4.7; null for secrets that are not text. */
export function parseSecrets({ bytes, view, littleEndian }: Block): { secretsType: number; text: string } | null {
	needs(bytes, AT.secrets.data, 'A decryption secrets block');
	const secretsType = view.getUint32(AT.secrets.secretsType, littleEndian);
	const length = view.getUint32(AT.secrets.secretsLength, littleEndian);
	const room = bytes.length - AT.secrets.data;
	if (length > room)
		throw new WireError(
			AT.secrets.secretsLength,
			`Secrets have ${length} bytes, and their block has room for ${room}. They are left out.`
		);
	const isText = Object.values<number>(SECRETS).includes(secretsType);
	return isText ? { secretsType, text: textOf(bytes.subarray(AT.secrets.data, AT.secrets.data + length)) } : null;
}
