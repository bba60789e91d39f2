import type { JSONOutput } from 'typedoc';
import type { Piece, SymbolLink } from './apiPage';

/** Finds the page of a symbol by TypeDoc’s number for it; undefined for what no module exports. */
export interface Links {
	readonly byId: ReadonlyMap<number, SymbolLink>;
	/** Unions of texts by what they spell, since the compiler forgets that they had a name. */
	readonly byUnion: ReadonlyMap<string, SymbolLink>;
}

type Type = JSONOutput.SomeType;
type Declaration = JSONOutput.DeclarationReflection;

/** Members of a union without a name: more are a list that nobody reads in a signature. */
const LONGEST_UNION = 12;
const SHOWN_OF_UNION = 3;

/** A union of literals as one text, in whatever order its members come; for `Links.byUnion`. */
export const spelled = (types: readonly Type[]): string =>
	types
		.map((type) => JSON.stringify(type))
		.sort()
		.join();

/** Pieces with something between each two of them. */
const joined = (parts: readonly Piece[][], between: string): Piece[] =>
	parts.flatMap((part, i) => (i === 0 ? part : [between, ...part]));

/** A function type or a union has to be bracketed inside another type. */
const bracketed = (type: Type, links: Links): Piece[] =>
	(type.type === 'union' && !links.byUnion.has(spelled(type.types))) ||
	(type.type === 'reflection' && type.declaration.signatures)
		? ['(', ...typePieces(type, links), ')']
		: typePieces(type, links);

/** A type as TypeScript writes it, with links to the types that a module exports. */
export function typePieces(type: Type | undefined, links: Links): Piece[] {
	const of = (inner: Type | undefined) => typePieces(inner, links);
	switch (type?.type) {
		case 'intrinsic':
		case 'unknown':
			return [type.name];
		case 'literal':
			return [literalText(type.value)];
		case 'reference':
			return referencePieces(type, links);
		case 'array':
			return [...bracketed(type.elementType, links), '[]'];
		case 'tuple':
			return ['[', ...joined((type.elements ?? []).map(of), ', '), ']'];
		case 'namedTupleMember':
			return [`${type.name}${type.isOptional ? '?' : ''}: `, ...of(type.element)];
		case 'rest':
			return ['...', ...of(type.elementType)];
		case 'union':
			return unionPieces(type.types, links);
		case 'intersection':
			return joined(
				type.types.map((part) => bracketed(part, links)),
				' & '
			);
		case 'typeOperator':
			return [`${type.operator} `, ...bracketed(type.target, links)];
		case 'indexedAccess':
			return [...of(type.objectType), '[', ...of(type.indexType), ']'];
		case 'query':
			return ['typeof ', ...of(type.queryType)];
		case 'predicate':
			return [`${type.name} is `, ...of(type.targetType)];
		case 'templateLiteral':
			return ['`', type.head, ...type.tail.flatMap(([inner, text]): Piece[] => ['${', ...of(inner), `}${text}`]), '`'];
		case 'mapped':
			return [`{ readonly [${type.parameter} in `, ...of(type.parameterType), ']: ', ...of(type.templateType), ' }'];
		case 'reflection':
			return reflectionPieces(type.declaration, links);
		default:
			throw new Error(`The page of a module cannot show a type of the kind “${type?.type ?? 'none'}”.`);
	}
}

/** A literal as it is written; a bigint comes as its digits. */
function literalText(value: JSONOutput.LiteralType['value']): string {
	if (typeof value === 'string') return `'${value}'`;
	if (typeof value === 'object' && value !== null) return `${value.negative ? '-' : ''}${value.value}n`;
	return String(value);
}

/** A union, by its name where it has one. One that is a long list and has none is shown by its beginning. */
function unionPieces(types: readonly Type[], links: Links): Piece[] {
	const named = links.byUnion.get(spelled(types));
	if (named) return [{ symbol: named }];
	const parts = types.map((part) => typePieces(part, links));
	if (parts.length <= LONGEST_UNION) return joined(parts, ' | ');
	return [...joined(parts.slice(0, SHOWN_OF_UNION), ' | '), ` | … (${parts.length} in all)`];
}

function referencePieces({ name, target, typeArguments = [] }: JSONOutput.ReferenceType, links: Links): Piece[] {
	const link = typeof target === 'number' ? links.byId.get(target) : undefined;
	const head: Piece = link ? { symbol: link } : name;
	if (typeArguments.length === 0) return [head];
	return [
		head,
		'<',
		...joined(
			typeArguments.map((argument) => typePieces(argument, links)),
			', '
		),
		'>'
	];
}

function reflectionPieces({ signatures, children = [], indexSignatures = [] }: Declaration, links: Links): Piece[] {
	const [call] = signatures ?? [];
	if (call) return ['(', ...parameterPieces(call.parameters ?? [], links), ') => ', ...typePieces(call.type, links)];
	const members = [
		...indexSignatures.map(({ parameters: [key] = [], type }): Piece[] => [
			`[${key?.name ?? 'key'}: `,
			...typePieces(key?.type, links),
			']: ',
			...typePieces(type, links)
		]),
		...children.map((child): Piece[] => [
			`${child.name}${child.flags.isOptional ? '?' : ''}: `,
			...memberPieces(child, links)
		])
	];
	return members.length === 0 ? ['{}'] : ['{ ', ...joined(members, '; '), ' }'];
}

/** The type of a property, or of a method written as one. */
export const memberPieces = (member: Declaration, links: Links): Piece[] =>
	member.type ? typePieces(member.type, links) : reflectionPieces(member, links);

/** What stands between the brackets of a function. */
export const parameterPieces = (parameters: readonly JSONOutput.ParameterReflection[], links: Links): Piece[] =>
	joined(
		parameters.map(({ name, type, flags, defaultValue }): Piece[] => [
			`${flags.isRest ? '...' : ''}${name}${flags.isOptional || defaultValue !== undefined ? '?' : ''}: `,
			...typePieces(type, links)
		]),
		', '
	);
