import type { RoomId, WireId } from '../layout';
import { at, box } from '../layout';
import type { Point, Rect } from '../polyline';

/** A wall or a slab between rooms, cut open. */
export type Cut = Rect;

/**
 * The phone in cross-section, from its upper left corner: where its rooms, walls and doors are. There are two plans of
 * the one building, as high and as low as the screen: the same rooms, in the same order, side by side with the same.
 */
export interface PhonePlan {
	readonly id: 'upright' | 'low';
	readonly width: number;
	readonly height: number;
	/** Radius of the outer corners, and how thick the outer wall is. */
	readonly corner: number;
	readonly wall: number;
	readonly rooms: Readonly<Record<Exclude<RoomId, Outside>, Rect>>;
	readonly bay: Rect;
	/** Beside the waiting bay, where the way leads to the outer door. */
	readonly hall: Rect;
	readonly cuts: readonly Cut[];
	/** The gate of the waiting bay, the outer door, and the three openings between tunnel process and kernel router. */
	readonly gate: Rect;
	readonly en0: Rect;
	readonly openings: readonly (readonly [number, number])[];
	readonly openingsAt: number;
	readonly wires: Readonly<Record<InnerWire, readonly Point[]>>;
	/** Where what leaves the phone begins, and comes to its outer door. */
	readonly wayOut: readonly Point[];
	readonly points: Point;
	readonly stack: Rect;
	readonly encryption: Rect;
	readonly mast: Point;
	/** The way of the pipe inside the phone, from the tunnel process to the outer door. */
	readonly pipe: readonly Point[];
}

/** Who is outside the phone. */
export type Outside = 'accessPoint' | 'relay' | 'gateway' | 'internet';
/** The wires that stay inside. */
export type InnerWire = Exclude<WireId, 'toAccessPoint' | 'toRelay' | 'toInternet' | 'relayGateway' | 'relayInternet'>;

/** Upright, as a phone is held: for the plate beside or under its loupe. */
export const UPRIGHT: PhonePlan = {
	id: 'upright',
	width: 318,
	height: 650,
	corner: 46,
	wall: 16,
	rooms: {
		safari: box(16, 58, 92, 92),
		terminal: box(114, 58, 90, 92),
		pushNotifications: box(210, 58, 92, 92),
		mainApp: box(16, 158, 92, 92),
		appStoreUpdater: box(114, 158, 90, 92),
		sessionManager: box(210, 158, 92, 92),
		tunnelProcess: box(16, 260, 140, 240),
		kernelRouter: box(162, 260, 140, 240)
	},
	bay: box(16, 510, 140, 124),
	hall: box(162, 510, 140, 124),
	cuts: [
		box(14, 50, 290, 8),
		box(14, 150, 290, 8),
		box(14, 250, 290, 10),
		box(14, 500, 290, 10),
		box(108, 58, 6, 92),
		box(204, 58, 6, 92),
		box(108, 158, 6, 92),
		box(204, 158, 6, 92),
		box(156, 510, 6, 26),
		box(156, 582, 6, 56)
	],
	gate: box(156.5, 536, 5, 46),
	en0: box(302, 532, 16, 54),
	openings: [
		[345, 361],
		[366, 382],
		[386, 403]
	],
	openingsAt: 156,
	wires: {
		safari: [at(62, 150), at(62, 154), at(207, 154), at(207, 260)],
		terminal: [at(159, 150), at(159, 154), at(207, 154), at(207, 260)],
		push: [at(256, 150), at(256, 154), at(207, 154), at(207, 260)],
		app: [at(62, 250), at(62, 255), at(192, 255), at(192, 260)],
		updater: [at(159, 250), at(159, 255), at(199, 255), at(199, 260)],
		utun: [at(162, 374), at(156, 374)],
		ownVoice: [at(156, 353), at(162, 353)],
		outer: [at(156, 394), at(162, 394)],
		sessionTunnel: [at(222, 250), at(222, 255), at(102, 255), at(102, 260)],
		sessionApp: [at(240, 158), at(240, 154), at(62, 154), at(62, 158)],
		sessionUpdater: [at(210, 204), at(204, 204)],
		sessionKernel: [at(256, 250), at(256, 260)],
		updaterApp: [at(114, 204), at(108, 204)]
	},
	wayOut: [at(284, 500), at(284, 559), at(318, 559)],
	points: at(236, 350),
	stack: box(26, 300, 76, 60),
	encryption: box(26, 376, 76, 60),
	mast: at(34, 0),
	pipe: [at(163, 394), at(284, 394), at(284, 559), at(320, 559)]
};

/** Low, for a narrow screen: its loupe lies over the ground of tunnel process and kernel router. */
export const LOW: PhonePlan = {
	id: 'low',
	width: 366,
	height: 476,
	corner: 37,
	wall: 11,
	rooms: {
		safari: box(11, 11, 112, 44),
		terminal: box(127, 11, 112, 44),
		pushNotifications: box(243, 11, 112, 44),
		mainApp: box(11, 60, 112, 44),
		appStoreUpdater: box(127, 60, 112, 44),
		sessionManager: box(243, 60, 112, 44),
		tunnelProcess: box(11, 110, 169, 310),
		kernelRouter: box(186, 110, 169, 310)
	},
	bay: box(11, 426, 170, 39),
	hall: box(186, 426, 169, 39),
	cuts: [
		box(9, 55, 348, 5),
		box(9, 104, 348, 6),
		box(9, 420, 348, 6),
		box(123, 11, 4, 44),
		box(239, 11, 4, 44),
		box(123, 60, 4, 44),
		box(239, 60, 4, 44)
	],
	gate: box(181, 427, 5, 37),
	en0: box(355, 431, 11, 26),
	openings: [
		[232, 248],
		[257, 273],
		[282, 298]
	],
	openingsAt: 180,
	wires: {
		safari: [at(67, 55), at(67, 57), at(241, 57), at(241, 110)],
		terminal: [at(183, 55), at(183, 57), at(241, 57), at(241, 110)],
		push: [at(299, 55), at(299, 57), at(241, 57), at(241, 110)],
		app: [at(67, 104), at(67, 107), at(230, 107), at(230, 110)],
		updater: [at(183, 104), at(183, 107), at(235, 107), at(235, 110)],
		utun: [at(186, 265), at(180, 265)],
		ownVoice: [at(180, 240), at(186, 240)],
		outer: [at(180, 290), at(186, 290)],
		sessionTunnel: [at(257, 104), at(257, 107), at(97, 107), at(97, 110)],
		sessionApp: [at(280, 60), at(280, 57), at(67, 57), at(67, 60)],
		sessionUpdater: [at(243, 82), at(239, 82)],
		sessionKernel: [at(299, 104), at(299, 110)],
		updaterApp: [at(127, 82), at(123, 82)]
	},
	wayOut: [at(252, 420), at(252, 444), at(366, 444)],
	points: at(252, 265),
	stack: box(40, 200, 90, 60),
	encryption: box(40, 270, 90, 60),
	mast: at(40, 0),
	pipe: [at(252, 412), at(252, 444), at(369, 444)]
};
