import type { CapturedItem } from '../../wire/capture';

/** What the reading worker says: what it has found so far, and how far in the file it is, in bytes. */
export type Reading =
	| { readonly say: 'items'; readonly items: readonly CapturedItem[]; readonly at: number }
	| { readonly say: 'end'; readonly stoppedAt: number | null };
