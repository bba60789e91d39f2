import type { Layer } from '../../wire/fields';

/** One line of a list of packets. */
export interface PacketRow {
	readonly number: number;
	/** In seconds since the beginning, such as “0.508000”; empty where the file gives no time. */
	readonly time: string;
	/** Where it was seen. */
	readonly where: string;
	readonly protocol: string;
	readonly source: string;
	readonly destination: string;
	readonly says: string;
	/** What became of it, where that is known. */
	readonly fate: string | null;
}

/** Bytes with what they mean: a packet as it was seen, or what is in its envelope. */
export interface ByteBlock {
	readonly title: string;
	readonly bytes: Uint8Array;
	readonly layers: readonly Layer[];
	/** What could not be understood, in one sentence. */
	readonly problem: string | null;
}
