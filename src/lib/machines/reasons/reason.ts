import type { ClaimId, Evidence, Fate } from '../evidence';
import type { ModelEvent } from '../events';
import type { Packet } from '../packets';
import type { ShortWords } from '../shortWords';

/** What a reason's sentence may speak of: the message, and the context of the machine that got it. */
export interface ReasonContext {
	readonly event: ModelEvent;
	readonly packet: Packet | undefined;
	// The context of whichever machine it is; each sentence knows its own.
	readonly context: Readonly<Record<string, unknown>>;
}

/** Why a transition is taken or a rule holds: the words, the kind of knowledge, where it is from. */
export interface Reason extends ShortWords {
	readonly text: string | ((asked: ReasonContext) => string);
	readonly evidence: Evidence;
	readonly claims: readonly ClaimId[];
	/** Named when the evidence is not the article's own. */
	readonly source?: string;
	/** The fate that this gives the packet of the message. */
	readonly fate?: Fate;
	/** A region's housekeeping: true of the machine, but nothing a reader needs told. */
	readonly quiet?: true;
	/** A short title, for the moments that matter on the timeline. */
	readonly moment?: string;
}

/**
 * Keeps the keys of a table of reasons as literal types. Rows have the same shape in all tables and are written out all
 * the same: each is one sentence with its own evidence, to be found by its key and corrected by itself.
 */
export const reasons = <const T extends Readonly<Record<string, Reason>>>(table: T): T => table;
