/** What comes only when somebody asks for it, in the sources: whether there is a way for it to fail in silence. */
import { parse } from 'svelte/compiler';

interface Node {
	readonly type: string;
	readonly start: number;
	readonly [key: string]: unknown;
}

/** Those by which something is loaded: each says what could not be, and lets the reader try again. */
const LOADERS: Readonly<Record<string, readonly string[]>> = {
	ImportExpression: ['loadPart', 'loadOrTell', 'Part', 'setInspectorContext'],
	Worker: ['askWorker']
};
/** In markup: the property of `<OnDemand>`. */
const LOADING_TAG = 'OnDemand';

const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const childrenOf = (node: Node): Node[] =>
	Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isNode));

/** The name of what is called or made. */
function calledName({ type, callee }: Node): string {
	const name = type === 'CallExpression' || type === 'NewExpression' ? (callee as Node)['name'] : undefined;
	return typeof name === 'string' ? name : '';
}

const isLoadedBy = (ancestors: readonly Node[], loaders: readonly string[]): boolean =>
	ancestors.some((node) => loaders.includes(calledName(node)) || node['name'] === LOADING_TAG);

/** What is wrong at a node, or null. */
function faultAt(node: Node, ancestors: readonly Node[]): string | null {
	if (node.type === 'ImportExpression' && !isLoadedBy(ancestors, LOADERS['ImportExpression'] ?? []))
		return 'loads a module by itself; loadPart, loadOrTell, Part and <OnDemand> say so when it does not come.';
	if (calledName(node) === 'Worker' && !isLoadedBy(ancestors, LOADERS['Worker'] ?? []))
		return 'starts a worker by itself; askWorker says so when it cannot.';
	if (node.type === 'AwaitBlock' && !node['catch'])
		return 'waits for something and has no {:catch}; <OnDemand> has one for what is loaded.';
	return null;
}

/** Without any of these there is nothing to look for. */
const WORTH_PARSING = /\bimport\(|\bnew Worker\b|\{#await\b/;

/** Where sources load something by themselves, a sentence each. @param sources path to text */
export function silentLoads(sources: Readonly<Record<string, string>>): string[] {
	return Object.entries(sources).flatMap(([file, text]) => {
		if (!WORTH_PARSING.test(text)) return [];
		const source = file.endsWith('.svelte') ? text : `<script lang="ts">${text}</script>`;
		const lineOf = ({ start }: Node) => source.slice(0, start).split('\n').length;
		const visit = (node: Node, ancestors: readonly Node[]): string[] => {
			const fault = faultAt(node, ancestors);
			return [
				...(fault ? [`${file}:${lineOf(node)} ${fault}`] : []),
				...childrenOf(node).flatMap((child) => visit(child, [node, ...ancestors]))
			];
		};
		const { instance, module, fragment } = parse(source, { modern: true, filename: file });
		return [instance?.content, module?.content, fragment].flatMap((root) => (isNode(root) ? visit(root, []) : []));
	});
}
