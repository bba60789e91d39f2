/** The door for contributors: forms, workflows and the change log are what GitHub and Changesets can read, and say what is so. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { KNOWN_CLAIMS } from '../../src/lib/machines/claims.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const yamlIn = <T>(path: string): T => parse(read(path)) as T;
const manifest = JSON.parse(read('package.json')) as {
	name: string;
	version: string;
	scripts: Record<string, string>;
	engines: { node: string };
};

/** GitHub’s schema for issue forms, as far as ours use it. */
interface Form {
	readonly name: string;
	readonly description: string;
	readonly body: readonly {
		readonly type: string;
		readonly id?: string;
		readonly attributes: { readonly label?: string; readonly value?: string; readonly options?: readonly string[] };
		readonly validations?: { readonly required: boolean };
	}[];
}

const forms = readdirSync(new URL('.github/ISSUE_TEMPLATE/', root)).filter((name) => name !== 'config.yml');

describe.each(forms)('the issue form %s', (name) => {
	const form = yamlIn<Form>(`.github/ISSUE_TEMPLATE/${name}`);
	const fields = form.body.filter(({ type }) => type !== 'markdown');

	test('has a name and a description, and asks for something that has to be there', () => {
		expect(Object.keys(form).filter((key) => !['name', 'description', 'labels', 'body'].includes(key))).toEqual([]);
		expect(form.name.length).toBeGreaterThan(3);
		expect(form.description.length).toBeGreaterThan(3);
		expect(fields.some(({ validations }) => validations?.required)).toBe(true);
	});

	test('has fields that GitHub knows, each with a label and a name of its own', () => {
		const kinds = ['input', 'textarea', 'dropdown', 'checkboxes'];
		expect(fields.filter(({ type }) => !kinds.includes(type))).toEqual([]);
		expect(fields.filter(({ attributes }) => !attributes.label)).toEqual([]);
		const ids = fields.map(({ id }) => id);
		expect(ids.filter((id, at) => !id || !/^[\w-]+$/.test(id) || ids.indexOf(id) !== at)).toEqual([]);
		const choices = fields.filter(({ type }) => type === 'dropdown');
		expect(choices.filter(({ attributes }) => (attributes.options ?? []).length < 2)).toEqual([]);
	});
});

test('whoever reports wrong evidence has to name the source and its date', () => {
	const { body } = yamlIn<Form>('.github/ISSUE_TEMPLATE/evidence.yml');
	const required = body.filter(({ validations }) => validations?.required).map(({ id }) => id);
	expect(required).toEqual(expect.arrayContaining(['what', 'correction', 'source', 'date']));
	expect(JSON.stringify(body)).toContain(`${KNOWN_CLAIMS[0]} to ${KNOWN_CLAIMS.at(-1)}`);
});

interface Workflow {
	readonly on: Readonly<Record<string, unknown>>;
	readonly permissions: Readonly<Record<string, string>>;
	readonly jobs: Readonly<
		Record<
			string,
			{
				readonly strategy?: { readonly matrix: { readonly node: readonly number[] } };
				readonly steps: readonly {
					readonly uses?: string;
					readonly run?: string;
					readonly with?: { readonly path?: string };
				}[];
			}
		>
	>;
}

describe('a pull request', () => {
	const workflow = yamlIn<Workflow>('.github/workflows/check.yml');
	const commandsOf = (job: string) => workflow.jobs[job]?.steps.flatMap(({ run }) => run ?? []) ?? [];

	test('may read the repository and nothing more', () => {
		expect(Object.keys(workflow.on)).toContain('pull_request');
		expect(workflow.permissions).toEqual({ contents: 'read' });
	});

	test('is checked for types, lint and units on each Node that is promised', () => {
		expect(workflow.jobs.unit?.strategy?.matrix.node).toEqual([20, 22, 24]);
		expect(manifest.engines.node).toBe('>=20.19');
		expect(commandsOf('unit')).toEqual(['npm ci', 'npm run types', 'npm run lint', 'npm run test:unit']);
	});

	test('is tested in browsers once, and leaves the site to look at', () => {
		expect(commandsOf('browser')).toEqual(['npm ci', 'npm run test:e2e']);
		expect(workflow.jobs.browser?.steps.map((step) => step.with?.path)).toContain('build');
	});

	test.each(['check.yml', 'pages.yml'])('%s runs only commands that there are', (name) => {
		const { jobs } = yamlIn<Workflow>(`.github/workflows/${name}`);
		const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
		const scripts = commands.flatMap((command) => /^npm run ([\w:]+)/.exec(command)?.[1] ?? []);
		expect(scripts.filter((script) => !Object.hasOwn(manifest.scripts, script))).toEqual([]);
		expect(commands.filter((command) => command.startsWith('.') && !existsSync(new URL(command, root)))).toEqual([]);
	});
});

describe('releases', () => {
	test('the change log begins with this package, and has what the version in package.json has', () => {
		const log = read('CHANGELOG.md');
		expect(log.startsWith(`# ${manifest.name}\n`)).toBe(true);
		expect(/^## (.+)$/m.exec(log)?.[1]).toBe(manifest.version);
	});

	test('every changeset names this package, a size, and what changed', () => {
		const changesets = readdirSync(new URL('.changeset/', root)).filter((name) => /(?<!README)\.md$/.test(name));
		const wrong = changesets.filter((name) => {
			const [, head = '', words = ''] = /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(read(`.changeset/${name}`)) ?? [];
			const sizes = parse(head) as Record<string, string> | null;
			return !['patch', 'minor', 'major'].includes(sizes?.[manifest.name] ?? '') || words.trim().length < 20;
		});
		expect(wrong).toEqual([]);
	});
});

describe('the guides', () => {
	const guides = ['README.md', 'CONTRIBUTING.md', 'CODE_OF_CONDUCT.md', 'SECURITY.md', '.changeset/README.md'];

	test.each(guides)('%s leads to files and sections that there are', (guide) => {
		const folder = new URL(guide, root);
		const broken = [...read(guide).matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#([^)\s]+))?\)/g)].filter(
			([, path = '', section]) => {
				const target = new URL(path, folder);
				if (!existsSync(target)) return true;
				return section !== undefined && !anchorsIn(readFileSync(target, 'utf8')).includes(section);
			}
		);
		expect(broken.map(([link]) => link)).toEqual([]);
	});

	test.each(guides)('%s names only commands and files that there are', (guide) => {
		const text = read(guide);
		const scripts = [...text.matchAll(/npm run (?:-s )?([a-z][\w:]*)/g)].map(([, script = '']) => script);
		expect(scripts.filter((script) => !Object.hasOwn(manifest.scripts, script))).toEqual([]);
		const files = [...text.matchAll(/`((?:src|tests|scripts|content|static|\.github)\/[\w./-]+)`/g)].map(
			([, path = '']) => path
		);
		const missing = files.filter((path) => !existsSync(new URL(path, root)));
		expect(missing.filter((path) => !isWrittenBy(text, path))).toEqual([]);
	});
});

/** A recipe may name a file that it has its reader write. */
const isWrittenBy = (text: string, path: string): boolean => text.includes(`In the new file \`${path}\``);

/** The anchors that GitHub gives to the headings of a Markdown file. */
const anchorsIn = (text: string): string[] =>
	[...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s-]/gu, '')
			.trim()
			.replace(/\s/g, '-')
	);
