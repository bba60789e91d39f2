import * as v from 'valibot';
import { FIGURE_IDS } from '../scenarios/figures';

/** What a chapter says of itself at its head. */
const Head = v.strictObject({
	title: v.pipe(v.string(), v.nonEmpty()),
	description: v.pipe(v.string(), v.nonEmpty(), v.maxLength(200)),
	figure: v.picklist(FIGURE_IDS)
});

export interface Chapter extends v.InferOutput<typeof Head> {
	/** The number in the story, from the folder’s name. */
	readonly number: number;
	/** The last part of its address; empty for the first screen. */
	readonly slug: string;
}

const numberAndSlug = (path: string): [number, string] => {
	const [, number, slug] = /\/(\d\d)-([a-z-]+)\/index\.svx$/.exec(path) ?? [];
	if (number === undefined || slug === undefined) throw new Error(`${path}: a chapter’s folder is called NN-slug.`);
	return [Number(number), number === '00' ? '' : slug];
};

/** The chapters in the order of the story, from the heads of their files. Throws with the file’s name when a head is wrong. */
export function readChapters(heads: Record<string, unknown>): Chapter[] {
	return Object.entries(heads)
		.map(([path, head]) => {
			const [number, slug] = numberAndSlug(path);
			const read = v.safeParse(Head, head);
			if (!read.success) throw new Error(`${path}: ${read.issues.map(({ path: key, message }) => `${key?.[0]?.key as string}: ${message}`).join('; ')}`);
			return { number, slug, ...read.output };
		})
		.sort((a, b) => a.number - b.number);
}
