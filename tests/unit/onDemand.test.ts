/** Nothing that is loaded on demand can fail in silence: not in this checkout, and the check that says so can tell. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { silentLoads } from './onDemand.ts';

const root = new URL('../../', import.meta.url);

/** What a page cannot be without: SvelteKit loads it with the page, and where it does not come the page says so instead. */
const WITH_THE_PAGE = ['src/lib/scenarios/figureSpecs/load.ts'];

test('every module and every worker of the site is loaded by the one way that tells when it cannot be', () => {
	const files = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
		.map((name) => `src/${name.replaceAll('\\', '/')}`)
		.filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.d.ts') && !WITH_THE_PAGE.includes(path));
	const sources = Object.fromEntries(files.map((path) => [path, readFileSync(new URL(path, root), 'utf8')]));
	expect(silentLoads(sources)).toEqual([]);
});

describe('the check finds', () => {
	const inMarkup = (markup: string) =>
		silentLoads({ 'src/lib/ui/A.svelte': `<script lang="ts">\n</script>\n${markup}` });
	const inCode = (code: string) => silentLoads({ 'src/lib/ui/a.ts': `\n${code}` });

	test('a part in markup that nobody catches, with its file and line', () => {
		expect(inMarkup("{#await import('./B.svelte') then { default: B }}<B />{/await}")).toEqual([
			expect.stringMatching(/^src\/lib\/ui\/A\.svelte:3 waits for something and has no \{:catch\}/),
			expect.stringMatching(/^src\/lib\/ui\/A\.svelte:3 loads a module by itself/)
		]);
		expect(inMarkup('{#await load() then B}<B />{/await}')).toHaveLength(1);
		expect(inMarkup("{#await import('./B.svelte')}…{:then { default: B }}<B />{:catch}no{/await}")).toHaveLength(1);
		expect(inMarkup("<Part load={() => import('./B.svelte')} />")).toHaveLength(1);
	});

	test.each([
		["const { b } = await import('./b');"],
		["import('./b').then(({ b }) => b()).catch(() => {});"],
		["const load = () => import('./b');"],
		["const worker = new Worker(new URL('./b.worker.ts', import.meta.url));"],
		["loadPart('b', () => new Worker(new URL('./b.worker.ts', import.meta.url)));"]
	])('%s', (code) => expect(inCode(code)).toEqual([expect.stringContaining('src/lib/ui/a.ts:2')]));

	test('nothing where the one way is taken, nor where only a type is imported', () => {
		const ways = [
			"const a = await loadPart('a', () => import('./a'));",
			"const b = await loadOrTell('b', () => import('./b'), tell);",
			"const c = new Part('c', () => import('./c'));",
			"askWorker({ start: () => new Worker(new URL('./d.worker.ts', import.meta.url)) });",
			"let e: typeof import('./e');"
		];
		expect(inCode(ways.join('\n'))).toEqual([]);
		expect(
			inMarkup('<OnDemand what="b" load={() => import(\'./B.svelte\')}>{#snippet children(b)}{/snippet}</OnDemand>')
		).toEqual([]);
		expect(inMarkup('{#await blocks}…{:then all}{all}{:catch error}{error}{/await}')).toEqual([]);
	});
});
