import type { ComponentId } from '../machines/components';
import type { Outline } from './closeup/frame';
import type { PhonePlan } from './plate/phonePlan';
import type { Point, Rect } from './polyline';

/** The rooms of the phone and the houses outside. The person lives in none of them. */
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

/** Where the loupe lies, its middle in units of the drawing, and how much it is enlarged. */
export interface LoupePlace {
	readonly outline: Outline;
	readonly at: Point;
	readonly scale: number;
}

/** How many words the plate says: those of every room, those of rooms that take part, none. */
export type Wording = 'all' | 'few' | 'none';

/**
 * One way of laying out plate, street and loupe: places only, in units of one drawing. The plate is the same building in
 * all of them; what differs is its size, how much it says, and where the loupe lies.
 */
export interface Layout {
	readonly id: 'street' | 'pocket' | 'half' | 'locator' | 'lab';
	readonly width: number;
	readonly height: number;
	/** The phone’s plan, and where and how large it is drawn. */
	readonly plan: PhonePlan;
	readonly origin: Point;
	readonly scale: number;
	readonly building: Rect;
	readonly rooms: Readonly<Record<RoomId, Rect>>;
	readonly wires: Readonly<Record<WireId, readonly Point[]>>;
	readonly doors: { readonly utun: Rect; readonly en0: Rect };
	/** Where the mast stands on the roof. */
	readonly mast: Point;
	/** In the tunnel process: the userspace stack with its mux, and the place of encryption, where envelopes are filled. */
	readonly stack: Rect;
	readonly encryption: Rect;
	/** The bay of held packets, and the points in the kernel that every packet passes. */
	readonly bay: Rect;
	readonly points: Point;
	readonly loupe: LoupePlace;
	readonly words: Wording;
	/** Whether the street is drawn, with who is outside. */
	readonly street: { readonly y: number; readonly from: number; readonly to: number } | null;
	/** Sizes of type, in units of the drawing. */
	readonly type: { readonly name: number; readonly state: number };
	/** How large a packet is drawn on the plate. */
	readonly glyph: number;
}

/** A point, shortly. */
export const at = (x: number, y: number): Point => ({ x, y });
/** A rectangle, shortly. */
export const box = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height });
