import type { Evidence } from './evidence';

/** What a picture says of an event beside its sentence: the outcome in large words, and below them why. */
export interface ShortWords {
	/**
	 * What became of the packet, the message or the component, as a newcomer would say it: one to four words, at most 26
	 * characters, in at most two lines of 13. Lower case unless a name, and no full stop.
	 */
	readonly short: string;
	/**
	 * Why, in one short clause that does not repeat the short words: at most 72 characters, in at most two lines of 36.
	 * As well known as the sentence is.
	 */
	readonly cause: string;
	/** How the short words are known, where they say more than the sentence does. */
	readonly shortEvidence?: Evidence;
}
