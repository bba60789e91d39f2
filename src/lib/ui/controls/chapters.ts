import * as v from 'valibot';
import { SCENARIO_IDS } from '../../scenarios/scenarios';
import { FIGURE_IDS } from '../../scenarios/figureSpecs';

const words = v.pipe(v.string('must be text'), v.nonEmpty('must not be empty'));

const Answer = v.strictObject({
	text: words,
	/** On the one answer that comes true. */
	right: v.exactOptional(v.literal(true, 'is true, or is left out')),
	/** Why it comes true, or why it does not. */
	because: words
});

const Question = v.strictObject({
	/** The name by which the prose places it. */
	id: v.pipe(v.string('must be text'), v.regex(/^[a-z][a-z-]*$/, 'must be lower-case letters and hyphens')),
	asks: words,
	/** The moment of the figure that answers it. */
	moment: words,
	scenario: v.exactOptional(v.picklist(SCENARIO_IDS, 'must be a scenario')),
	answers: v.pipe(
		v.array(Answer, 'must be a list'),
		v.minLength(2, 'must be at least two'),
		v.maxLength(4, 'must be at most four'),
		v.check((answers) => answers.filter(({ right }) => right).length === 1, 'must have exactly one that is right')
	)
});
export type Question = v.InferOutput<typeof Question>;

/** What a chapter says of itself at its head. */
const Head = v.strictObject({
	title: words,
	description: v.pipe(words, v.maxLength(200, 'must have at most 200 characters')),
	figure: v.picklist(FIGURE_IDS, 'must be a figure'),
	questions: v.optional(v.array(Question, 'must be a list'), [])
});
export type Head = v.InferOutput<typeof Head>;

/** What every page knows of a chapter; its questions are its own. */
export interface Chapter extends Omit<Head, 'questions'> {
	/** The number in the story, from the folder’s name. */
	readonly number: number;
	/** The last part of its address; empty for the first screen. */
	readonly slug: string;
}

/** Reads a chapter’s head: the head, or one sentence for each thing that is wrong with it. */
export function readHead(head: unknown): { readonly head: Head } | { readonly faults: string[] } {
	const read = v.safeParse(Head, head);
	if (read.success) return { head: read.output };
	return { faults: read.issues.map((issue) => `The head’s “${v.getDotPath(issue) ?? ''}” ${sentenceOf(issue)}.`) };
}

/** The schema’s own words where we gave some; otherwise a key is missing or unknown. */
function sentenceOf({ kind, type, expected, message }: v.BaseIssue<unknown>): string {
	if (kind === 'schema' && type === 'strict_object')
		return expected === 'never' ? 'is nothing that a head can say' : 'is missing or is not what it should be';
	return message;
}

const numberAndSlug = (path: string): [number, string] => {
	const [, number, slug] = /\/(\d\d)-([a-z-]+)\/index\.svx$/.exec(path) ?? [];
	if (number === undefined || slug === undefined) throw new Error(`${path}: a chapter’s folder is called NN-slug.`);
	return [Number(number), number === '00' ? '' : slug];
};

/** The address of the chapter in this file, from the root of the site: `/` or `/the-update/`. Throws when the folder is not called NN-slug. */
export function addressOf(path: string): string {
	const [, slug] = numberAndSlug(path);
	return slug === '' ? '/' : `/${slug}/`;
}

/** The chapters in the order of the story, from the heads of their files. Throws with the file’s name when a head is wrong. */
export function readChapters(heads: Record<string, unknown>): Chapter[] {
	return Object.entries(heads)
		.map(([path, text]) => {
			const [number, slug] = numberAndSlug(path);
			const { questions: _, ...head } = headIn(path, text);
			return { number, slug, ...head };
		})
		.sort((a, b) => a.number - b.number);
}

/** What the page of a chapter needs of its head: its figure and its questions. Throws with the file’s name when the head is wrong. */
export function readChapter(path: string, head: unknown): Pick<Head, 'figure' | 'questions'> {
	const { figure, questions } = headIn(path, head);
	return { figure, questions };
}

/** The questions of one chapter, from its head. Throws with the file’s name when the head is wrong. */
export const readQuestions = (path: string, head: unknown): Question[] => headIn(path, head).questions;

function headIn(path: string, text: unknown): Head {
	const read = readHead(text);
	if ('faults' in read) throw new Error(`${path}: ${read.faults.join(' ')}`);
	return read.head;
}
