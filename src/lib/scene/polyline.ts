import { bisectLeft, cumsum, pairs } from 'd3-array';
import { path } from 'd3-path';

/** A place in a drawing, in its own units. */
export interface Point {
	readonly x: number;
	readonly y: number;
}

/** A box in a drawing, in its own units. */
export interface Rect {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export const centre = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });

const between = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

/** The point this far along a wire: 0 is its beginning, 1 its end. */
export function along(points: readonly Point[], t: number): Point {
	// How far it is along the wire to the end of each of its legs.
	const ends = cumsum(pairs(points, between));
	const far = (ends.at(-1) ?? 0) * Math.min(1, Math.max(0, t));
	const leg = bisectLeft(ends, far);
	const from = points[leg] ?? { x: 0, y: 0 };
	const to = points[leg + 1] ?? from;
	const length = between(from, to);
	const share = length > 0 ? (far - (ends[leg - 1] ?? 0)) / length : 0;
	return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** A wire as SVG path data, its corners rounded by this radius. */
export function wirePath(points: readonly Point[], radius = 10): string {
	const pen = path();
	points.forEach((point, i) => {
		const next = points[i + 1];
		const previous = points[i - 1];
		if (!previous) pen.moveTo(point.x, point.y);
		else if (!next) pen.lineTo(point.x, point.y);
		else
			pen.arcTo(
				point.x,
				point.y,
				next.x,
				next.y,
				Math.min(radius, between(previous, point) / 2, between(point, next) / 2)
			);
	});
	return pen.toString();
}
