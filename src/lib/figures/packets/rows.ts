import type { Layer } from '../../wire/fields';

/** One line of a list of packets. */
export interface PacketRow {
	readonly number: number;
	/** In seconds since the first packet, such as “0.508000”; empty where the file gives no time. */
	readonly time: string;
	/** Where it was seen. */
	readonly where: string;
	readonly protocol: string;
	readonly source: string;
	readonly destination: string;
	/** What it is: in the words of the model, or as its own bytes say. */
	readonly says: string;
	/** What its bytes say, beside words of the model. */
	readonly info: string;
	/** What became of it, where that is known. */
	readonly fate: string | null;
}

/** A list of which only those lines are worked out that are looked at. */
export interface PacketRows {
	readonly length: number;
	/** Of a line from 0 to the one before `length`. */
	readonly at: (row: number) => PacketRow;
}

/** Some bytes of a block. */
export interface Span {
	readonly offset: number;
	readonly length: number;
}

/** Bytes with what they mean: a packet as it was seen, or what is in its envelope. */
export interface ByteBlock {
	readonly title: string;
	/** More of when and where; empty for none. */
	readonly note: string;
	readonly bytes: Uint8Array;
	readonly layers: readonly Layer[];
	/** What could not be understood, in one sentence. */
	readonly problem: string | null;
	/** Where in it the bytes of the next block lie encrypted, byte for byte; null when it is no envelope. */
	readonly sealed: Span | null;
}
