/** The ways of laying out the one plate: different places, the same house. */
import { describe, expect, test } from 'vitest';
import type { Layout, RoomId, WireId } from '../../../src/lib/scene/layout.ts';
import { HALF, LAB, LOCATOR, POCKET, STREET } from '../../../src/lib/scene/plate/layouts.ts';
import type { Point, Rect } from '../../../src/lib/scene/polyline.ts';

const OUTSIDE: readonly RoomId[] = ['accessPoint', 'relay', 'gateway', 'internet'];
const holds = (outer: Rect, inner: Rect) =>
	inner.x >= outer.x &&
	inner.y >= outer.y &&
	inner.x + inner.width <= outer.x + outer.width &&
	inner.y + inner.height <= outer.y + outer.height;
const meet = (a: Rect, b: Rect) =>
	a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
/** What a plan loses when it is scaled. */
const NEAR = 1e-6;
const touches = (room: Rect, { x, y }: Point) =>
	x >= room.x - NEAR && x <= room.x + room.width + NEAR && y >= room.y - NEAR && y <= room.y + room.height + NEAR;
const spot = ({ x, y }: Point): Rect => ({ x, y, width: 0, height: 0 });

/** Between which rooms a wire runs. */
const ENDS: Record<WireId, readonly [RoomId, RoomId]> = {
	safari: ['safari', 'kernelRouter'],
	terminal: ['terminal', 'kernelRouter'],
	push: ['pushNotifications', 'kernelRouter'],
	app: ['mainApp', 'kernelRouter'],
	updater: ['appStoreUpdater', 'kernelRouter'],
	utun: ['kernelRouter', 'tunnelProcess'],
	ownVoice: ['tunnelProcess', 'kernelRouter'],
	outer: ['tunnelProcess', 'kernelRouter'],
	toAccessPoint: ['kernelRouter', 'accessPoint'],
	toRelay: ['kernelRouter', 'relay'],
	toInternet: ['kernelRouter', 'internet'],
	relayGateway: ['relay', 'gateway'],
	relayInternet: ['relay', 'internet'],
	sessionTunnel: ['sessionManager', 'tunnelProcess'],
	sessionApp: ['sessionManager', 'mainApp'],
	sessionUpdater: ['sessionManager', 'appStoreUpdater'],
	sessionKernel: ['sessionManager', 'kernelRouter'],
	updaterApp: ['appStoreUpdater', 'mainApp']
};

describe.each([STREET, POCKET, HALF, LOCATOR, LAB] as Layout[])('$id', (layout) => {
	const rooms = Object.entries(layout.rooms) as [RoomId, Rect][];

	test('has every room where it belongs, in the building or outside, and none over another', () => {
		for (const [id, room] of rooms) {
			expect(OUTSIDE.includes(id) ? !meet(layout.building, room) : holds(layout.building, room), id).toBe(true);
			expect(
				rooms.filter(([other, its]) => other !== id && meet(room, its)).map(([other]) => other),
				id
			).toEqual([]);
		}
	});

	test('has the points in the kernel router, and the stack and the encryption in the tunnel process', () => {
		const { kernelRouter, tunnelProcess } = layout.rooms;
		expect(holds(kernelRouter, spot(layout.points))).toBe(true);
		for (const inner of [layout.stack, layout.encryption]) expect(holds(tunnelProcess, inner)).toBe(true);
		expect(meet(layout.stack, layout.encryption)).toBe(false);
	});

	test.each(Object.entries(ENDS) as [WireId, (typeof ENDS)[WireId]][])(
		'leads the wire %s from the one room to the other',
		(id, [from, to]) => {
			const wire = layout.wires[id];
			expect(touches(layout.rooms[from], wire[0] as Point)).toBe(true);
			expect(touches(layout.rooms[to], wire.at(-1) as Point)).toBe(true);
		}
	);

	test('leads what leaves the phone through the door en0, and what enters the tunnel through utun', () => {
		const passes = (door: Rect, wire: readonly Point[]) =>
			wire.some((end, at) => at > 0 && meet(door, between(wire[at - 1] as Point, end)));
		expect(passes(layout.doors.en0, layout.wires.toAccessPoint)).toBe(true);
		expect(passes(layout.doors.utun, layout.wires.utun)).toBe(true);
	});
});

/** A stretch of wire as a rectangle of no breadth. */
const between = (a: Point, b: Point): Rect => ({
	x: Math.min(a.x, b.x),
	y: Math.min(a.y, b.y),
	width: Math.abs(a.x - b.x),
	height: Math.abs(a.y - b.y)
});
