import type { Rect } from '../polyline';
import { widthOf } from '../type/widths';
import type { DrawnCloseUp } from './compose';
import type { Part, TextPart } from './parts';

/** The room that a part takes, and what it is, for people. */
interface Box extends Rect {
	readonly what: string;
	/** Words may not lie over this; lines and grounds may be crossed. */
	readonly isWords: boolean;
}

/** How high letters stand over their base line and hang under it, as shares of the type’s size. */
const ASCENT = 0.72;
const DESCENT = 0.2;

/**
 * The room that a line of words takes.
 * @param text the words
 * @returns a box in the units of the drawing
 */
export function textBox({ at, text, size, face, anchor }: TextPart): Rect {
	const width = widthOf(text, size, face);
	const x = anchor === 'start' ? at.x : anchor === 'end' ? at.x - width : at.x - width / 2;
	return { x, y: at.y - size * ASCENT, width, height: size * (ASCENT + DESCENT) };
}

const around = (at: { x: number; y: number }, width: number, height: number): Rect => ({
	x: at.x - width / 2,
	y: at.y - height / 2,
	width,
	height
});

function boxOf(part: Part): Box | null {
	switch (part.kind) {
		case 'text':
			return { ...textBox(part), what: `“${part.text}”`, isWords: true };
		case 'disc':
			return { ...around(part.at, part.radius * 2, part.radius * 2), what: `step ${part.number}`, isWords: true };
		case 'packet':
			return part.look === 'ghost'
				? null
				: { ...around(part.at, part.half * 1.6, part.half * 1.6), what: 'a packet', isWords: false };
		case 'crumble':
			return { ...around(part.at, part.half * 1.6, part.half * 1.6), what: 'a packet in pieces', isWords: false };
		case 'envelope':
			return { ...around(part.at, part.width, part.width * 0.64), what: 'an envelope', isWords: false };
		case 'slip':
			return { ...around(part.at, part.width, part.height), what: `the slip “${part.says.text}”`, isWords: true };
		case 'call':
			return { ...around(part.at, part.width, part.height), what: `the call “${part.says.text}”`, isWords: true };
		case 'sign':
			return { ...around(part.at, 22 * part.scale, 22 * part.scale), what: `the sign of ${part.sign}`, isWords: false };
		default:
			return null;
	}
}

/** The room that each part of a close-up takes, where nothing else may lie. */
const boxesOf = ({ parts }: DrawnCloseUp): Box[] => parts.map(boxOf).filter((box) => box !== null);

/** How much two boxes may share: letters do not fill theirs. */
const SLACK = 1;

const meet = (a: Rect, b: Rect): boolean =>
	a.x + SLACK < b.x + b.width &&
	b.x + SLACK < a.x + a.width &&
	a.y + SLACK < b.y + b.height &&
	b.y + SLACK < a.y + a.height;

/**
 * What is wrong with a close-up as it is laid out: words over words or over a packet, beyond the rim, or over the wall.
 * @param drawn the close-up, every part in its place
 * @returns one sentence for each fault
 */
export function faultsIn(drawn: DrawnCloseUp): string[] {
	const boxes = boxesOf(drawn);
	const faults: string[] = [];
	boxes.forEach((one, i) => {
		for (const other of boxes.slice(i + 1)) {
			if (!one.isWords && !other.isWords) continue;
			const slipAndItsNumber = one.what.startsWith('the slip') && other.what.startsWith('step');
			if (!slipAndItsNumber && meet(one, other)) faults.push(`${one.what} and ${other.what} lie over each other`);
		}
		if (isBeyondRim(drawn, one)) faults.push(`${one.what} is beyond the rim`);
		if (one.isWords && isOverWall(drawn, one)) faults.push(`${one.what} lies over the wall`);
	});
	return faults;
}

/** No words come nearer to the rim than this. */
const RIM = 2;

function isBeyondRim({ frame }: DrawnCloseUp, { x, y, width, height, isWords }: Rect & Pick<Box, 'isWords'>): boolean {
	const gap = isWords ? RIM : 0;
	const corners = [x, x + width].flatMap((cx) => [y, y + height].map((cy) => [cx, cy] as const));
	if (frame.outline.kind === 'circle') return corners.some(([cx, cy]) => Math.hypot(cx, cy) > frame.halfWidth - gap);
	return corners.some(([cx, cy]) => Math.abs(cx) > frame.halfWidth - gap || Math.abs(cy) > frame.halfHeight - gap);
}

/** Half the wall, with its lintels. */
const WALL = 11;

const isOverWall = ({ frame }: DrawnCloseUp, { x, y, width }: Rect): boolean =>
	y < frame.floor - 4 && x < WALL - SLACK && x + width > SLACK - WALL;
