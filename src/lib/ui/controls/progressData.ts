import type { Question } from './chapters';

/** What this device keeps of a reader: what was answered, what was read, and whether to be asked first. */
export interface ProgressData {
	/** Which answer was chosen, by chapter and question. */
	readonly answers: Readonly<Record<string, number>>;
	/** The chapters whose end was seen, by slug. */
	readonly read: readonly string[];
	readonly askFirst: boolean;
}

export const NO_PROGRESS: ProgressData = { answers: {}, read: [], askFirst: false };

const keyOf = (chapter: string, { id }: Pick<Question, 'id'>) => `${chapter}/${id}`;

/** Which answer was chosen; null while the question is open, and when the answer is no longer among those offered. */
export function chosenIn({ answers }: ProgressData, chapter: string, question: Question): number | null {
	const chosen = answers[keyOf(chapter, question)];
	return chosen !== undefined && chosen < question.answers.length ? chosen : null;
}

/** The same with one more answer, or with another one to the same question. */
export const withAnswer = (kept: ProgressData, chapter: string, question: Question, answer: number): ProgressData => ({
	...kept,
	answers: { ...kept.answers, [keyOf(chapter, question)]: answer }
});

/** The same without the answers of one chapter. */
export const withoutAnswers = (kept: ProgressData, chapter: string, questions: readonly Question[]): ProgressData => ({
	...kept,
	answers: Object.fromEntries(
		Object.entries(kept.answers).filter(([key]) => !questions.some((question) => keyOf(chapter, question) === key))
	)
});

export interface Score {
	readonly asked: number;
	readonly answered: number;
	readonly right: number;
}

/** How many questions of a chapter were answered, and how many of the answers are right. */
export function scoreOf(kept: ProgressData, chapter: string, questions: readonly Question[]): Score {
	const chosen = questions.flatMap((question) => question.answers[chosenIn(kept, chapter, question) ?? -1] ?? []);
	return { asked: questions.length, answered: chosen.length, right: chosen.filter(({ right }) => right).length };
}
