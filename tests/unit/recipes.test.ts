/** The recipes of CONTRIBUTING.md work word for word: they are carried out in a copy of the tree. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { compile as compileProse } from 'mdsvex';
import { compile } from 'svelte/compiler';
import ts from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';
import { faultsOf } from '../../src/lib/ui/chapter/chapterFaults.ts';
import { addressOf, readChapters } from '../../src/lib/ui/controls/chapters.ts';
import { carryOut, recipeIn, type RecipeStep } from './recipe.ts';

const ROOT = join(import.meta.dirname, '../..');
const CONTRIBUTING = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');

const copy = mkdtempSync(join(tmpdir(), 'recipes-'));
for (const part of ['src/lib', 'scripts', 'content', 'package.json', 'tsconfig.json'])
	cpSync(join(ROOT, part), join(copy, part), { recursive: true });
symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
afterAll(() => rmSync(copy, { recursive: true }));

const { compilerOptions } = ts.readConfigFile(join(copy, 'tsconfig.json'), ts.sys.readFile.bind(ts.sys)).config as {
	compilerOptions: object;
};
const { options } = ts.convertCompilerOptionsFromJson(
	{ ...compilerOptions, target: 'esnext', lib: ['esnext', 'dom', 'dom.iterable'], types: ['node'], noEmit: true },
	copy
);
const CHECKED = ['scripts/trace.ts', 'src/lib/check/phoneTable.ts', 'src/lib/scenarios/parsePermalink.ts'];

/** What does not change is parsed once. */
const parsed = new Map<string, ts.SourceFile | undefined>();
const host = ts.createCompilerHost(options);
const parse = host.getSourceFile.bind(host);
host.getSourceFile = (name, ...more) => {
	if (!name.includes('/node_modules/')) return parse(name, ...more);
	if (!parsed.has(name)) parsed.set(name, parse(name, ...more));
	return parsed.get(name);
};

/** Checks the types of the model and of its terminal in the copy. Gives each fault as its file and what is wrong there. */
function typeFaults(): string[] {
	const program = ts.createProgram(
		CHECKED.map((file) => join(copy, file)),
		options,
		host
	);
	return program
		.getSourceFiles()
		.filter(({ fileName }) => /\/(machines|sim|scenarios|check|trace)\//.test(relative(copy, fileName)))
		.flatMap((file) => program.getSemanticDiagnostics(file))
		.map(
			({ file, messageText }) =>
				`${relative(copy, file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
		);
}

const trace = (...options: string[]) =>
	execFileSync(process.execPath, ['--import', 'tsx', 'scripts/trace.ts', ...options], { cwd: copy, encoding: 'utf8' });

describe('a knob and an act', () => {
	const [knobTable, knobLabels, machine] = recipeIn(CONTRIBUTING, 'A knob') as [RecipeStep, RecipeStep, RecipeStep];
	const [reason, personAct, actTable] = recipeIn(CONTRIBUTING, 'An act') as [RecipeStep, RecipeStep, RecipeStep];

	test('half done, do not compile: the compiler names each file that lacks something', { timeout: 300_000 }, () => {
		for (const step of [knobTable, personAct]) carryOut(step, copy);
		const faults = typeFaults();
		expect(faults).toContainEqual(expect.stringMatching(/^src\/lib\/machines\/knobLabels\.ts: .*lowDataMode/));
		expect(faults).toContainEqual(expect.stringMatching(/^src\/lib\/machines\/person\.ts: .*person\.reloadsPage/));
		expect(faults).toContainEqual(expect.stringMatching(/^src\/lib\/sim\/acts\.ts: .*reload/));
	});

	test('done, compile', { timeout: 300_000 }, () => {
		for (const step of [knobLabels, machine, reason, actTable]) carryOut(step, copy);
		expect(typeFaults()).toEqual([]);
	});

	test('are there in the terminal, and do what they say', { timeout: 300_000 }, () => {
		const list = trace('--list');
		expect(list).toMatch(/--low-data +\[off\] on {2}lowDataMode/);
		expect(list).toMatch(/reload +Reload the page/);
		const told = trace('--acts', 'connect,reload', '--low-data', 'on', '--until', '20000');
		expect(told).toContain('The person reloads the page in Safari.');
		expect(told).not.toContain('The open page in Safari asks for news.');
	});
});

test('a chapter is picked up as written, and has no fault', async () => {
	const [chapter] = recipeIn(CONTRIBUTING, 'A chapter') as [RecipeStep];
	carryOut(chapter, copy);
	const file = `/${chapter.file}`;
	const text = readFileSync(join(copy, file), 'utf8');
	const prose = await compileProse(text, { extensions: ['.svx'] });
	const head = prose?.data?.fm;
	expect(faultsOf({ file, text, head, address: addressOf(file) }, ['/'])).toEqual([]);
	expect(readChapters({ [file]: head })).toEqual([
		{
			number: 12,
			slug: 'what-comes-next',
			title: 'What comes next',
			description: expect.any(String) as string,
			figure: 'where-it-stands'
		}
	]);
	expect(compile(prose?.code ?? '', { generate: 'server' }).warnings).toEqual([]);
});

describe('a recipe that cannot be carried out says why', () => {
	const write = (text: string) => `### A thing\n\n${text}\n`;
	test.each([
		['there is none', '### Another\n', 'CONTRIBUTING.md has no recipe “A thing”.'],
		[
			'a step is only told',
			write('1. In `a.ts`, think.'),
			'Of the 1 steps of the recipe “A thing”, 0 can be carried out.'
		],
		[
			'a step says nothing to write',
			write('1. In `a.ts`, after the line `b`, write.\n\n   Something.'),
			'The recipe “A thing” says nothing to write into a.ts.'
		],
		[
			'a step does not say where',
			write('1. In `a.ts`, write.\n\n   ```ts\n   b\n   ```'),
			'The recipe “A thing” does not say where in a.ts its code goes.'
		]
	])('%s', (_, markdown, why) => {
		expect(() => recipeIn(markdown, 'A thing')).toThrow(why);
	});

	test('the line is not there', () => {
		const step = { file: 'src/lib/machines/knobs.ts', line: 'nothing', where: 'after', code: '' } as const;
		expect(() => carryOut(step, copy)).toThrow(
			'The recipe looks for the line “nothing” in src/lib/machines/knobs.ts, which has it 0 times.'
		);
	});
});
