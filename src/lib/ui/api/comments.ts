import type { JSONOutput } from 'typedoc';
import type { Block, Piece } from './apiPage';
import type { Links } from './typePieces';

type Part = JSONOutput.CommentDisplayPart;

const FENCE = /^```\w*\n([\s\S]*?)\n?```$/;

/** The tags of a docstring that are called so, in order. */
export const blockTags = (comment: JSONOutput.Comment | undefined, tag: `@${string}`): JSONOutput.CommentTag[] =>
	(comment?.blockTags ?? []).filter((block) => block.tag === tag);

/** The words of a docstring as paragraphs and listings. A line break inside a paragraph is a space; an empty line ends it. */
export function blocksOf(parts: readonly Part[] = [], links: Links): Block[] {
	const blocks: Block[] = [];
	let paragraph: Piece[] = [];
	const end = () => {
		if (paragraph.some((piece) => typeof piece !== 'string' || piece.trim() !== '')) blocks.push({ pieces: paragraph });
		paragraph = [];
	};
	for (const part of parts) {
		const [, listing] = part.kind === 'code' ? (FENCE.exec(part.text) ?? []) : [];
		if (listing !== undefined) {
			end();
			blocks.push({ listing });
		} else if (part.kind === 'text') {
			part.text.split(/\n\s*\n/).forEach((text, i) => {
				if (i > 0) end();
				paragraph.push(text.replace(/\s*\n\s*/g, ' '));
			});
		} else paragraph.push(pieceOf(part, links));
	}
	end();
	return blocks;
}

function pieceOf(part: Part, links: Links): Piece {
	if (part.kind === 'code') return { code: part.text.replace(/^`+|`+$/g, '') };
	const target = 'target' in part && typeof part.target === 'number' ? links.byId.get(part.target) : undefined;
	return target ? { symbol: target } : { code: part.text };
}
