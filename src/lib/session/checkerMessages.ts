import type { Verdicts } from '../check/check';
import type { CheckedCell } from '../check/apiGrid';
import type { RepairAnswer, RepairQuestion } from '../check/minimalRepairs';
import type { Knobs } from '../machines/knobs';

/** What the page asks of the worker: one question, for which the worker lives. */
export type Asked =
	| { readonly ask: 'check'; readonly knobs: Knobs }
	| { readonly ask: 'repairs'; readonly question: RepairQuestion }
	| { readonly ask: 'grid' };

/** What the worker says: how far it is and what it has found so far, as often as it likes, and its answer, once. */
export type Said =
	| { readonly say: 'worlds'; readonly worlds: number }
	| { readonly say: 'cell'; readonly cell: CheckedCell }
	| { readonly say: 'verdicts'; readonly answer: Verdicts }
	| { readonly say: 'repairs'; readonly answer: RepairAnswer }
	| { readonly say: 'grid'; readonly answer: readonly CheckedCell[] };
