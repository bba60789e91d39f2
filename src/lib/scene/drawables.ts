import type { Evidence } from '../machines/evidence';
import type { Configuration } from '../machines/knobs';
import type { Packet, Protocol } from '../machines/packets';
import type { RuleId } from '../machines/rules';
import type { Connectivity } from '../sim/summary';
import type { Wait } from '../sim/waits';
import type { World } from '../sim/world';
import type { CloseUp } from './closeup/closeUp';
import type { RoomId } from './layout';
import type { Point } from './polyline';

/** What a packet looks like: its shape says the protocol; in an envelope the shape is inside. */
export interface Glyph {
	readonly shape: Exclude<Protocol, 'wireguard'> | 'handshake';
	/** How many envelopes are around it: 0 in the clear, 2 with multihop. */
	readonly envelopes: number;
}

/** A packet under way: its glyph, and where it is. */
export interface DrawnPacket extends Glyph {
	readonly key: number;
	readonly at: Point;
	/** In the clear although a VPN is meant to protect it. */
	readonly leaking: boolean;
	readonly name: string;
	readonly packet: Packet;
	/** The step that sent it on this way, for the inspector and for links. */
	readonly step: number;
}

/** A message that is no packet: a signal, a call, the return value of a send. */
export interface DrawnSlip {
	readonly key: number;
	readonly at: Point;
	readonly text: string;
	readonly tone: 'ok' | 'wait' | 'signal';
}

/** A room of the plate, and what its component is doing. */
export interface DrawnRoom {
	readonly id: RoomId;
	readonly name: string;
	readonly state: string;
	readonly details: readonly string[];
	/** Something has just happened here. */
	readonly active: boolean;
	/** It waits for somebody, or is part of the circle. */
	readonly waiting: boolean;
	/** How its last transition is known; null before the first. */
	readonly evidence: Evidence | null;
}

/** One sentence on what just happened and why, with its evidence. */
export interface Caption {
	readonly text: string;
	readonly evidence: Evidence | null;
	readonly source: string | null;
	readonly claims: readonly string[];
	readonly rule: RuleId | null;
	readonly refused: boolean;
	/** The step told of, or null before the first. */
	readonly step: number | null;
}

/** What is under way between two steps: it moves with every frame. */
export interface Flights {
	readonly packets: readonly DrawnPacket[];
	readonly slips: readonly DrawnSlip[];
}

/** Everything that plate and loupe show after a step, in words and values; no places, no markup. */
export interface Scene {
	readonly world: World;
	readonly atMs: number;
	readonly steps: number;
	readonly rooms: readonly DrawnRoom[];
	/** What the loupe shows. */
	readonly closeUp: CloseUp;
	/** Whether this moment is about the circle of who waits for whom: then the loupe’s rim is that circle. */
	readonly closesCircle: boolean;
	readonly tally: { readonly vanished: number; readonly leaked: number; readonly held: number };
	/** The flag as saved and as in force; null where there is none. */
	readonly flag: { readonly saved: boolean | null; readonly inForce: boolean | null };
	/** What is saved in Settings, and what the running session was started with. */
	readonly configurations: { readonly saved: Configuration | null; readonly running: Configuration | null };
	/** Which relay the tunnel process uses, and whether it is up. */
	readonly relay: { readonly index: number; readonly up: boolean };
	readonly connectivity: Connectivity;
	readonly locked: boolean;
	readonly waits: readonly Wait[];
	readonly circle: readonly Wait[] | null;
	readonly caption: Caption;
}
