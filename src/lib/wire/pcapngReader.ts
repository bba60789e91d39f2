/** Reads pcapng block by block: sections in either byte order, one after the other. Source: draft-ietf-opsawg-pcapng. */
import { type BlockReader } from './blockReader';
import { viewOf } from './bytes';
import { type CapturedItem, MAX_BLOCK_LENGTH, MAX_INTERFACES } from './capture';
import { WireError } from './errors';
import { AT, BLOCK, BYTE_ORDER_MAGIC, HEADER_LENGTH, MIN_BLOCK_LENGTH, TRAILER_LENGTH } from './pcapngBlocks';
import {
	type Block,
	type DescribedInterface,
	type Packet,
	parseInterface,
	parsePacket,
	parseSecrets,
	parseSection,
	parseSimplePacket
} from './pcapngBodies';

/** A limit of the whole file, with an offset in the file: nothing more is read. */
class TooMuch extends WireError {}

const BLOCK_TYPES: ReadonlySet<number> = new Set(Object.values(BLOCK));

const isAllowedLength = (length: number): boolean =>
	length >= MIN_BLOCK_LENGTH && length <= MAX_BLOCK_LENGTH && length % 4 === 0;

/** The type is a palindrome, so any byte order will do to see it; §4.1. */
const isSectionHeader = (view: DataView): boolean => view.getUint32(AT.blockType) === BLOCK.sectionHeader;

function byteOrderOf(view: DataView, offset: number): { littleEndian: boolean } {
	const at = AT.section.byteOrderMagic;
	if (view.getUint32(at, true) === BYTE_ORDER_MAGIC) return { littleEndian: true };
	if (view.getUint32(at, false) === BYTE_ORDER_MAGIC) return { littleEndian: false };
	const found = view.getUint32(at).toString(16).padStart(8, '0');
	throw new WireError(
		offset + at,
		`The byte-order magic of a section header is 0x${found}; 0x1a2b3c4d is allowed, in either byte order.`
	);
}

function lengthOf(view: DataView, offset: number, littleEndian: boolean): number {
	const length = view.getUint32(AT.blockTotalLength, littleEndian);
	if (isAllowedLength(length)) return length;
	const allowed = `a multiple of 4 from ${MIN_BLOCK_LENGTH} to ${MAX_BLOCK_LENGTH}`;
	throw new WireError(
		offset + AT.blockTotalLength,
		`A block gives its length as ${length} bytes; ${allowed} is allowed.`
	);
}

/** Whether a block could begin here: of a standard type and an allowed length, or nothing because the file ends. */
function looksLikeBlock(bytes: Uint8Array, littleEndian: boolean): boolean {
	if (bytes.length === 0) return true;
	if (bytes.length < HEADER_LENGTH) return false;
	const view = viewOf(bytes);
	const hasType = BLOCK_TYPES.has(view.getUint32(AT.blockType, littleEndian));
	return isSectionHeader(view) || (hasType && isAllowedLength(view.getUint32(AT.blockTotalLength, littleEndian)));
}

export class PcapngReader implements BlockReader {
	readonly unit = 'block';
	/** Of the section at hand. */
	#littleEndian = true;
	#isReadable = false;
	/** By their number in the section; null for one whose description could not be read. */
	#interfaces: (DescribedInterface | null)[] = [];
	/** How many interfaces the sections before this one have. */
	#interfacesBefore = 0;
	#packets = 0;

