import { getContext, setContext } from 'svelte';
import type { Question } from '../chapters';

/** The questions of the chapter that is being read. */
export interface ChapterQuestions {
	/** The chapter’s slug. */
	readonly chapter: string;
	readonly questions: readonly Question[];
}

const KEY = Symbol('questions');

/** Called by the page of a chapter, for the questions that its prose places. */
export const provideQuestions = (questions: ChapterQuestions): void => void setContext(KEY, questions);
/** The questions of the chapter that this piece of prose belongs to. */
export const questionsHere = (): ChapterQuestions | undefined => getContext<ChapterQuestions | undefined>(KEY);
