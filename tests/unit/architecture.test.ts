/**
 * The order of the folders and the purity of the model are held by dependency-cruiser and ESLint, as part of lint. Here
 * they show that they can tell.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { lookAtAll, NEIGHBOURS, put, rules, said, saidOf, sources, unseen } from './layerSources.ts';

beforeAll(lookAtAll);

test('what the sources here import is in order itself', () => {
	expect(saidOf((file) => file in NEIGHBOURS)).toEqual([]);
});

describe('an import from a later folder', () => {
	const named = put('src/lib/machines', "import { setup } from 'xstate';\nimport { step } from '../sim/step.ts';");

	test('is reported with both files and what is allowed', () => {
		expect(said(named)).toEqual([
			{
				file: named,
				target: 'src/lib/sim/step.ts',
				rule: 'order of src/lib/machines',
				sentence: 'src/lib/machines imports only from content, static, src/lib/wire, src/lib/machines.'
			}
		]);
	});

	test.each(
		[
			"import type { World } from '../sim/world.ts';",
			"import '$lib/sim/world.ts';",
			"export * from '../sim';",
			"export { step } from '../sim/step.ts';",
			"const step = await import('../sim/step.ts');",
			"let step: import('../sim/step.ts').Step;",
			"import text from '../sim/step.ts?raw';",
			"import { version } from '../../../package.json';",
			"import Page from '../../routes/+page.svelte';"
		].map((text) => [text, put('src/lib/machines', text)])
	)('%s', (_, file) => {
		expect(rules(file)).toContain('order of src/lib/machines');
	});
});

describe('a path that dependency-cruiser does not see stays in its folder', () => {
	test.each(
		[
			"const all = import.meta.glob(['../wire/*.ts', '../sim/*.ts']);",
			"new Worker(new URL('../sim/worker.ts', import.meta.url));",
			'new Worker(new URL(`../sim/worker.ts`, import.meta.url));',
			"new Worker(new URL('./../sim/worker.ts', import.meta.url));"
		].map((text) => [text, put('src/lib/machines', text), put('src/lib/session', text)])
	)('%s', (_, ...files) => {
		for (const file of files) expect(rules(file)).toContain('no-restricted-syntax');
	});

	const worker = "new Worker(new URL('./play.worker.ts', import.meta.url));";
	test.each([
		[worker, put('src/lib/session', worker)],
		["import.meta.glob('/content/*')", put('src/routes', "export const all = import.meta.glob('/content/*');")]
	])('%s is fine', (_, file) => {
		expect(said(file)).toEqual([]);
	});
});

describe('wire', () => {
	const ipv4 = put('src/lib/wire', "import { sum } from './checksum.ts';\nimport prose from '$content/model.md';");

	test('imports nothing of the project but itself', () => {
		expect(said(ipv4)).toEqual([
			{
				file: ipv4,
				target: 'content/model.md',
				rule: 'order of src/lib/wire',
				sentence: 'src/lib/wire imports nothing of the project but itself.'
			}
		]);
	});
});

describe('a component', () => {
	const ladder = put(
		'src/lib/figures',
		[
			'<script module lang="ts">',
			"	import type { Player } from '$lib/session/player.svelte.ts';",
			'</script>',
			'<script lang="ts">',
			"	import { scale } from '../scene/scale.ts';",
			"	import Shell from '../ui/controls/Shell.svelte';",
			"	let step: import('../ui/controls/shell').Shell;",
			'</script>',
			"<p>import '../ui/nothing.ts'</p>",
			"{#await import('../ui/controls/Late.svelte') then { default: Late }}<Late />{/await}"
		].join('\n'),
		'svelte'
	);

	test('is held to the order in its scripts, with the lines', () => {
		expect(said(ladder).flatMap(({ line }) => line ?? [])).toEqual([2, 6, 7]);
	});

	test('and in its markup', () => {
		expect(said(ladder).flatMap(({ target }) => target ?? [])).toContain('src/lib/ui/controls/Late.svelte');
	});

	const script = (text: string) => `<script lang="ts">\n${text}\n</script>`;
	test.each(
		[
			['figures', "import type { Session } from '$lib/ui/lab/session';"],
			['figures/detail', "import type { Session } from '../../ui/lab/session';"],
			['session', "import type { Session } from '../ui/lab/session';"],
			['ui/controls', "import type { Session } from '../lab/session';"],
			['ui/controls/phones', "import { type Session } from '../../lab/session';"],
			['ui/packets', "import type { Session } from '$lib/ui/lab/session';"],
			['ui/packets', "import type { Session } from '../lab/session';"],
			['ui/packets', "let session: import('../lab/session').Session;"],
			['ui/lab', "import type Page from '../../../routes/+page.svelte';"]
		].map(([folder, text]) => [folder, text, put(`src/lib/${folder}`, script(text ?? ''), 'svelte')])
	)('in %s says no %s', (_, text, file = '') => {
		expect(rules(file)).toContain(text?.startsWith('let') ? 'no-restricted-syntax' : 'no-restricted-imports');
	});

	test.each(
		[
			['ui/lab', "import type { Session } from './session';"],
			['ui/lab/futures', "import type { Session } from '../session';"],
			['ui/lab', "import type { Shell } from '../controls/shell';"],
			['figures/packets', "import type { scale } from '../../scene/scale';"]
		].map(([folder, text]) => [folder, text, put(`src/lib/${folder}`, script(text ?? ''), 'svelte')])
	)('in %s may say %s', (_, __, file = '') => {
		expect(said(file)).toEqual([]);
	});
});

describe('a feature', () => {
	const verdicts = put('src/lib/ui/verdicts', "import { session } from '../lab/session';\nimport '../controls/shell';");

	test('knows the controls and no other feature', () => {
		expect(said(verdicts)).toMatchObject([
			{ target: 'src/lib/ui/lab/session.ts', rule: 'order of src/lib/ui/verdicts' }
		]);
	});
});

describe('the playground', () => {
	const group = put(
		'src/playground',
		[
			"import '../lib/ui/lab/session.ts';",
			"import '../lib/ui/controls/Shell.svelte';",
			"import '../lib/ui/controls/Late.svelte';"
		].join('\n')
	);
	const page = put('src/routes', "import { moments } from '../playground/moments.ts';");
	const feature = put('src/lib/ui/lab', "import { moments } from '../../../playground/moments.ts';");
	const strayGroup = put('src/playground', "import Page from '../routes/+page.svelte';");

	test('may show every feature, and nothing of the site knows it', () => {
		expect(said(group)).toEqual([]);
		expect(rules(page)).toEqual(['order of src/routes']);
		expect(rules(feature)).toEqual(['order of src/lib/ui/lab']);
		expect(rules(strayGroup)).toEqual(['order of src/playground']);
	});

	test('shows whatever is drawn', () => {
		expect(rules(unseen)).toEqual(['shown in the playground']);
	});
});

describe('the model', () => {
	const now = put('src/lib/sim', '\nexport const now = () => Date.now();');

	test('does without a clock, and is told so with file, line and what is allowed', () => {
		expect(said(now)).toEqual([
			{
				file: now,
				line: 2,
				rule: 'no-restricted-globals',
				sentence: "Unexpected use of 'Date'. Time is the virtual milliseconds of the world."
			}
		]);
	});

	test.each(
		[
			['no-restricted-globals', 'document.title'],
			['no-restricted-globals', 'const width = window.innerWidth;'],
			['@typescript-eslint/no-restricted-types', 'type When = Date;'],
			['no-restricted-properties', 'const { random } = Math;'],
			['no-restricted-properties', 'Math.random()'],
			['no-restricted-properties', "Math['random']()"],
			['no-restricted-globals', 'setTimeout(() => {}, 1);'],
			['no-restricted-globals', 'const later = { setInterval };'],
			['no-restricted-properties', 'globalThis.setTimeout(() => {}, 1);'],
			['no-restricted-properties', 'const { setTimeout } = globalThis;'],
			['no-restricted-globals', "self['performance'].now();"],
			['no-restricted-globals', 'requestAnimationFrame(draw);'],
			['no-restricted-globals', 'crypto.getRandomValues(bytes);'],
			['no-restricted-globals', "fetch('/');"],
			['no-restricted-globals', 'const { env } = process;'],
			['no-restricted-imports', "import { createActor } from 'xstate';"],
			['no-restricted-imports', "import { interpret } from 'xstate';"],
			['no-restricted-imports', "import * as xstate from 'xstate';\nxstate.createActor(machine);"],
			['no browser in the model', "import { tick } from 'svelte';"],
			['no browser in the model', "import { SvelteMap } from 'svelte/reactivity';"],
			['no browser in the model', "import { base } from '$app/paths';"],
			['no browser in the model', "const { tick } = await import('svelte');"]
		].map(([rule, text]) => [rule, text, put('src/lib/scene', text ?? '')])
	)('%s: %s', (rule, _, file = '') => {
		expect(rules(file)).toEqual([rule]);
	});

	const component = put('src/lib/scene', '<p>Hello</p>', 'svelte');
	const runes = put('src/lib/scene', 'export const still = $state(0);', 'svelte.ts');
	test('has no component and no runes', () => {
		for (const file of [component, runes]) {
			expect(said(file)).toContainEqual({
				file,
				line: 1,
				rule: 'no-restricted-syntax',
				sentence: 'Nothing in the model is Svelte; components begin in figures.'
			});
		}
	});

	test.each(
		[
			"// import '../ui/Shell.svelte'; Date.now()",
			'export const text = "import \'../ui/Shell.svelte\'; Math.random()";',
			"/** @type {import('../ui/controls/shell.ts').Shell} */\nexport const shell = 1;",
			"import { encode } from '../wire/tcp.ts';\nimport model from '$content/model.md?raw';\nimport './own.ts';",
			'export interface Segment { window: number; document?: string }\nexport const size = (s: Segment) => s.window;',
			'export const size = ({ window }: { window: number }) => ({ window, performance: 1 });',
			'export function open(window: number) { return window * Math.floor(1.5); }'
		].map((text) => [text, put('src/lib/scene', text)])
	)('may say %s', (_, file) => {
		expect(said(file)).toEqual([]);
	});
});

