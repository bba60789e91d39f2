import * as v from 'valibot';
import type { Question } from '../chapters';

/** What this device keeps of a reader: what was answered, what was read, and whether to be asked first. */
const Kept = v.object({
	/** Which answer was chosen, by chapter and question. */
	answers: v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0))),
	/** The chapters whose end was seen, by slug. */
	read: v.array(v.string()),
	askFirst: v.boolean()
});
export type Kept = v.InferOutput<typeof Kept>;

export const NOTHING_KEPT: Kept = { answers: {}, read: [], askFirst: false };

/** Reads what storage holds. What is damaged, or was never there, counts as nothing. */
export function readKept(text: string | null): Kept {
	try {
		const read = v.safeParse(Kept, JSON.parse(text ?? 'null'));
		return read.success ? read.output : NOTHING_KEPT;
	} catch {
		return NOTHING_KEPT;
	}
}

const keyOf = (chapter: string, { id }: Pick<Question, 'id'>) => `${chapter}/${id}`;

/** Which answer was chosen; null while the question is open, and when the answer is no longer among those offered. */
export function chosenIn({ answers }: Kept, chapter: string, question: Question): number | null {
	const chosen = answers[keyOf(chapter, question)];
	return chosen !== undefined && chosen < question.answers.length ? chosen : null;
}

/** The same with one more answer, or with another one to the same question. */
export const withAnswer = (kept: Kept, chapter: string, question: Question, answer: number): Kept => ({ ...kept, answers: { ...kept.answers, [keyOf(chapter, question)]: answer } });

/** The same without the answers of one chapter. */
export const withoutAnswers = (kept: Kept, chapter: string, questions: readonly Question[]): Kept => ({
	...kept,
	answers: Object.fromEntries(Object.entries(kept.answers).filter(([key]) => !questions.some((question) => keyOf(chapter, question) === key)))
});

export interface Score {
	readonly asked: number;
	readonly answered: number;
	readonly right: number;
}

/** How many questions of a chapter were answered, and how many of the answers are right. */
export function scoreOf(kept: Kept, chapter: string, questions: readonly Question[]): Score {
	const chosen = questions.flatMap((question) => question.answers[chosenIn(kept, chapter, question) ?? -1] ?? []);
	return { asked: questions.length, answered: chosen.length, right: chosen.filter(({ right }) => right).length };
}
