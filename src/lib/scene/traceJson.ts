import { recordsIn, type History } from '../sim/history';
import type { TraceRecord } from '../sim/traceRecord';
import { summarise } from '../sim/summary';

/**
 * A run for other programs: one object a record, and one with the summary at the end.
 * @param history the run
 * @returns lines of JSON
 */
export const jsonLines = (history: History): string[] => [
	...recordsIn(history).map((record) => JSON.stringify(objectOf(record))),
	JSON.stringify({ summary: summarise(history) })
];

/**
 * A run as a file: the same bytes from a page as from `npm run -s trace -- --json`.
 * @param history the run
 * @returns the lines of `jsonLines`, each with a line feed
 */
export const jsonText = (history: History): string => `${jsonLines(history).join('\n')}\n`;

/** What a record has for scripts, in this order. */
const KEYS = [
	...(['atMs', 'component', 'event', 'from', 'to', 'rule', 'evidence', 'source', 'claims', 'text', 'moment'] as const),
	...(['step', 'cause', 'reason', 'transition', 'refused'] as const)
] satisfies (keyof TraceRecord)[];

/** A record for scripts. `packet` is written when this step settled a packet's fate, and only then. */
const objectOf = (record: TraceRecord): object => ({
	...Object.fromEntries(KEYS.map((key) => [key, record[key]])),
	packet: record.packet ?? undefined
});
