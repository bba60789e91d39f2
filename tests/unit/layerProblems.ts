/** What the tools say of made-up sources, by the configuration that they have for the real ones. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import cruiserConfig from '../../.dependency-cruiser.mjs';
import { aliasesIn } from '../../scripts/lint/resolve.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Problem {
	file: string;
	/** Of the import or the name that is wrong; dependency-cruiser gives the file that is imported instead. */
	line?: number;
	target?: string;
	/** The name of the rule that is broken. */
	rule: string;
	/** What is allowed instead. */
	sentence: string;
}

type Sources = Readonly<Record<string, string>>;

/** @param sources path to text; what they import has to be among them, or it is reported as missing */
export async function layerProblems(sources: Sources): Promise<Problem[]> {
	return [...(await cruised(sources)), ...(await linted(sources))];
}

async function cruised(sources: Sources): Promise<Problem[]> {
	const tree = mkdtempSync(join(tmpdir(), 'layers-'));
	try {
		for (const [path, text] of Object.entries({
			...sources,
			'package.json': '{ "dependencies": { "xstate": "5" } }'
		})) {
			mkdirSync(dirname(join(tree, path)), { recursive: true });
			writeFileSync(join(tree, path), text);
		}
		symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
		const { forbidden = [], options } = cruiserConfig;
		const { output } = await cruise(
			['src'],
			{ ...options, baseDir: tree, validate: true, ruleSet: { forbidden } },
			{ alias: aliasesIn(tree) }
		);
		const sentences = new Map(forbidden.map(({ name, comment = '' }) => [name, comment]));
		return (output as ICruiseResult).summary.violations.map(({ from, to, rule }) => ({
			file: from,
			target: to,
			rule: rule.name,
			sentence: sentences.get(rule.name) ?? ''
		}));
	} finally {
		rmSync(tree, { recursive: true });
	}
}

async function linted(sources: Sources): Promise<Problem[]> {
	// There is no such file, so TypeScript has no types for it.
	const eslint = new ESLint({ cwd: root, overrideConfig: ts.configs.disableTypeChecked });
	const problems: Problem[] = [];
	for (const [file, text] of Object.entries(sources)) {
		if (!/\.(ts|svelte)$/.test(file)) continue;
		for (const { messages } of await eslint.lintText(text, { filePath: join(root, file) })) {
			for (const { ruleId, line, message, fatal } of messages) {
				if (fatal) throw new Error(`${file}:${line} ${message}`);
				if (ruleId?.includes('no-restricted-')) problems.push({ file, line, rule: ruleId, sentence: message });
			}
		}
	}
	return problems;
}
