import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A step of a recipe: what is written, into which file, and where there. */
export interface RecipeStep {
	readonly file: string;
	/** The line at which it is written, without its indentation; null for a new file. */
	readonly line: string | null;
	readonly where: keyof typeof PLACES;
	readonly code: string;
}

/** Where code goes: how many lines from the one that is named, and how many it replaces. */
const PLACES = { before: [0, 0], after: [1, 0], 'in place of': [0, 1] } as const;

const STEP =
	/^\d+\. In (?<isNew>the new file )?`(?<file>[^`]+)`(?:, (?<where>before|after|in place of) the line `(?<line>[^`]+)`)?,[^\n]*\n\n(?<block>(?:[ \t]+[^\n]*\n|\n)*)/gm;
const FENCE = /^ {3}```\w+\n([\s\S]*?)\n {3}```/m;

/** The steps of the recipe below this heading. Throws, in one sentence, when a numbered step is not one that can be carried out. */
export function recipeIn(markdown: string, heading: string): RecipeStep[] {
	const section = markdown.split(/^(?=### )/m).find((part) => part.startsWith(`### ${heading}\n`));
	if (section === undefined) throw new Error(`CONTRIBUTING.md has no recipe “${heading}”.`);
	const steps = [...section.matchAll(STEP)].map(({ groups = {} }): RecipeStep => {
		const { isNew, file = '', where, line, block = '' } = groups;
		const [, fenced] = FENCE.exec(block) ?? [];
		if (fenced === undefined) throw new Error(`The recipe “${heading}” says nothing to write into ${file}.`);
		if (!isNew && line === undefined)
			throw new Error(`The recipe “${heading}” does not say where in ${file} its code goes.`);
		return {
			file,
			line: line ?? null,
			where: (where ?? 'after') as RecipeStep['where'],
			code: fenced.replace(/^ {3}/gm, '')
		};
	});
	const numbered = section.match(/^\d+\. /gm)?.length ?? 0;
	if (steps.length === 0 || steps.length !== numbered)
		throw new Error(`Of the ${numbered} steps of the recipe “${heading}”, ${steps.length} can be carried out.`);
	return steps;
}

/** Carries out one step in a tree. Throws, in one sentence, when the file is not as the recipe has it. */
export function carryOut({ file, line, where, code }: RecipeStep, root: string): void {
	const path = join(root, file);
	if (line === null) {
		if (existsSync(path)) throw new Error(`The recipe makes ${file}, which there is already.`);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, `${code}\n`);
		return;
	}
	const lines = readFileSync(path, 'utf8').split('\n');
	const places = lines.flatMap((each, at) => (each.trim() === line ? [at] : []));
	const [at] = places;
	if (at === undefined || places.length > 1)
		throw new Error(`The recipe looks for the line “${line}” in ${file}, which has it ${places.length} times.`);
	const indent = /^\s*/.exec(lines[at] ?? '')?.[0] ?? '';
	const written = code.split('\n').map((each) => (each === '' ? each : indent + each));
	const [offset, replaced] = PLACES[where];
	writeFileSync(path, lines.toSpliced(at + offset, replaced, ...written).join('\n'));
}
