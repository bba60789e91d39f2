/** The order of the folders holds in this checkout, and the checker that says so can tell. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { layerProblems } from './layers.ts';

const root = new URL('../../', import.meta.url);

function sourcesUnder(folder: string): Record<string, string> {
	const files = readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
		.map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
		.filter((path) => /\.(ts|js|mjs|svelte)$/.test(path) && !path.endsWith('.d.ts'));
	return Object.fromEntries(files.map((path) => [path, readFileSync(new URL(path, root), 'utf8')]));
}

const said = (sources: Record<string, string>) =>
	layerProblems(sources).map(({ file, line, sentence }) => `${file}:${line} ${sentence}`);

test('every folder imports only from the folders before it, and the model is pure', () => {
	expect(said(sourcesUnder('src'))).toEqual([]);
});

describe('the checker reports', () => {
	test('an import from a later folder, with file, line and what is allowed', () => {
		expect(
			said({ 'src/lib/machines/router.ts': "import { setup } from 'xstate';\nimport { step } from '../sim/step.ts';" })
		).toEqual([
			'src/lib/machines/router.ts:2 src/lib/machines imports only from content, static, src/lib/wire, ' +
				'src/lib/machines, and this is src/lib/sim/step.ts.'
		]);
	});

	test.each([
		["import type { World } from '../sim/world.ts';"],
		["import '$lib/sim/world.ts';"],
		["export * from '../sim';"],
		["export { step } from '../sim/step.ts';"],
		["const step = await import('../sim/step.ts');"],
		["let step: import('../sim/step.ts').Step;"],
		["const all = import.meta.glob(['../wire/*.ts', '../sim/*.ts']);"],
		["new Worker(new URL('../sim/worker.ts', import.meta.url));"],
		["import text from '../sim/step.ts?raw';"],
		["import { version } from '../../../package.json';"],
		["import App from '../../routes/+page.svelte';"]
	])('%s', (text) => {
		expect(layerProblems({ 'src/lib/machines/router.ts': text })).not.toEqual([]);
	});

	test('anything of the project in wire but wire itself', () => {
		const text = "import { sum } from './checksum.ts';\nimport prose from '$content/model.md';";
		expect(said({ 'src/lib/wire/ipv4.ts': text })).toEqual([
			'src/lib/wire/ipv4.ts:2 src/lib/wire imports nothing of the project but itself, and this is content/model.md.'
		]);
	});

	test('imports in the scripts and the markup of a component, on their own lines', () => {
		const text = [
			'<script module lang="ts">',
			"	import type { Player } from '$lib/session/player.svelte.ts';",
			'</script>',
			'<script lang="ts">',
			"	import { scale } from '../scene/scale.ts';",
			"	import Shell from '../ui/Shell.svelte';",
			'</script>',
			"<p>import '../ui/nothing.ts'</p>",
			"{#await import('../ui/Late.svelte') then { default: Late }}<Late />{/await}"
		].join('\n');
		expect(layerProblems({ 'src/lib/figures/Ladder.svelte': text }).map(({ line }) => line)).toEqual([2, 6, 9]);
	});

	test('a forbidden name, with file, line and what is allowed', () => {
		expect(said({ 'src/lib/sim/step.ts': '\nexport const now = () => Date.now();' })).toEqual([
			'src/lib/sim/step.ts:2 src/lib/sim does without Date: time is the virtual milliseconds of the world.'
		]);
	});

	test.each([
		['document.title'],
		['const width = window.innerWidth;'],
		['type When = Date;'],
		['const { random } = Math;'],
		['Math.random()'],
		["Math['random']()"],
		['setTimeout(() => {}, 1);'],
		['const later = { setInterval };'],
		['globalThis.setTimeout(() => {}, 1);'],
		["self['performance'].now();"],
		['requestAnimationFrame(draw);'],
		["import { createActor } from 'xstate';"],
		["import * as xstate from 'xstate';\nxstate.createActor(machine);"],
		["import { tick } from 'svelte';"],
		["import { SvelteMap } from 'svelte/reactivity';"],
		["import { base } from '$app/paths';"]
	])('%s', (text) => {
		expect(layerProblems({ 'src/lib/scene/still.ts': text })).toHaveLength(1);
	});

	test('a file that belongs to no folder of the list, and a component among the model', () => {
		expect(said({ 'src/lib/helpers.ts': '', 'src/lib/scene/Still.svelte': '<p>Hello</p>' })).toEqual([
			expect.stringContaining('src/lib/helpers.ts:1 A source file belongs to one of'),
			expect.stringContaining('src/lib/scene/Still.svelte:1 Nothing in src/lib/scene is Svelte')
		]);
	});
});

describe('the checker leaves alone', () => {
	test.each([
		["// import '../ui/Shell.svelte'; Date.now()"],
		['export const text = "import \'../ui/Shell.svelte\'; Math.random()";'],
		["/** @type {import('../ui/shell.ts').Shell} */\nexport const shell = 1;"],
		["import { encode } from '../wire/tcp.ts';\nimport model from '$content/model.md?raw';\nimport './own.ts';"],
		['export interface Segment { window: number; document?: string }\nexport const size = (s: Segment) => s.window;'],
		['export const size = ({ window }: { window: number }) => ({ window, performance: 1 });'],
		['export function open(window: number) { return window * Math.floor(1.5); }']
	])('%s', (text) => {
		expect(said({ 'src/lib/scene/still.ts': text })).toEqual([]);
	});

	test('the browser, once figures begin, and styles in src', () => {
		const text = "import '../app.css';\nimport { onMount } from 'svelte';\nonMount(() => document.title);";
		expect(said({ 'src/routes/page.ts': text, 'src/service-worker.ts': 'self.skipWaiting();' })).toEqual([]);
	});
});
