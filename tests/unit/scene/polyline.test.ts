/** Places along a wire, and its path. */
import { describe, expect, test } from 'vitest';
import { along, wirePath } from '../../../src/lib/scene/polyline.ts';

const CORNER = [
	{ x: 0, y: 0 },
	{ x: 30, y: 0 },
	{ x: 30, y: 10 }
];

describe('along a wire', () => {
	test.each([
		[0, { x: 0, y: 0 }],
		[0.25, { x: 10, y: 0 }],
		[0.75, { x: 30, y: 0 }],
		[0.875, { x: 30, y: 5 }],
		[1, { x: 30, y: 10 }]
	])('at %d of its length, over all of its legs', (t, point) => {
		expect(along(CORNER, t)).toEqual(point);
	});

	test('nothing is before its beginning or behind its end', () => {
		expect([along(CORNER, -1), along(CORNER, 2)]).toEqual([CORNER[0], CORNER[2]]);
	});

	test('a leg without length does no harm', () => {
		const [first, ...rest] = CORNER;
		const doubled = [first, first, ...rest, ...rest.slice(-1)].flatMap((point) => point ?? []);
		for (const t of [0, 0.3, 0.75, 1]) expect(along(doubled, t)).toEqual(along(CORNER, t));
	});

	test('of one point or none there is one place', () => {
		expect(along([{ x: 3, y: 4 }], 0.5)).toEqual({ x: 3, y: 4 });
		expect(along([], 0.5)).toEqual({ x: 0, y: 0 });
	});
});

test('the path of a wire has round corners, no larger than half a leg', () => {
	const rounded = wirePath(CORNER).replace(/\d+\.\d+/g, (number) => String(Math.round(Number(number))));
	expect(rounded).toBe('M0,0L25,0A5,5,0,0,1,30,5L30,10');
});
