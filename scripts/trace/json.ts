import { recordsIn, type History } from '../../src/lib/sim/history.ts';
import type { Record } from '../../src/lib/sim/records.ts';
import { summarise } from '../../src/lib/sim/summary.ts';

/** One object a record, and one with the summary at the end, each on a line of its own. */
export const jsonLines = (history: History): string[] => [
	...recordsIn(history).map((record) => JSON.stringify(objectOf(record))),
	JSON.stringify({ summary: summarise(history) })
];

/** A record for scripts. `packet` is there when this step settled a packet's fate, and only then. */
function objectOf(record: Record): object {
	const { atMs, component, event, from, to, rule, evidence, source, claims, text, moment, step, cause, reason, refused, packet } = record;
	return {
		...{ atMs, component, event, from, to, rule, evidence, source, claims, text, moment, step, cause, reason, refused },
		...(packet ? { packet } : {})
	};
}
