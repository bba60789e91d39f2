/** Runs the examples of docstrings: a statement that ends in `// → value` has to give that value. */
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const lib = new URL('../../../src/lib/', import.meta.url);

/** One statement whose value the example states. */
export interface Stated {
	readonly statement: string;
	readonly value: unknown;
	readonly stated: unknown;
}

const STATED = /^(?!\s)(.+);\s*\/\/ → (.+)$/;
const IMPORT = /^import \{([^}]*)\} from '\$lib\/([a-z]+)';$/gm;

/** The example as TypeScript that collects what it states; imports become arguments of `load`. */
const collecting = (code: string): string =>
	code
		.replace(IMPORT, (_, names: string, module: string) => {
			const values = names.split(',').filter((name) => !name.trim().startsWith('type '));
			return `const {${values.join(',')}} = await load('${module}');`;
		})
		.split('\n')
		.map((line) => {
			const [, statement, stated] = STATED.exec(line) ?? [];
			if (statement === undefined || stated === undefined) return line;
			return `collect(${JSON.stringify(statement)}, ${statement}, ${stated});`;
		})
		.join('\n');

const AsyncFunction = Object.getPrototypeOf(async () => Promise.resolve()) as { constructor: FunctionConstructor };

/** Runs an example, and gives what it states beside what came of it. Rejects with the error that the example throws. */
export async function runExample(code: string): Promise<Stated[]> {
	const found: Stated[] = [];
	const { outputText } = ts.transpileModule(`export {};\n${collecting(code)}`, {
		compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext }
	});
	const run = new AsyncFunction.constructor('load', 'collect', outputText.replace(/^export \{\};$/m, '')) as (
		load: (module: string) => Promise<unknown>,
		collect: (statement: string, value: unknown, stated: unknown) => void
	) => Promise<void>;
	await run(
		(module) => import(new URL(`${module}/index.ts`, lib).href),
		(statement, value, stated) => void found.push({ statement, value, stated })
	);
	return found;
}

/** What the compiler has against some examples (name to code), one sentence each. */
export function typeFaults(examples: Readonly<Record<string, string>>): string[] {
	const root = fileURLToPath(new URL('../../../', import.meta.url));
	const { config } = ts.readConfigFile(`${root}tsconfig.json`, (path) => ts.sys.readFile(path)) as { config: object };
	const options = { ...ts.parseJsonConfigFileContent(config, ts.sys, root).options, noEmit: true };
	const files = new Map(
		Object.entries(examples).map(([name, code]) => [
			`${root}tests/unit/library/example-${name}.ts`,
			`export {};\n${code}`
		])
	);
	const host = ts.createCompilerHost(options);
	const onDisk = { ...host };
	host.fileExists = (path) => files.has(path) || onDisk.fileExists(path);
	host.getSourceFile = (path, target, ...rest) => {
		const text = files.get(path);
		return text === undefined ? onDisk.getSourceFile(path, target, ...rest) : ts.createSourceFile(path, text, target);
	};
	const program = ts.createProgram([...files.keys()], options, host);
	return [...files.keys()].flatMap((path) =>
		ts
			.getPreEmitDiagnostics(program, program.getSourceFile(path))
			.filter(({ file }) => file?.fileName === path)
			.map(({ messageText }) => `${path.slice(root.length)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)
	);
}
