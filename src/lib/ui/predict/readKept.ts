import * as v from 'valibot';
import { NOTHING_KEPT, type Kept } from './kept';

const Stored = v.object({
	answers: v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0))),
	read: v.array(v.string()),
	askFirst: v.boolean()
});

/** Reads what storage holds. What is damaged, or was never there, counts as nothing. */
export function readKept(text: string | null): Kept {
	try {
		const read = v.safeParse(Stored, JSON.parse(text ?? 'null'));
		return read.success ? read.output : NOTHING_KEPT;
	} catch {
		return NOTHING_KEPT;
	}
}
