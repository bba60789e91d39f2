import { type CapturedItem } from './capture';

/** Takes a file of one format apart, from its beginning. */
export interface BlockReader {
	/** What comes next in the file, in a word for people. */
	readonly unit: 'block' | 'header' | 'record';
	/**
	 * Takes one block or record.
	 * @param bytes all that has come in and is not taken yet, at least one; good during the call only
	 * @param offset of these bytes in the file
	 * @param atEnd whether there will be no more
	 * @param items gets what the block tells; problems after which reading goes on are among that
	 * @returns how many bytes it took; 0 when it cannot do without more of them
	 * @throws WireError, with an offset in the file, when nothing after this can be read
	 */
	take(bytes: Uint8Array, offset: number, atEnd: boolean, items: CapturedItem[]): number;
}
