import type { Point } from '../polyline';

/** The outline of a close-up: a circle where there is one, a panel with round corners where room is dear. */
export type Outline =
	{ readonly kind: 'circle' } | { readonly kind: 'panel'; readonly width: number; readonly height: number };

/** Sizes of type in a close-up, in its units. */
export interface CloseUpType {
	readonly name: number;
	readonly line: number;
	readonly step: number;
	readonly result: number;
	readonly cause: number;
	readonly evidence: number;
	readonly slip: number;
	readonly strip: number;
	readonly number: number;
	readonly disc: number;
}

const CIRCLE_TYPE: CloseUpType = {
	name: 17,
	line: 14,
	step: 14.5,
	result: 25,
	cause: 15.5,
	evidence: 13,
	slip: 20,
	strip: 13,
	number: 13,
	disc: 9.5
};
const PANEL_TYPE: CloseUpType = {
	name: 15.5,
	line: 13,
	step: 13.5,
	result: 21,
	cause: 14,
	evidence: 13,
	slip: 16.5,
	strip: 13,
	number: 13,
	disc: 9
};

/** The radius of a circle, in the units of a close-up. */
export const RADIUS = 210;
/** Where the scene begins and where the floor is, in the units of a circle. */
const TOP = -92;
const FLOOR = 108;
/** From the floor of a panel to its lower edge, and from its upper edge to the scene. */
const PANEL_FOOT = 66;
const PANEL_HEAD = 64;

/** How the units of a close-up lie in an outline. Everything is placed in the units of the circle; a panel squeezes them. */
export interface Frame {
	readonly outline: Outline;
	readonly halfWidth: number;
	readonly halfHeight: number;
	/** The upper end of the scene, and the floor under it. */
	readonly top: number;
	readonly floor: number;
	readonly x: (x: number) => number;
	readonly y: (y: number) => number;
	/** How glyphs are scaled. */
	readonly scale: number;
	readonly type: CloseUpType;
	/** Half the room that there is for words at this height, from the middle to the rim. */
	readonly reach: (y: number) => number;
}

/** No words come nearer to the rim than this. */
const RIM = 6;

/**
 * How a close-up lies in an outline.
 * @param outline a circle, or a panel of this size
 * @returns where its units come to lie, and the sizes of its type
 */
export function frameOf(outline: Outline): Frame {
	if (outline.kind === 'circle') {
		return {
			outline,
			halfWidth: RADIUS,
			halfHeight: RADIUS,
			top: TOP,
			floor: FLOOR,
			x: (x) => x,
			y: (y) => y,
			scale: 1,
			type: CIRCLE_TYPE,
			reach: (y) => Math.sqrt(Math.max(0, (RADIUS - RIM) ** 2 - y ** 2))
		};
	}
	const [halfWidth, halfHeight] = [outline.width / 2, outline.height / 2];
	const top = -halfHeight + PANEL_HEAD;
	const floor = halfHeight - PANEL_FOOT;
	const across = (halfWidth - 4) / 203;
	const down = (floor - top) / (FLOOR - TOP);
	return {
		outline,
		halfWidth,
		halfHeight,
		top,
		floor,
		x: (x) => x * across,
		y: (y) => top + (y - TOP) * down,
		scale: Math.min(1, Math.max(0.62, Math.min(across, down))),
		type: PANEL_TYPE,
		reach: () => halfWidth - RIM
	};
}

/** A point of the circle’s units in a frame. */
export const placed = (frame: Frame, x: number, y: number): Point => ({ x: frame.x(x), y: frame.y(y) });
