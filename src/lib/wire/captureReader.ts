/** Reads capture files, pcapng and pcap, while they come in. */
import { type BlockReader } from './blockReader';
import { ByteQueue } from './byteQueue';
import { toHex, viewOf } from './bytes';
import { type CapturedItem } from './capture';
import { WireError } from './errors';
import { formOfPcap, PcapReader } from './pcap';
import { BLOCK } from './pcapngBlocks';
import { PcapngReader } from './pcapngReader';

/** A format shows itself in so many bytes. */
const MAGIC_LENGTH = 4;
/** More than so many bytes are read piece by piece, so that no second copy of a large file is made. */
const PIECE_LENGTH = 1024 * 1024;

/** Beginnings of files in which a capture may be packed, in hexadecimal, from the specifications of the formats. */
const PACKED: Readonly<Record<string, string>> = {
	gzip: '1f8b',
	zip: '504b0304',
	Zstandard: '28b52ffd',
	LZ4: '04224d18',
	xz: 'fd377a58',
	bzip2: '425a68'
};

/** Why a file with this beginning is none that can be read; names what is allowed. */
function notACapture(beginning: Uint8Array): string {
	const allowed = 'a pcapng or pcap file can be read here';
	if (beginning.length === 0) return `This file is empty; ${allowed}.`;
	const hex = toHex(beginning);
	const packing = Object.entries(PACKED).find(([, magic]) => hex.startsWith(magic));
	if (packing) return `This file is packed with ${packing[0]}. Unpack it first; ${allowed}.`;
	if (beginning.length < MAGIC_LENGTH)
		return `This file ends after ${beginning.length} of the ${MAGIC_LENGTH} bytes that tell its format; ${allowed}.`;
	return `No capture begins with the bytes ${hex}; ${allowed}.`;
}

/** The reader for a file that begins with these bytes; throws WireError when there is none. */
function readerFor(beginning: Uint8Array): BlockReader {
	const pcap = formOfPcap(beginning);
	if (pcap) return new PcapReader(pcap);
	if (beginning.length >= MAGIC_LENGTH && viewOf(beginning).getUint32(0) === BLOCK.sectionHeader)
		return new PcapngReader();
	throw new WireError(0, notACapture(beginning.subarray(0, MAGIC_LENGTH)));
}

/**
 * Reads a capture file in chunks, and gives what they hold as soon as it is there in full, in the order of the file. The items
 * do not depend on where the chunks are divided. It keeps no more of the file than the block at hand.
 *
 * It never throws because of what is in the file: that becomes an item of kind “problem”, with the offset and a sentence. If
 * the file has to be given up there, `goesOn` is false and nothing follows; what was read before stays right.
 */
export class CaptureReader {
	readonly #queue = new ByteQueue();
	/** Of the first byte in the queue. */
	#offset = 0;
	#reader: BlockReader | undefined;
	#isDone = false;

	/**
	 * Takes the next bytes of the file. Gives nothing after the end.
	 * @param chunk as many bytes as there are; they are copied, so their memory may be used again after the call
	 * @returns the items that these bytes complete, in the order of the file
	 */
	push(chunk: Uint8Array): CapturedItem[] {
		const items: CapturedItem[] = [];
		for (let from = 0; from < chunk.length && !this.#isDone; from += PIECE_LENGTH) {
			this.#queue.add(chunk.subarray(from, from + PIECE_LENGTH));
			this.#readOn(false, items);
		}
		return items;
	}

	/**
	 * Says that there are no more bytes.
	 * @returns what only that makes clear, such as a problem where the file ends in the middle of a block
	 */
	end(): CapturedItem[] {
		const items: CapturedItem[] = [];
		if (!this.#isDone) this.#readOn(true, items);
		this.#isDone = true;
		return items;
	}

	#readOn(atEnd: boolean, items: CapturedItem[]): void {
		if (!this.#reader && !atEnd && this.#queue.length < MAGIC_LENGTH) return;
		try {
			this.#reader ??= readerFor(this.#queue.bytes);
			this.#takeAll(this.#reader, atEnd, items);
		} catch (error) {
			if (!(error instanceof WireError)) throw error;
			items.push({ kind: 'problem', offset: error.offset, sentence: error.message, goesOn: false });
			this.#isDone = true;
		}
	}

	#takeAll(reader: BlockReader, atEnd: boolean, items: CapturedItem[]): void {
		for (let taken = 1; taken > 0 && this.#queue.length > 0; this.#offset += taken) {
			taken = reader.take(this.#queue.bytes, this.#offset, atEnd, items);
			this.#queue.take(taken);
		}
		if (!atEnd || this.#queue.length === 0) return;
		const sentence = `The file ends in the middle of a ${reader.unit} that begins at byte ${this.#offset}: only ${this.#queue.length} bytes of it are there.`;
		throw new WireError(this.#offset + this.#queue.length, sentence);
	}
}
