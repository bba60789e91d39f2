import { getContext, setContext } from 'svelte';
import type { Question } from '../../controls/chapters';

/** The questions of the chapter that is being read. */
export interface ChapterQuestions {
	/** The chapter’s slug. */
	readonly chapter: string;
	readonly questions: readonly Question[];
}

const KEY = Symbol('questions');

/** Called by the page of a chapter, for the questions that its prose places. */
export const setQuestionsContext = (questions: ChapterQuestions): void => void setContext(KEY, questions);
/** The questions of the chapter that this piece of prose belongs to. */
export const questionsContext = (): ChapterQuestions | undefined => getContext<ChapterQuestions | undefined>(KEY);
