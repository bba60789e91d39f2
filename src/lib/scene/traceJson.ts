import { recordsIn, type History } from '../sim/history';
import type { TraceRecord } from '../sim/traceRecord';
import { summarise } from '../sim/summary';

/** One object a record, and one with the summary at the end, each on a line of its own. */
export const jsonLines = (history: History): string[] => [
	...recordsIn(history).map((record) => JSON.stringify(objectOf(record))),
	JSON.stringify({ summary: summarise(history) })
];

/** A run as a file: the same bytes from a page as from `npm run -s trace -- --json`. */
export const jsonText = (history: History): string => `${jsonLines(history).join('\n')}\n`;

/** What a record has for scripts, in this order. */
const KEYS = [
	...(['atMs', 'component', 'event', 'from', 'to', 'rule', 'evidence', 'source', 'claims', 'text', 'moment'] as const),
	...(['step', 'cause', 'reason', 'refused'] as const)
] satisfies (keyof TraceRecord)[];

/** A record for scripts. `packet` is written when this step settled a packet's fate, and only then. */
const objectOf = (record: TraceRecord): object => ({
	...Object.fromEntries(KEYS.map((key) => [key, record[key]])),
	packet: record.packet ?? undefined
});
