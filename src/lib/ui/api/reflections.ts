import type { JSONOutput } from 'typedoc';
import type { ApiModule, ApiSymbol, Example, Member, Piece, Signature, SymbolLink } from './apiPage';
import { blocksOf, blockTags } from './comments';
import { memberPieces, parameterPieces, spelled, typePieces, type Links } from './typePieces';

type Project = JSONOutput.ProjectReflection;
type Declaration = JSONOutput.DeclarationReflection;

/** TypeDoc’s numbers for kinds of declarations. */
const KIND = {
	constant: 32,
	function: 64,
	class: 128,
	interface: 256,
	property: 1024,
	constructorSignature: 16_384,
	type: 2_097_152
};
const isA = ({ kind }: { readonly kind: number }, ...kinds: readonly number[]): boolean => kinds.includes(kind);

const GROUPS = [
	{ title: 'Functions', kinds: [KIND.function] },
	{ title: 'Classes', kinds: [KIND.class] },
	{ title: 'Constants', kinds: [KIND.constant] },
	{ title: 'Types', kinds: [KIND.interface, KIND.type] }
];
/** In characters: a constant’s type that is longer is a table, and says less than its name and words. */
const SHOWN_TYPE = 240;

/** The modules of the model, in the order of the layers. */
export const moduleNames = ({ children = [] }: Project): string[] => children.map(({ name }) => name);

/** Everything that the pages show, module by module. Throws Error where TypeDoc found a kind of type that they cannot show. */
export function apiModules(project: Project): ApiModule[] {
	const links = linksOf(project);
	return (project.children ?? []).map((module) => ({
		name: module.name,
		words: blocksOf(module.comment?.summary, links),
		examples: blockTags(module.comment, '@example').map(({ name = 'Example', content }): Example => ({
			title: name,
			blocks: blocksOf(content, links)
		})),
		groups: GROUPS.map(({ title, kinds }) => ({
			title,
			symbols: (module.children ?? [])
				.filter((symbol) => isA(symbol, ...kinds))
				.sort((a, b) => a.name.localeCompare(b.name, 'en'))
				.map((symbol) => symbolOf(symbol, links))
		})).filter(({ symbols }) => symbols.length > 0)
	}));
}

function linksOf({ children = [] }: Project): Links {
	const byId = new Map<number, SymbolLink>();
	const byUnion = new Map<string, SymbolLink>();
	const declared = new Map(children.flatMap((module) => (module.children ?? []).map((symbol) => [symbol.id, symbol])));
	for (const module of children) {
		for (const { id, name, type } of module.children ?? []) {
			const link = { name, module: module.name };
			byId.set(id, link);
			const literals = literalsOf(type, declared);
			if (literals.length > 1) byUnion.set(spelled(literals), link);
		}
	}
	return { byId, byUnion };
}

/** The literals that a type stands for: a union of them, the keys of a table (`keyof typeof`), or the members of a list. */
function literalsOf(
	type: JSONOutput.SomeType | undefined,
	declared: ReadonlyMap<number, Declaration>
): JSONOutput.SomeType[] {
	const constant = (query: JSONOutput.SomeType) =>
		query.type === 'query' && typeof query.queryType.target === 'number'
			? declared.get(query.queryType.target)?.type
			: undefined;
	if (type?.type === 'union') return type.types.every((part) => part.type === 'literal') ? type.types : [];
	if (type?.type === 'typeOperator' && type.operator === 'keyof') {
		const table = constant(type.target);
		const keys = table?.type === 'reflection' ? (table.declaration.children ?? []) : [];
		return keys.map(({ name }) => ({ type: 'literal', value: name }));
	}
	if (type?.type === 'indexedAccess') {
		const list = constant(type.objectType);
		const tuple = list?.type === 'typeOperator' ? list.target : list;
		return tuple?.type === 'tuple' ? (tuple.elements ?? []) : [];
	}
	return [];
}

function symbolOf(symbol: Declaration, links: Links): ApiSymbol {
	const { name, comment, signatures = [] } = symbol;
	const own = (symbol.children ?? []).filter(({ inheritedFrom }) => !inheritedFrom);
	return {
		name,
		signatures: signatures.map((signature) => signatureOf(signature, links)),
		declaration: declarationOf(symbol, links),
		words: blocksOf(comment?.summary, links),
		members: own
			.filter((child) => isA(child, KIND.property))
			.map((child) => memberOf(child, memberPieces(child, links), links)),
		methods: own.flatMap((child) =>
			(child.signatures ?? [])
				.filter(({ inheritedFrom }) => !inheritedFrom)
				.map((signature) => ({ name: child.name, ...signatureOf(signature, links) }))
		)
	};
}

/** A type’s own words, or a constant’s type, unless that is a long table. Its own name would lead in a circle. */
function declarationOf(symbol: Declaration, { byId, byUnion }: Links): Piece[] | null {
	const { name, type } = symbol;
	if (!type) return null;
	const others: Links = {
		byId,
		byUnion: isA(symbol, KIND.type) ? new Map([...byUnion].filter(([, link]) => link.name !== name)) : byUnion
	};
	const pieces = typePieces(type, others);
	const length = pieces.reduce((sum, piece) => sum + textOf(piece).length, 0);
	if (isA(symbol, KIND.constant)) return length > SHOWN_TYPE ? null : [`const ${name}: `, ...pieces];
	return [`type ${name} = `, ...pieces];
}

/** A piece as bare text. */
export const textOf = (piece: Piece): string =>
	typeof piece === 'string' ? piece : 'code' in piece ? piece.code : piece.symbol.name;

function signatureOf(signature: JSONOutput.SignatureReflection, links: Links): Signature {
	const { name, comment, parameters = [], type } = signature;
	const isConstructor = isA(signature, KIND.constructorSignature);
	return {
		line: [
			`${isConstructor ? 'new ' : ''}${name}(`,
			...parameterPieces(parameters, links),
			')',
			...(isConstructor ? [] : [': ', ...typePieces(type, links)])
		],
		words: blocksOf(comment?.summary, links),
		params: parameters.map((parameter) => memberOf(parameter, typePieces(parameter.type, links), links)),
		returns: blockTags(comment, '@returns').flatMap(({ content }) => blocksOf(content, links)),
		throws: blockTags(comment, '@throws').map(({ content }) => blocksOf(content, links))
	};
}

const memberOf = (
	{ name, comment, flags }: Pick<Declaration, 'name' | 'flags'> & { comment?: JSONOutput.Comment },
	type: readonly Piece[],
	links: Links
): Member => ({ name: flags.isOptional ? `${name}?` : name, type, words: blocksOf(comment?.summary, links) });
