/**
 * What has to hold of every picture on the playground, measured in the page: geometry and not pixels, since each machine
 * draws letters a little differently.
 */
import type { Page } from '@playwright/test';

/** What is wrong with a picture: the id of its fixture, and a sentence. */
export type Fault = `${string}: ${string}`;

export interface Limits {
	/** The smallest type that anybody has to read, in px on the screen: in drawings, and elsewhere. */
	readonly drawn: number;
	readonly written: number;
}

/** Looks at every fixture of the playground as it is laid out now. */
export const faultsOfPictures = (page: Page, limits: Limits): Promise<Fault[]> => page.evaluate(measure, limits);

/** Runs in the page, and so stands for itself. */
function measure({ drawn, written }: Limits): Fault[] {
	/** What the box of a letter may stick out without any of its ink doing so, in px. */
	const SLACK = 2;
	type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;
	interface Words {
		readonly text: string;
		readonly parent: Element;
		/** In px on the screen. */
		readonly size: number;
		/** All of a line, and as much of it as can be seen. */
		readonly box: Box;
		readonly seen: Box;
	}
	interface Style {
		readonly clips: boolean;
		readonly scrolls: boolean;
		readonly ellipsis: boolean;
		readonly plate: boolean;
		readonly box: Box;
	}

	const styles = new Map<Element, Style>();
	/** What an element does to what is in it: asked for once. */
	function styleOf(element: Element): Style {
		const known = styles.get(element);
		if (known) return known;
		const { overflowX, overflowY, textOverflow, position } = getComputedStyle(element);
		const overflow = `${overflowX} ${overflowY}`;
		const made = {
			clips: overflow !== 'visible visible' && !(element instanceof SVGElement && element.localName !== 'svg'),
			scrolls: /auto|scroll/.test(overflow),
			ellipsis: textOverflow === 'ellipsis',
			plate: position === 'sticky',
			box: element.getBoundingClientRect()
		};
		styles.set(element, made);
		return made;
	}
	const around = (element: Element, until: Element): Element[] => {
		const found = [];
		for (let each: Element | null = element; each && each !== until; each = each.parentElement) found.push(each);
		return found;
	};
	const meet = (one: Box, other: Box): Box => ({
		left: Math.max(one.left, other.left),
		right: Math.min(one.right, other.right),
		top: Math.max(one.top, other.top),
		bottom: Math.min(one.bottom, other.bottom)
	});
	const inside = (inner: Box, outer: Box) =>
		inner.left >= outer.left - SLACK &&
		inner.right <= outer.right + SLACK &&
		inner.top >= outer.top - SLACK &&
		inner.bottom <= outer.bottom + SLACK;
	const touch = (one: Box, other: Box, slack: number) => {
		const { left, right, top, bottom } = meet(one, other);
		return right - left > slack && bottom - top > slack;
	};

	/** What scrolls, and can be reached with Tab then, where a fixture is wider than there is room. */
	const frameOf = (content: Element): HTMLElement => content.parentElement as HTMLElement;

	/** The size of letters on the screen: a drawing is scaled. */
	const sizeOf = (element: Element) =>
		Number.parseFloat(getComputedStyle(element).fontSize) *
		(element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1);

	/** Every line of words that can be seen in a place, as it lies on the screen. */
	function wordsIn(place: Element): Words[] {
		const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
		const range = document.createRange();
		const found: Words[] = [];
		while (walker.nextNode()) {
			const node = walker.currentNode as Text;
			const parent = node.parentElement;
			const text = node.data.trim();
			// Arrows and ticks are signs, not words.
			if (!/[\p{L}\p{N}]/u.test(text) || !parent || parent.closest('option, [popover]:not(:popover-open)')) continue;
			if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
			const outer = around(parent, place).map(styleOf);
			range.selectNodeContents(node);
			for (const box of range.getClientRects()) {
				const seen = outer.filter(({ clips }) => clips).reduce((part, each) => meet(part, each.box), box as Box);
				// What is only heard is one px wide.
				if (seen.right - seen.left > 1 && seen.bottom - seen.top > 1)
					found.push({ text: `“${text.slice(0, 40)}”`, parent, size: sizeOf(parent), box, seen });
			}
		}
		return found;
	}

	/** What is wrong with a line in a drawing: it is cut by the picture’s edge, or by that of the box around it. */
	function* faultsInDrawing({ text, box, parent }: Words, svg: SVGSVGElement): Generator<string> {
		// A drawing may be framed so that a part of it is outside; what is partly in the frame is cut.
		if (!inside(box, svg.getBoundingClientRect())) yield `${text} is cut by the edge of its picture`;
		for (const rect of parent.closest('text')?.parentElement?.children ?? []) {
			if (rect.localName !== 'rect') continue;
			const room = rect.getBoundingClientRect();
			if (touch(box, room, SLACK) && !inside(box, room)) yield `${text} crosses the edge of its box`;
		}
	}
	/** What is wrong with a line on the page: it is cut, and neither scrolls nor ends in dots. */
	function* faultsOnPage({ text, box, parent }: Words, content: Element): Generator<string> {
		const outer = around(parent, content).map(styleOf);
		const frame = frameOf(content);
		if (outer.some(({ scrolls, ellipsis }) => scrolls || ellipsis)) return;
		if (outer.some((each) => each.clips && !inside(box, each.box))) yield `${text} is cut`;
		else if (frame.tabIndex < 0 && !inside(box, frame.getBoundingClientRect())) yield `${text} leaves its frame`;
	}
	/** Shapes that are drawn beyond the edge of a picture that is meant to hold all of them: one that is framed is not. */
	function* shapesBeyond(svg: SVGSVGElement): Generator<string> {
		const picture = svg.getBoundingClientRect();
		const isFramed = svg.matches('.framed');
		if (isFramed || !svg.matches('[role]') || picture.width === 0) return;
		for (const shape of svg.querySelectorAll('path, rect, circle, line, polygon')) {
			// What is clipped is drawn no further than its clip.
			if (shape.closest('defs, clipPath, foreignObject, [clip-path]') || inside(shape.getBoundingClientRect(), picture))
				continue;
			yield `a ${shape.localName} (${shape.parentElement?.getAttribute('class') ?? ''}) leaves its picture`;
		}
	}
	/** Lines that lie over each other. What sticks to an edge covers what scrolls under it, and a plate what it is laid on. */
	function* overlaps(words: readonly Words[], content: Element): Generator<string> {
		const isLaidOver = ({ parent }: Words) =>
			around(parent, content).some((each) => styleOf(each).plate || each.matches('.moving, .tags, [role=dialog]'));
		const flat = words.filter((each) => !isLaidOver(each)).sort((a, b) => a.seen.top - b.seen.top);
		for (const [at, one] of flat.entries()) {
			for (let next = at + 1; next < flat.length; next++) {
				const other = flat[next];
				if (!other || other.seen.top >= one.seen.bottom) break;
				const slack = 0.35 * Math.min(one.size, other.size);
				if (one.parent !== other.parent && touch(one.seen, other.seen, slack))
					yield `${one.text} and ${other.text} overlap`;
			}
		}
	}

	function* faultsOf(content: Element): Generator<string> {
		const words = wordsIn(content);
		const drawings = [...content.querySelectorAll('svg')];
		if (words.length === 0 && drawings.length === 0 && !content.querySelector('input, select')) yield 'is empty';
		const frame = frameOf(content);
		if (frame.scrollWidth > frame.clientWidth + 1 && frame.tabIndex < 0)
			yield `is ${frame.scrollWidth - frame.clientWidth} px wider than its frame`;
		for (const line of words) {
			const svg = line.parent.closest('foreignObject') ? null : line.parent.closest('svg');
			const least = svg ? drawn : written;
			if (line.size < least - 0.01) yield `${line.text} is set in ${line.size.toFixed(1)} px, under ${least}`;
			yield* svg ? faultsInDrawing(line, svg) : faultsOnPage(line, content);
		}
		for (const svg of drawings) yield* shapesBeyond(svg);
		yield* overlaps(words, content);
	}

	return [...document.querySelectorAll('article')].flatMap((fixture) => {
		const content = fixture.querySelector('[data-content]');
		return [...(content ? faultsOf(content) : ['has no frame'])].map((sentence): Fault => `${fixture.id}: ${sentence}`);
	});
}
