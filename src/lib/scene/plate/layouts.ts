import { at, box, type Layout, type RoomId } from '../layout';
import type { Point, Rect } from '../polyline';
import { LOW, UPRIGHT, type InnerWire, type Outside, type PhonePlan } from './phonePlan';

type Placing = Pick<Layout, 'id' | 'width' | 'height' | 'loupe' | 'words' | 'street' | 'type' | 'glyph'> & {
	readonly plan: PhonePlan;
	readonly origin: Point;
	readonly scale: number;
	readonly outside: Readonly<Record<Outside, Rect>>;
	/** From the outer door to each of those outside, and between them. */
	readonly beyond: Readonly<
		Record<'accessPoint' | 'relay' | 'internet' | 'relayGateway' | 'relayInternet', readonly Point[]>
	>;
};

/** A plan at its place in a drawing. */
function layoutOf({ plan, origin, scale, outside, beyond, ...rest }: Placing): Layout {
	const point = ({ x, y }: Point): Point => ({ x: origin.x + x * scale, y: origin.y + y * scale });
	const rect = ({ x, y, width, height }: Rect): Rect => ({
		...point({ x, y }),
		width: width * scale,
		height: height * scale
	});
	const inner = Object.fromEntries(
		Object.entries(plan.wires).map(([id, points]): [string, readonly Point[]] => [id, points.map(point)])
	) as Record<InnerWire, readonly Point[]>;
	const wayOut = plan.wayOut.map(point);
	const [a, b] = plan.openings[1] ?? [0, 0];
	return {
		...rest,
		plan,
		origin,
		scale,
		building: rect(box(0, 0, plan.width, plan.height)),
		rooms: {
			...(Object.fromEntries(Object.entries(plan.rooms).map(([id, room]) => [id, rect(room)])) as Record<RoomId, Rect>),
			...outside
		},
		wires: {
			...inner,
			toAccessPoint: [...wayOut, ...beyond.accessPoint],
			toRelay: [...wayOut, ...beyond.relay],
			toInternet: [...wayOut, ...beyond.internet],
			relayGateway: beyond.relayGateway,
			relayInternet: beyond.relayInternet
		},
		doors: { utun: rect(box(plan.openingsAt, a, 6, b - a)), en0: rect(plan.en0) },
		mast: point(plan.mast),
		stack: rect(plan.stack),
		encryption: rect(plan.encryption),
		bay: rect(plan.bay),
		points: point(plan.points)
	};
}

/** Where the street lies under the upright phone, and its cable below. */
const GROUND = 696;
const CABLE = 716;

/** With the street: for a screen that is wider than high. The loupe is a circle over it. */
export const STREET: Layout = layoutOf({
	id: 'street',
	width: 1044,
	height: 768,
	plan: UPRIGHT,
	origin: at(8, 46),
	scale: 1,
	loupe: { outline: { kind: 'circle' }, at: at(726, 324), scale: 1.43 },
	words: 'all',
	street: { y: GROUND, from: 0, to: 1044 },
	type: { name: 15.5, state: 15.4 },
	glyph: 9,
	outside: {
		accessPoint: box(346, 636, 100, 112),
		relay: box(520, 636, 70, 112),
		gateway: box(590, 636, 130, 112),
		internet: box(940, 636, 100, 112)
	},
	beyond: {
		accessPoint: [at(396, 605), at(396, 660)],
		relay: [at(396, 605), at(396, CABLE), at(555, CABLE), at(555, 680)],
		internet: [at(396, 605), at(396, CABLE), at(990, CABLE), at(990, 680)],
		relayGateway: [at(580, 668), at(650, 668)],
		relayInternet: [at(555, 680), at(555, CABLE), at(990, CABLE), at(990, 680)]
	}
});

