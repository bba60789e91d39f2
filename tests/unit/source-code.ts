/** Reads TypeScript and Svelte sources for the architecture test: their syntax, their names, and what they import. */
import { parse } from 'svelte/compiler';
import ts from 'typescript';

export interface Parsed {
	file: string;
	source: ts.SourceFile;
	/** Knows which names the file declares itself; neither the standard library nor other files are loaded. */
	checker: ts.TypeChecker;
}

/** @param sources path to text */
export function parseSources(sources: Readonly<Record<string, string>>): Parsed[] {
	const options: ts.CompilerOptions = {
		noLib: true,
		noResolve: true,
		allowJs: true,
		target: ts.ScriptTarget.ESNext,
		module: ts.ModuleKind.ESNext,
		moduleDetection: ts.ModuleDetectionKind.Force
	};
	const texts = new Map(
		Object.entries(sources).map(([file, text]) =>
			// The compiler goes by the ending, so a component gets one more.
			file.endsWith('.svelte') ? [`${file}.ts`, { file, text: scriptsOf(text, file) }] : [file, { file, text }]
		)
	);
	const program = ts.createProgram([...texts.keys()], options, {
		getSourceFile: (name, target) => {
			const entry = texts.get(name);
			return entry && ts.createSourceFile(name, entry.text, target, true);
		},
		fileExists: (name) => texts.has(name),
		readFile: (name) => texts.get(name)?.text,
		writeFile: () => undefined,
		getDefaultLibFileName: () => '',
		getCurrentDirectory: () => '',
		getCanonicalFileName: (name) => name,
		getNewLine: () => '\n',
		useCaseSensitiveFileNames: () => true
	});
	const checker = program.getTypeChecker();
	return [...texts].flatMap(([name, { file }]) => {
		const source = program.getSourceFile(name);
		return source ? [{ file, source, checker }] : [];
	});
}

/**
 * A component with everything blanked but its scripts and the dynamic imports in its markup, so that what is left is
 * TypeScript and every line keeps its number.
 */
function scriptsOf(component: string, filename: string): string {
	const { instance, module, fragment } = parse(component, { modern: true, filename });
	const scripts = [module, instance].flatMap((script) => (script ? [script.content as unknown as Span] : []));
	const kept = [...scripts, ...importExpressions(fragment)].sort((a, b) => a.start - b.start);
	const blank = (text: string) => text.replace(/[^\n]/g, ' ');
	let end = 0;
	let text = '';
	for (const span of kept) {
		// A semicolon in the last blank keeps neighbours apart.
		text += `${blank(component.slice(end, span.start)).replace(/ $/, ';')}${component.slice(span.start, span.end)}`;
		end = span.end;
	}
	return text + blank(component.slice(end));
}

interface Span {
	start: number;
	end: number;
}

function importExpressions(node: object): Span[] {
	if ('type' in node && node.type === 'ImportExpression') return [node as unknown as Span];
	return Object.values(node).flatMap((child: unknown) =>
		typeof child === 'object' && child !== null ? importExpressions(child) : []
	);
}

/** Everything by which a file reaches another one, with the node to point at. */
export function importsIn(source: ts.SourceFile): { node: ts.Node; specifier: string }[] {
	const found: { node: ts.Node; specifier: string }[] = [];
	const visit = (node: ts.Node) => {
		for (const specifier of specifiersOf(node)) found.push({ node, specifier });
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

function specifiersOf(node: ts.Node): string[] {
	if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textsIn(node.moduleSpecifier);
	if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? textsIn(node.argument.literal) : [];
	if (ts.isExternalModuleReference(node)) return textsIn(node.expression);
	if (ts.isCallExpression(node)) {
		const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
		return isImport || node.expression.getText() === 'import.meta.glob' ? textsIn(node.arguments[0]) : [];
	}
	// How a worker or an asset is named: new URL('./worker.ts', import.meta.url).
	if (ts.isNewExpression(node) && node.arguments?.[1]?.getText() === 'import.meta.url') {
		return textsIn(node.arguments[0]);
	}
	return [];
}

/** The text of a string, or the texts of a list of strings. */
function textsIn(node: ts.Node | undefined): string[] {
	if (node === undefined) return [];
	if (ts.isStringLiteralLike(node)) return [node.text];
	return ts.isArrayLiteralExpression(node) ? node.elements.flatMap(textsIn) : [];
}
