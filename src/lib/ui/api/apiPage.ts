/** What a page below /api/ shows of a module of the model: plain data, read off TypeDoc’s JSON by `reflections.ts`. */

/** A piece of a type or of running text: bare, as code, or a link to a symbol. */
export type Piece = string | { readonly code: string } | { readonly symbol: SymbolLink };

/** Where a symbol is explained. */
export interface SymbolLink {
	readonly name: string;
	readonly module: string;
}

/** A paragraph, or a listing. */
export type Block = { readonly pieces: readonly Piece[] } | { readonly listing: string };

export interface Example {
	readonly title: string;
	readonly blocks: readonly Block[];
}

/** A parameter of a function, or a member of a type or a class. */
export interface Member {
	readonly name: string;
	readonly type: readonly Piece[];
	readonly words: readonly Block[];
}

/** A way to call a function. */
export interface Signature {
	readonly line: readonly Piece[];
	readonly words: readonly Block[];
	readonly params: readonly Member[];
	readonly returns: readonly Block[];
	readonly throws: readonly (readonly Block[])[];
}

/** Something that a module exports. Its name is its anchor. */
export interface ApiSymbol {
	readonly name: string;
	/** A function’s ways to be called; none for anything else. */
	readonly signatures: readonly Signature[];
	/** How a type or a constant is declared; null where its members say it. */
	readonly declaration: readonly Piece[] | null;
	readonly words: readonly Block[];
	readonly members: readonly Member[];
	/** The methods of a class, its constructor first. */
	readonly methods: readonly (Signature & { readonly name: string })[];
}

export interface ApiModule {
	readonly name: string;
	readonly words: readonly Block[];
	readonly examples: readonly Example[];
	readonly groups: readonly { readonly title: string; readonly symbols: readonly ApiSymbol[] }[];
}
