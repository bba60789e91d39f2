/** The model as a library: what its entry files export is documented, what they promise is run, and its pages have room for all of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readApi } from '../../../scripts/lib/apiDocs.mjs';
import { apiModules, moduleNames, textOf } from '../../../src/lib/ui/api/reflections.ts';
import type { ApiModule, ApiSymbol, Block, Signature } from '../../../src/lib/ui/api/apiPage.ts';
import { runExample, typeFaults } from './examples.ts';

const { project, warnings } = await readApi();
const modules = apiModules(project);
const PURE = ['wire', 'machines', 'sim', 'scenarios', 'check', 'capture', 'scene'];

const symbolsOf = ({ groups }: ApiModule): ApiSymbol[] => groups.flatMap(({ symbols }) => [...symbols]);
const listingsIn = (blocks: readonly Block[]): string[] =>
	blocks.flatMap((block) => ('listing' in block ? [block.listing] : []));
const examples = modules.flatMap(({ name, examples }) =>
	examples.map(({ title, blocks }) => ({ module: name, title, code: listingsIn(blocks).join('\n') }))
);

test('every folder that knows no DOM is a module of the library', () => {
	expect([...moduleNames(project)].sort()).toEqual([...PURE].sort());
});

test('TypeDoc has nothing against it: no type that is not exported, no link that leads nowhere', () => {
	expect(warnings).toEqual([]);
});

describe.each(modules)('the module $name', (module) => {
	/** What a way to call a function does not say. */
	const unsaid = (whose: string, { line, words, params, returns }: Signature): string[] => {
		const text = line.map(textOf).join('');
		const isConstructor = text.startsWith('new ');
		return [
			...(words.length === 0 && !isConstructor ? [`${whose} does not say what it does`] : []),
			...params.filter((param) => param.words.length === 0).map(({ name }) => `${whose} does not say what ${name} is`),
			...(returns.length === 0 && !isConstructor && !text.endsWith(': void')
				? [`${whose} does not say what it gives`]
				: [])
		];
	};

	test('says what it guarantees, and has an example', () => {
		expect(module.words.length).toBeGreaterThan(1);
		expect(module.examples.length).toBeGreaterThan(0);
	});

	test('says of everything that it exports what it is, takes and gives', () => {
		const faults = symbolsOf(module).flatMap(({ name, words, signatures, methods }) => [
			...(signatures.length === 0 && words.length === 0 ? [`${name} does not say what it is`] : []),
			...signatures.flatMap((signature) => unsaid(name, signature)),
			...methods.flatMap((method) => unsaid(`${name}.${method.name}`, method))
		]);
		expect(faults).toEqual([]);
	});

	test('has an anchor for each symbol, and no two alike', () => {
		const names = symbolsOf(module).map(({ name }) => name);
		expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
	});
});

describe('the examples', () => {
	test.each(examples)('of $module come out as they say: $title', async ({ code }) => {
		const stated = await runExample(code);
		expect(stated.length).toBeGreaterThan(0);
		for (const { statement, value, stated: promised } of stated) expect(value, statement).toEqual(promised);
	});

	test('are TypeScript without a fault', { timeout: 300_000 }, () => {
		expect(typeFaults(Object.fromEntries(examples.map(({ module, code }) => [module, code])))).toEqual([]);
	});
});

test('the site itself imports the files and not the entries: a page carries no more of the model than it uses', () => {
	const src = new URL('../../../src/', import.meta.url);
	const entries = PURE.map((name) => `lib/${name}`);
	const importsOf = (file: string) =>
		[...readFileSync(new URL(file, src), 'utf8').matchAll(/^(?:import|export|\t*import) .*from '([^']+)'/gm)].map(
			([, specifier = '']) =>
				posix.join(posix.dirname(file), specifier.replace('$lib', posix.relative(posix.dirname(file), 'lib')))
		);
	const importing = readdirSync(src, { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(ts|svelte)$/.test(name))
		.filter((name) => importsOf(name).some((path) => entries.includes(path.replace(/\/index(\.ts)?$/, ''))));
	expect(importing).toEqual([]);
});