/** For a phone held upright, and for whatever is narrow: the loupe is a panel that lies on the plate. */
export const POCKET: Layout = layoutOf({
	id: 'pocket',
	width: 372,
	height: 546,
	plan: LOW,
	origin: at(2, 24),
	scale: 1,
	loupe: { outline: { kind: 'panel', width: 336, height: 292 }, at: at(185, 289), scale: 1 },
	words: 'all',
	street: null,
	type: { name: 13, state: 13 },
	glyph: 8,
	outside: {
		accessPoint: box(6, 504, 84, 40),
		relay: box(96, 504, 76, 40),
		gateway: box(178, 502, 104, 42),
		internet: box(290, 504, 76, 40)
	},
	beyond: {
		accessPoint: [at(371, 490), at(48, 490), at(48, 506)],
		relay: [at(371, 490), at(48, 490), at(48, 516), at(134, 516)],
		internet: [at(371, 490), at(328, 490), at(328, 506)],
		relayGateway: [at(150, 516), at(200, 516)],
		relayInternet: [at(134, 516), at(134, 500), at(328, 500), at(328, 506)]
	}
});

/** For two phones side by side, and for the lab: a small plate, and a panel beside it. */
export const HALF: Layout = layoutOf({
	id: 'half',
	width: 452,
	height: 452,
	plan: UPRIGHT,
	origin: at(4, 36),
	scale: 0.4,
	loupe: { outline: { kind: 'panel', width: 300, height: 400 }, at: at(295, 240), scale: 1 },
	words: 'few',
	street: null,
	type: { name: 13.5, state: 13.5 },
	glyph: 7,
	outside: {
		accessPoint: box(4, 326, 30, 30),
		relay: box(36, 326, 30, 30),
		gateway: box(68, 326, 30, 30),
		internet: box(100, 326, 30, 30)
	},
	beyond: {
		accessPoint: [at(131, 312), at(19, 312), at(19, 341)],
		relay: [at(131, 312), at(51, 312), at(51, 341)],
		internet: [at(131, 312), at(115, 312), at(115, 341)],
		relayGateway: [at(51, 341), at(83, 341)],
		relayInternet: [at(51, 341), at(51, 312), at(115, 312), at(115, 341)]
	}
});

/** For text that is read under it on a phone: a plate without words, one room lit, and a panel beside it. */
export const LOCATOR: Layout = layoutOf({
	id: 'locator',
	width: 366,
	height: 317,
	plan: UPRIGHT,
	origin: at(2, 66),
	scale: 0.165,
	loupe: { outline: { kind: 'panel', width: 300, height: 300 }, at: at(208, 156), scale: 1 },
	words: 'none',
	street: null,
	type: { name: 13, state: 13 },
	glyph: 4,
	outside: {
		accessPoint: box(2, 190, 13, 13),
		relay: box(17, 190, 13, 13),
		gateway: box(32, 190, 13, 13),
		internet: box(47, 190, 13, 13)
	},
	beyond: {
		accessPoint: [at(55, 182), at(8, 182), at(8, 196)],
		relay: [at(55, 182), at(23, 182), at(23, 196)],
		internet: [at(55, 182), at(53, 182), at(53, 196)],
		relayGateway: [at(23, 196), at(38, 196)],
		relayInternet: [at(23, 196), at(23, 182), at(53, 182), at(53, 196)]
	}
});

/** For the lab: the same, and over it how the network is reached. */
export const LAB: Layout = layoutOf({
	id: 'lab',
	width: 366,
	height: 339,
	plan: UPRIGHT,
	origin: at(2, 88),
	scale: 0.165,
	loupe: { outline: { kind: 'panel', width: 300, height: 300 }, at: at(208, 178), scale: 1 },
	words: 'none',
	street: null,
	type: { name: 13, state: 13 },
	glyph: 4,
	outside: {
		accessPoint: box(2, 212, 13, 13),
		relay: box(17, 212, 13, 13),
		gateway: box(32, 212, 13, 13),
		internet: box(47, 212, 13, 13)
	},
	beyond: {
		accessPoint: [at(55, 204), at(8, 204), at(8, 218)],
		relay: [at(55, 204), at(23, 204), at(23, 218)],
		internet: [at(55, 204), at(53, 204), at(53, 218)],
		relayGateway: [at(23, 218), at(38, 218)],
		relayInternet: [at(23, 218), at(23, 204), at(53, 204), at(53, 218)]
	}
});
