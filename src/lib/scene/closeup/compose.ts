import { isTunnelWall } from './walls';
import type { CloseUp } from './closeUp';
import { frameOf, type Frame, type Outline } from './frame';
import { drawBay } from './bay';
import { drawOneDoor } from './oneDoor';
import type { Part } from './parts';
import { Pen } from './pen';
import { drawTunnelWall } from './tunnelWall';
import { evenLinesOf } from '../type/widths';

/** An opening in the wall, from its upper to its lower end, in the units of the frame. */
export type Opening = readonly [number, number];

/** A close-up with everything in its place, in units from its centre. */
export interface DrawnCloseUp {
	readonly frame: Frame;
	readonly openings: readonly Opening[];
	readonly parts: readonly Part[];
}

/** The openings of a wall, in the units of the circle: own socket, utun4, to the relay; or one door. */
const TUNNEL_OPENINGS = [
	[-86, -34],
	[-20, 32],
	[46, 98]
] as const;
const DOOR = [[-84, 2]] as const;

/** Where head lines begin, from the wall, and where the head of a circle stands. */
const HEAD = 16;

/**
 * Gives everything in a close-up its place.
 * @param closeUp the moment
 * @param outline circle or panel
 * @returns parts that can be drawn, and the openings of the wall
 */
export function drawCloseUp(closeUp: CloseUp, outline: Outline): DrawnCloseUp {
	const frame = frameOf(outline);
	const pen = new Pen(frame);
	const atTunnel = isTunnelWall(closeUp.wall);
	if (atTunnel) drawTunnelWall(pen, closeUp);
	else if (closeUp.wall.left === 'bay') drawBay(pen, closeUp);
	else drawOneDoor(pen, closeUp);
	drawHeads(pen, closeUp);
	drawFloor(pen, closeUp);
	const openings = (atTunnel ? TUNNEL_OPENINGS : DOOR).map(([a, b]): Opening => [frame.y(a), frame.y(b)]);
	return { frame, openings, parts: pen.parts };
}

function drawHeads(pen: Pen, { left, right }: CloseUp): void {
	const { type, outline, halfHeight } = pen.frame;
	const two = Math.max(left.lines.length, right.lines.length) > 1;
	const first = outline.kind === 'circle' ? (two ? -143 : -130) : -halfHeight + 22;
	const lineHeight = type.line * 1.2;
	for (const [chamber, x, anchor] of [
		[left, -HEAD, 'end'],
		[right, HEAD, 'start']
	] as const) {
		pen.put(x, first, chamber.name, { size: type.name, face: 'bold', anchor });
		chamber.lines.forEach(({ text, tone }, i) => {
			const face = !chamber.isRules ? 'italic' : tone === 'mute' ? 'sans' : 'semibold';
			pen.put(x, first + type.line * 1.34 + i * lineHeight, text, { size: type.line, face, anchor, tone });
		});
	}
}

/** Why, and how that is known: on the floor. */
function drawFloor(pen: Pen, { cause, evidence }: CloseUp): void {
	const { type, floor, outline, reach } = pen.frame;
	const circle = outline.kind === 'circle';
	const first = floor + (circle ? 27 : 22);
	const lineHeight = type.cause * 1.22;
	const most = 2 * reach(first + lineHeight) - 12;
	const lines = evenLinesOf(cause, most, type.cause, 'semibold');
	lines.forEach((line, i) =>
		pen.put(0, first + i * lineHeight, line, { size: type.cause, face: 'semibold', anchor: 'middle' })
	);
	const y = first + (lines.length - 1) * lineHeight + (circle ? 21 : 17);
	if (evidence) pen.evidenceWord(y, evidence);
}
