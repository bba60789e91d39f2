import type { SideId, Wall } from '../closeup/walls';
import type { Layout } from '../layout';
import { centre, type Point, type Rect } from '../polyline';

/** What is enlarged, on the plate: the wall between two rooms side by side, or else the room of who asks. */
export function eyeOf(layout: Layout, { left, right }: Wall): { at: Point; radius: number } {
	const k = layout.scale;
	if (left === 'person' || left === 'environment') return { at: centre(spotOf(layout, right)), radius: 50 * k };
	if (left === 'tunnelProcess' && right === 'kernelRouter')
		return { at: { x: layout.origin.x + 159 * k, y: layout.origin.y + 374 * k }, radius: 66 * k };
	const [one, other] = [spotOf(layout, left), spotOf(layout, right)];
	const near = nearest(one, other);
	const apart = Math.hypot(near[0].x - near[1].x, near[0].y - near[1].y);
	const middle = { x: (near[0].x + near[1].x) / 2, y: (near[0].y + near[1].y) / 2 };
	return apart < 24 * k ? { at: middle, radius: 46 * k } : { at: centre(one), radius: 50 * k };
}

function spotOf(layout: Layout, side: SideId): Rect {
	if (side === 'bay') return layout.bay;
	if (side === 'outside' || side === 'person' || side === 'environment') return layout.doors.en0;
	return layout.rooms[side];
}

/** The points of two boxes that are nearest to each other. */
function nearest(a: Rect, b: Rect): [Point, Point] {
	const clamp = (v: number, low: number, high: number) => Math.min(Math.max(v, low), high);
	const inA = { x: clamp(centre(b).x, a.x, a.x + a.width), y: clamp(centre(b).y, a.y, a.y + a.height) };
	const inB = { x: clamp(inA.x, b.x, b.x + b.width), y: clamp(inA.y, b.y, b.y + b.height) };
	return [{ x: clamp(inB.x, a.x, a.x + a.width), y: clamp(inB.y, a.y, a.y + a.height) }, inB];
}
