import * as v from 'valibot';
import { NO_PROGRESS, type ProgressData } from './progressData';

const Stored = v.object({
	answers: v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0))),
	read: v.array(v.string()),
	askFirst: v.boolean()
});

/** Reads what storage holds. What is damaged, or was never there, counts as nothing. */
export function readProgress(text: string | null): ProgressData {
	try {
		const read = v.safeParse(Stored, JSON.parse(text ?? 'null'));
		return read.success ? read.output : NO_PROGRESS;
	} catch {
		return NO_PROGRESS;
	}
}
