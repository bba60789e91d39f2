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

/** The length of a wire through these points, in units of the drawing. */
export const lengthOf = (points: readonly Point[]): number =>
	points.slice(1).reduce((sum, point, i) => sum + between(points[i] ?? point, point), 0);

/** The point this far along a wire: 0 is its beginning, 1 its end. */
export function along(points: readonly Point[], t: number): Point {
	const origin = points[0] ?? { x: 0, y: 0 };
	let rest = lengthOf(points) * Math.min(1, Math.max(0, t));
	let from = origin;
	for (const to of points.slice(1)) {
		const leg = between(from, to);
		if (rest <= leg && leg > 0) {
			return { x: from.x + ((to.x - from.x) * rest) / leg, y: from.y + ((to.y - from.y) * rest) / leg };
		}
		rest -= leg;
		from = to;
	}
	return from;
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
