import type { Evidence } from '../../machines/evidence';
import type { RoomId } from '../layout';
import type { Point } from '../polyline';
import type { Face } from '../type/widths';

/** What a colour of the drawing means; a theme says what it looks like. */
export type Tone = 'ink' | 'mute' | 'red' | 'blue' | 'leaf';

/** The shape of a packet: its protocol. */
export type Shape = 'icmp' | 'tcp' | 'udp' | 'handshake';

/** How a packet is drawn: whole, as an outline for what is let through, answered, leaking, or not coming at all. */
export type PacketLook = 'ink' | 'outline' | 'blue' | 'red' | 'ghost' | 'sealed';

/** What a small drawing shows: a room’s own sign, or something that has none. */
export type Sign = RoomId | 'clock' | 'lock' | 'page' | 'person' | 'key';

/** A line of words, by the left end, middle or right end of its base line. */
export interface TextPart {
	readonly kind: 'text';
	readonly at: Point;
	readonly text: string;
	readonly size: number;
	readonly face: Face;
	readonly anchor: 'start' | 'middle' | 'end';
	readonly tone: Tone;
}

/** One thing that is drawn in a close-up, in its units, from its centre. Nothing else is drawn there. */
export type Part =
	| TextPart
	/** A black disc with a number: a step of the sentence that the close-up says. */
	| {
			readonly kind: 'disc';
			readonly at: Point;
			readonly radius: number;
			readonly number: number;
			readonly size: number;
	  }
	| {
			readonly kind: 'packet';
			readonly at: Point;
			/** Half its diagonal. */
			readonly half: number;
			readonly shape: Shape;
			readonly look: PacketLook;
			readonly sign?: Sign;
			readonly answered?: boolean;
	  }
	/** A packet that falls to pieces: its near part stands, the far part is dust. */
	| {
			readonly kind: 'crumble';
			readonly at: Point;
			readonly half: number;
			readonly shape: Shape;
			readonly reach: number;
	  }
	| {
			readonly kind: 'envelope';
			readonly at: Point;
			readonly width: number;
			readonly open: boolean;
			readonly holds: Shape | 'envelope' | null;
	  }
	| {
			readonly kind: 'path';
			readonly points: readonly Point[];
			readonly tone: Tone;
			readonly width: number;
			readonly dash?: string;
			readonly arrow?: boolean;
			readonly opacity?: number;
	  }
	| {
			readonly kind: 'pipe';
			readonly points: readonly Point[];
			readonly width: number;
			readonly fill: 'full' | 'hollow';
	  }
	/** A slip of paper that is handed to a sender, with the name of who speaks on a black strip. */
	| {
			readonly kind: 'slip';
			readonly at: Point;
			readonly width: number;
			readonly height: number;
			readonly from: TextPart;
			readonly says: TextPart;
	  }
	/** A message that is no packet: a signal, a call. */
	| {
			readonly kind: 'call';
			readonly at: Point;
			readonly width: number;
			readonly height: number;
			readonly says: TextPart;
	  }
	| { readonly kind: 'gate'; readonly from: Point; readonly to: Point }
	| { readonly kind: 'cross'; readonly at: Point; readonly half: number; readonly tone: Tone }
	| { readonly kind: 'rays'; readonly at: Point }
	| { readonly kind: 'sign'; readonly at: Point; readonly sign: Sign; readonly scale: number; readonly tone: Tone }
	/** How something is known, as a sample of a line. */
	| { readonly kind: 'evidence'; readonly at: Point; readonly width: number; readonly evidence: Evidence };

/** A part of one kind. */
export type PartOf<K extends Part['kind']> = Extract<Part, { kind: K }>;
