/**
 * The order of the folders (design, section 5), as a function from sources to problems. It reads the code with the
 * TypeScript parser, so that a comment or a string that merely mentions something is no problem.
 */
import { posix } from 'node:path';
import ts from 'typescript';
import { importsIn, parseSources, type Parsed } from './source-code.ts';

export interface Problem {
	file: string;
	line: number;
	/** What was found, and what is allowed instead. */
	sentence: string;
}

/** First to last: a folder imports from the folders before it, and from itself. */
const ORDER = [
	...['wire', 'machines', 'sim', 'scenarios', 'check', 'capture', 'scene', 'figures', 'session', 'ui'].map(
		(name) => `src/lib/${name}`
	),
	'src/embed',
	'src/routes'
];
const FIRST = 'src/lib/wire';
/** Up to here nothing knows that there is a browser, a clock or chance. */
const LAST_PURE = ORDER.indexOf('src/lib/scene');
/** Prose and files that come before all code; only `wire` does without them. */
const BEFORE_CODE = ['content', 'static'];
/** What lies in src itself (styles, hooks, the service worker) comes with the pages. */
const SHELL = 'src/routes';

const NO_DOM = 'what is drawn is a plain value up to here, and the page begins in figures';
const NO_CLOCK = 'time is the virtual milliseconds of the world';
const NO_TIMER = 'what happens later is a message in the queue of the world';
const IMPURE: Readonly<Record<string, string>> = {
	document: NO_DOM,
	window: NO_DOM,
	Date: NO_CLOCK,
	performance: NO_CLOCK,
	setTimeout: NO_TIMER,
	setInterval: NO_TIMER,
	requestAnimationFrame: 'only session owns animation frames',
	'Math.random': 'chance is a choice with named outcomes, or comes from a seed in the world',
	createActor: 'machines are moved by the pure functions initialTransition and transition'
};
const GLOBAL_OBJECTS = ['globalThis', 'self'];

const within = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

function layerOf(path: string): string | undefined {
	return ORDER.find((folder) => within(path, folder)) ?? (posix.dirname(path) === 'src' ? SHELL : undefined);
}

/** A path in the project, or undefined for a package and for what SvelteKit provides. */
function projectPath(specifier: string, from: string): string | undefined {
	const bare = specifier.replace(/[?#].*$/, '');
	if (bare.startsWith('.')) return posix.join(posix.dirname(from), bare);
	if (bare.startsWith('/')) return bare.slice(1);
	const alias = /^\$(lib|content)(?=\/|$)/.exec(bare);
	return alias ? bare.replace(alias[0], alias[1] === 'lib' ? 'src/lib' : 'content') : undefined;
}

/** What the order says about an import, or undefined when it is fine. */
function importSentence(specifier: string, from: string, layer: string): string | undefined {
	const target = projectPath(specifier, from);
	if (target === undefined || within(target, layer)) return undefined;
	if (layer === FIRST) return `${FIRST} imports nothing of the project but itself, and this is ${target}.`;
	if (BEFORE_CODE.some((folder) => within(target, folder))) return undefined;
	const earlier = ORDER.slice(0, ORDER.indexOf(layer) + 1);
	const targetLayer = layerOf(target);
	if (targetLayer !== undefined && earlier.includes(targetLayer)) return undefined;
	return `${layer} imports only from ${[...BEFORE_CODE, ...earlier].join(', ')}, and this is ${target}.`;
}

/** Of a file as well as of an import. */
const isSvelte = (name: string) =>
	/^(svelte|@sveltejs|\$app|\$env|\$service-worker)(\/|$)/.test(name) || /\.svelte(\.[jt]s)?$/.test(name);

/** What is taken out of a named object: `object.name`, `object['name']` or `const { name } = object`. */
function memberOf(node: ts.Node): { object: string; name: string } | undefined {
	let object: ts.Node | undefined;
	let name: ts.Node | undefined;
	if (ts.isPropertyAccessExpression(node)) [object, name] = [node.expression, node.name];
	if (ts.isElementAccessExpression(node)) [object, name] = [node.expression, node.argumentExpression];
	if (ts.isBindingElement(node) && ts.isVariableDeclaration(node.parent.parent)) {
		[object, name] = [node.parent.parent.initializer, node.propertyName ?? node.name];
	}
	if (!object || !name || !ts.isIdentifier(object)) return undefined;
	return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? { object: object.text, name: name.text } : undefined;
}

/** The name of the impure thing that this node uses, if it uses one. */
function impureName(node: ts.Node, checker: ts.TypeChecker): string | undefined {
	const member = memberOf(node);
	const name = member && (GLOBAL_OBJECTS.includes(member.object) ? member.name : `${member.object}.${member.name}`);
	if (name !== undefined && Object.hasOwn(IMPURE, name)) return name;
	if (!ts.isIdentifier(node) || !Object.hasOwn(IMPURE, node.text)) return undefined;
	// However it is reached, from a namespace or under another name, there is only one of these.
	if (node.text === 'createActor') return node.text;
	return isReference(node) && !isDeclaredHere(node, checker) ? node.text : undefined;
}

/** Whether an identifier stands for a value or a type, and does not just name a property, a parameter or an import. */
function isReference(node: ts.Identifier): boolean {
	const { parent } = node;
	if (ts.isShorthandPropertyAssignment(parent)) return true;
	if (ts.isQualifiedName(parent)) return parent.left === node;
	const named = parent as { name?: ts.Node; propertyName?: ts.Node };
	return named.name !== node && named.propertyName !== node;
}

/** The standard library is not loaded, so a name in scope is one that the project gave: a `window` of TCP, say. */
function isDeclaredHere(node: ts.Identifier, checker: ts.TypeChecker): boolean {
	const meaning = ts.SymbolFlags.Value | ts.SymbolFlags.Type | ts.SymbolFlags.Alias;
	return checker.getSymbolsInScope(node, meaning).some(({ name }) => name === node.text);
}

function* problemsOf({ file, source, checker }: Parsed): Generator<Problem> {
	const at = (node: ts.Node, sentence: string): Problem => ({
		file,
		line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1,
		sentence
	});
	const layer = layerOf(file);
	if (layer === undefined) {
		yield at(source, `A source file belongs to one of ${ORDER.join(', ')}.`);
		return;
	}
	const pure = ORDER.indexOf(layer) <= LAST_PURE;
	if (pure && isSvelte(file)) yield at(source, `Nothing in ${layer} is Svelte; components begin in figures.`);
	for (const { node, specifier } of importsIn(source)) {
		const sentence = importSentence(specifier, file, layer);
		if (sentence !== undefined) yield at(node, sentence);
		if (pure && isSvelte(specifier)) yield at(node, `${layer} knows nothing of Svelte, and this is ${specifier}.`);
	}
	if (!pure) return;
	const nodes: ts.Node[] = [source];
	for (let node = nodes.pop(); node; node = nodes.pop()) {
		const name = impureName(node, checker);
		if (name !== undefined) yield at(node, `${layer} does without ${name}: ${IMPURE[name]}.`);
		ts.forEachChild(node, (child) => void nodes.push(child));
	}
}

/** Everything in the sources (path to text) that breaks the order, by file and line. */
export function layerProblems(sources: Readonly<Record<string, string>>): Problem[] {
	return parseSources(sources)
		.flatMap((parsed) => [...problemsOf(parsed)])
		.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
