import type { ComponentId } from '../machines/components';
import type { Point, Rect } from './polyline';

/** The rooms of the building and the houses outside. The person lives in none of them. */
export type RoomId = Exclude<ComponentId, 'person'>;

/** The wires. Every packet and every message travels one of them, forwards or backwards. */
export type WireId =
	| 'safari'
	| 'terminal'
	| 'push'
	| 'app'
	| 'updater'
	| 'utun'
	| 'ownVoice'
	| 'outer'
	| 'toAccessPoint'
	| 'toRelay'
	| 'toInternet'
	| 'relayGateway'
	| 'relayInternet'
	| 'sessionTunnel'
	| 'sessionApp'
	| 'sessionUpdater'
	| 'sessionKernel'
	| 'updaterApp';

/**
 * One way of laying out the one building: places only, the same rooms and wires in every layout. So layouts have the same
 * keys in the same order, and not one number in common that could be said once: each is drawn by hand for its own format.
 */
export interface Layout {
	readonly id: 'wide' | 'tall' | 'half';
	readonly width: number;
	readonly height: number;
	readonly building: Rect;
	/** The height of each floor’s slab, top down. */
	readonly floors: readonly number[];
	readonly rooms: Readonly<Record<RoomId, Rect>>;
	readonly wires: Readonly<Record<WireId, readonly Point[]>>;
	readonly doors: { readonly utun: Rect; readonly en0: Rect };
	/** Where the mast stands on the roof. */
	readonly mast: Point;
	/** In the tunnel process: the userspace stack with its mux, and the place of encryption, where envelopes are filled. */
	readonly stack: Rect;
	readonly encryption: Rect;
	/** In the kernel: the board that names the rule, the bay of held packets, the points that every packet passes. */
	readonly board: Rect;
	readonly bay: Rect;
	readonly points: Point;
	/** The arrows of who waits for whom, by who waits: from, bend, to, and where the words stand. */
	readonly waits: Readonly<Partial<Record<RoomId, readonly [Point, Point, Point, Point]>>>;
	/** The building without what is outside, for figures that stand side by side. */
	readonly indoors: Rect;
	/** Sizes of type, in units of the drawing. */
	readonly type: { readonly name: number; readonly state: number; readonly small: number };
	/** How large a packet is drawn. */
	readonly glyph: number;
}

/** A point, shortly. */
export const at = (x: number, y: number): Point => ({ x, y });
/** A rectangle, shortly. */
export const box = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height });