describe('a file', () => {
	const [stray, between] = [put('src/lib', ''), put('src/lib/ui', '')];
	test('belongs to a folder of the list', () => {
		for (const file of [stray, between]) {
			expect(said(file)).toMatchObject([
				{ sentence: expect.stringContaining('A source file belongs to one of') as string }
			]);
		}
	});

	const page = put(
		'src/routes',
		"import '../app.css';\nimport { onMount } from 'svelte';\nonMount(() => document.title);"
	);
	const worker = put('src', 'self.skipWaiting();');
	test('of a page knows the browser, and styles in src', () => {
		expect([...said(page), ...said(worker)]).toEqual([]);
	});

	const [one, other] = [put('src/lib/sim', ''), put('src/lib/sim', '')];
	sources[one] = `import '${other.replace('src/lib/sim', '.')}';`;
	sources[other] = `import type { Step } from './step.ts';\nimport '${one.replace('src/lib/sim', '.')}';`;
	test('does not import one that imports it', () => {
		expect(new Set([...rules(one), ...rules(other)])).toEqual(new Set(['no circle']));
	});

	const missing = put('src/lib/sim', "import './nowhere.ts';");
	const undeclared = put('src/lib/sim', "import { parse } from 'valibot';");
	const tool = put('src/lib/ui/lab', "import { readFileSync } from 'node:fs';");
	test('imports only what is there, and packages that package.json declares', () => {
		expect([...rules(missing), ...rules(undeclared), ...rules(tool)]).toEqual([
			'nothing missing',
			'no undeclared package',
			'no undeclared package'
		]);
	});
});