	take(bytes: Uint8Array, offset: number, atEnd: boolean, items: CapturedItem[]): number {
		if (bytes.length < MIN_BLOCK_LENGTH) return 0;
		const view = viewOf(bytes);
		const { littleEndian } = isSectionHeader(view) ? byteOrderOf(view, offset) : { littleEndian: this.#littleEndian };
		const length = lengthOf(view, offset, littleEndian);
		if (bytes.length < length) return 0;
		const trailer = view.getUint32(length - TRAILER_LENGTH, littleEndian);
		if (trailer !== length) {
			// To see whether the next block begins where the length says takes the header of that block.
			if (!atEnd && bytes.length < length + HEADER_LENGTH) return 0;
			const sentence = `A block gives its length as ${length} bytes at its beginning and as ${trailer} at its end; they have to be equal.`;
			const at = offset + length - TRAILER_LENGTH;
			if (!looksLikeBlock(bytes.subarray(length), littleEndian)) throw new WireError(at, sentence);
			items.push({
				kind: 'problem',
				offset: at,
				sentence: `${sentence} The first leads to another block.`,
				goesOn: true
			});
		}
		const inner = bytes.subarray(0, length - TRAILER_LENGTH);
		this.#read({ bytes: inner, view: viewOf(inner), littleEndian }, offset, items);
		return length;
	}

	/** What is wrong inside a block does not hinder reading the next one. */
	#read(block: Block, offset: number, items: CapturedItem[]): void {
		const report = (problem: WireError) =>
			items.push({ kind: 'problem', offset: offset + problem.offset, sentence: problem.message, goesOn: true });
		try {
			this.#readBody(block, offset, items).forEach(report);
		} catch (error) {
			if (!(error instanceof WireError) || error instanceof TooMuch) throw error;
			report(error);
		}
	}

	/** Gives the problems that are smaller than the block. */
	#readBody(block: Block, offset: number, items: CapturedItem[]): readonly WireError[] {
		const type = block.view.getUint32(AT.blockType, block.littleEndian);
		if (type === BLOCK.sectionHeader) return this.#openSection(block, offset, items);
		if (!this.#isReadable) return [];
		switch (type) {
			case BLOCK.interfaceDescription:
				return this.#addInterface(block, offset, items);
			case BLOCK.enhancedPacket:
			case BLOCK.packet:
				return this.#addPacket(parsePacket(block, this.#interfaceOf), offset, items);
			case BLOCK.simplePacket:
				return this.#addPacket(parseSimplePacket(block, this.#interfaceOf), offset, items);
			case BLOCK.decryptionSecrets: {
				const secrets = parseSecrets(block);
				if (secrets) items.push({ kind: 'secrets', ...secrets, offset });
				return [];
			}
			default:
				return [];
		}
	}

	#openSection(block: Block, offset: number, items: CapturedItem[]): readonly WireError[] {
		this.#littleEndian = block.littleEndian;
		this.#interfacesBefore += this.#interfaces.length;
		this.#interfaces = [];
		this.#isReadable = false;
		const { strangeVersion, application, comment, problems } = parseSection(block);
		if (strangeVersion !== null) {
			throw new WireError(
				AT.section.majorVersion,
				`This section has version ${strangeVersion} of pcapng; 1.0 can be read here. The section is left out.`
			);
		}
		this.#isReadable = true;
		items.push({ kind: 'section', format: 'pcapng', littleEndian: block.littleEndian, application, comment, offset });
		return problems;
	}

	#addInterface(block: Block, offset: number, items: CapturedItem[]): readonly WireError[] {
		const index = this.#interfacesBefore + this.#interfaces.length;
		if (index >= MAX_INTERFACES)
			throw new TooMuch(offset, `The file describes more than ${MAX_INTERFACES} interfaces; as many are read here.`);
		// Even one that cannot be read has its number.
		this.#interfaces.push(null);
		const described = parseInterface(block);
		this.#interfaces[this.#interfaces.length - 1] = described;
		const { name, description, linkType, snapLength, problems } = described;
		items.push({ kind: 'interface', index, name, description, linkType, snapLength, offset });
		return problems;
	}

	readonly #interfaceOf = (id: number): DescribedInterface => {
		const described = this.#interfaces[id];
		if (described) return described;
		const sentence = `A packet belongs to interface ${id}, which its section has not described. It is left out.`;
		throw new WireError(AT.packet.interfaceId, sentence);
	};

	#addPacket(packet: Packet, offset: number, items: CapturedItem[]): readonly WireError[] {
		const { interfaceId, comment, direction, problems, timeUs, bytes, originalLength } = packet;
		items.push({
			kind: 'packet',
			index: this.#packets++,
			interface: this.#interfacesBefore + interfaceId,
			timeUs,
			bytes,
			originalLength,
			...(comment && { comment }),
			...(direction && { direction }),
			offset
		});
		return problems;
	}
}
