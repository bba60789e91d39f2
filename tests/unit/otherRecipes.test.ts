/** The recipes that need no new knob, act or chapter work word for word as well: they are carried out in a copy of the tree. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { afterAll, expect, test } from 'vitest';
import { compile, preprocess } from 'svelte/compiler';
import { carryOut, recipeIn } from './recipe.ts';

const ROOT = join(import.meta.dirname, '../..');
const CONTRIBUTING = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
const OTHERS = [
	'A caption',
	'A scenario',
	'A figure',
	'A rule',
	'A link type',
	'A view of the lab',
	'A keyboard shortcut'
];

const copy = mkdtempSync(join(tmpdir(), 'other-recipes-'));
for (const part of ['src/lib', 'scripts', 'content', 'package.json', 'tsconfig.json'])
	cpSync(join(ROOT, part), join(copy, part), { recursive: true });
symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
afterAll(() => rmSync(copy, { recursive: true }));

const steps = OTHERS.flatMap((heading) => recipeIn(CONTRIBUTING, heading));
for (const step of steps) carryOut(step, copy);
/** What the recipes wrote, each file once. */
const written = [...new Set(steps.map(({ file }) => file))];

/** Runs a program in the copy, which prints JSON. */
function inCopy(program: string): unknown {
	writeFileSync(join(copy, 'probe.ts'), program);
	return JSON.parse(
		execFileSync(process.execPath, ['--import', 'tsx', 'probe.ts'], { cwd: copy, encoding: 'utf8' })
	) as unknown;
}

test('compile', { timeout: 300_000 }, () => {
	const { config } = ts.readConfigFile(join(copy, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
		config: { compilerOptions: object };
	};
	const { options } = ts.convertCompilerOptionsFromJson(
		{
			...config.compilerOptions,
			target: 'esnext',
			lib: ['esnext', 'dom', 'dom.iterable'],
			types: ['node'],
			noEmit: true
		},
		copy
	);
	const files = written.filter((file) => file.endsWith('.ts') && !file.includes('/ui/lab/'));
	const program = ts.createProgram(
		files.map((file) => join(copy, file)),
		options
	);
	const faults = files
		.flatMap((file) => program.getSemanticDiagnostics(program.getSourceFile(join(copy, file))))
		.map(
			({ file, messageText }) =>
				`${relative(copy, file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
		);
	expect(faults).toEqual([]);
});

test.each(written.filter((file) => file.endsWith('.svelte')))('%s is a component', async (file) => {
	const source = readFileSync(join(copy, file), 'utf8');
	const { code } = await preprocess(source, [], { filename: file });
	expect(() => compile(code, { filename: file, generate: 'client' })).not.toThrow();
});

test('do what they say: the scenario, its figure, and the caption', () => {
	expect(
		inCopy(`
			import { loadFigure, play, SCENARIOS } from './src/lib/scenarios/index.ts';
			import { recordsIn } from './src/lib/sim/index.ts';
			import { stillOf, timelineIn } from './src/lib/scene/index.ts';
			const told = (id) => recordsIn(play(SCENARIOS[id])).map(({ text }) => text);
			const figure = await loadFigure('a-crash');
			console.log(JSON.stringify({
				reboots: told('reboot-flag-off').length > 0,
				caption: told('update-flag-on').includes('The tunnel process of the old version is stopped first; only then is anything downloaded.'),
				stills: figure.frames.map(({ scenario, moment }) => stillOf(timelineIn(figure, scenario), moment).title)
			}));
		`)
	).toEqual({ reboots: true, caption: true, stills: ['Connected', 'On demand'] });
});

test('do what they say: the rule', () => {
	expect(
		inCopy(`
			import { recordsIn } from './src/lib/sim/index.ts';
			import { play, SCENARIOS } from './src/lib/scenarios/index.ts';
			const records = recordsIn(play(SCENARIOS['locked-push']));
			console.log(JSON.stringify(records.some(({ rule }) => rule === 'pushExempt')));
		`)
	).toBe(true);
});

test('do what they say: the link type', () => {
	expect(
		inCopy(`
			import { dissect, emitIcmp, emitIpv4, fromHex, LINKTYPE, nameOfLinkType, PROTOCOL, concat } from './src/lib/wire/index.ts';
			const ping = emitIpv4({
				source: '10.64.0.2', destination: '10.64.0.1', protocol: PROTOCOL.icmp, timeToLive: 64,
				dscp: 0, ecn: 0, identification: 1, flags: { DF: true, MF: false }, fragmentOffset: 0, options: new Uint8Array(),
				payload: emitIcmp({ kind: 'echoRequest', identifier: 757, sequenceNumber: 1, data: fromHex('f1a9') })
			});
			const framed = dissect(concat(fromHex('ff030021'), ping), 'ppp');
			const bare = dissect(concat(fromHex('0021'), ping), 'ppp');
			console.log(JSON.stringify({
				name: nameOfLinkType(LINKTYPE.PPP),
				layers: framed.layers.map(({ name }) => name).slice(0, 2),
				summaries: [framed.summary, bare.summary],
				problem: dissect(fromHex('c02101'), 'ppp').problem
			}));
		`)
	).toEqual({
		name: 'LINKTYPE_PPP',
		layers: ['Point-to-Point Protocol', 'Internet Protocol, version 4'],
		summaries: ['Echo request, id 757, sequence 1', 'Echo request, id 757, sequence 1'],
		problem: { offset: 0, sentence: 'The protocol is 0xc021; 0x0021 (IPv4) and 0x0057 (IPv6) are allowed.' }
	});
});
