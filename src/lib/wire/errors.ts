/** Bytes that are not what they should be: at which offset, and in one sentence what was wrong and what is allowed. */
export class WireError extends Error {
	/** Always “WireError”. */
	override readonly name = 'WireError';

	/**
	 * @param offset in bytes, from the beginning of what was to be parsed
	 * @param message what was wrong and what is allowed, in one sentence
	 */
	constructor(
		readonly offset: number,
		message: string
	) {
		super(message);
	}
}
