import type { DrawnPacket } from '../scene/drawables';
import type { RoomId } from '../scene/layout';
import type { Player } from './player.svelte';

/** A room or a packet of a run that has been opened: exactly one of the two. */
export interface OpenedDetail {
	readonly run: number;
	readonly room: RoomId | null;
	readonly drawn: DrawnPacket | null;
}

/** With which run, and with which packet, the inspector opens: the one that a message carries, or that a step made. */
export interface InspectorStart {
	readonly run: number;
	readonly packet: { readonly message: number; readonly step: number } | null;
}

/**
 * What a reader looks at in a picture. Owns which of two runs a narrow screen shows, whether evidence is drawn, the room
 * or packet that is open, and where the packet inspector is open.
 */
export class Selection {
	#front = $state(0);
	#evidence = $state(false);
	#detail = $state.raw<OpenedDetail | null>(null);
	#inspected = $state.raw<InspectorStart | null>(null);
	readonly #player: Player;

	/** @param front which of two runs a narrow screen shows at first */
	constructor(player: Player, front = 0) {
		this.#player = player;
		this.#front = front;
	}

	/** Which of two runs a narrow screen shows; where there is one only, that. */
	get front(): number {
		return this.#player.runs.length > 1 ? this.#front : 0;
	}
	/** Whether the picture says how each transition is known. */
	get evidence(): boolean {
		return this.#evidence;
	}
	/** The room or packet that is open, or null. */
	get detail(): OpenedDetail | null {
		return this.#detail;
	}
	/** Where the packet inspector opens, while it is open. */
	get inspected(): InspectorStart | null {
		return this.#inspected;
	}

	bringToFront(run: number): void {
		this.#front = run;
	}

	setEvidence(evidence: boolean): void {
		this.#evidence = evidence;
	}

	openRoom(room: RoomId, run: number): void {
		this.#detail = { run, room, drawn: null };
	}

	/** Playback pauses at the packet, and goes on only when it is asked to. */
	openPacket(drawn: DrawnPacket, run: number): void {
		this.#player.pause();
		this.#detail = { run, room: null, drawn };
	}

	closeDetail(): void {
		this.#detail = null;
	}

	/** Lays a packet on the inspector, down to its bytes. */
	inspectPacket(run: number, packet: InspectorStart['packet']): void {
		this.#inspected = { run, packet };
	}

	/** Opens the inspector for all packets of the run in front, at which playback pauses. */
	inspectAll(): void {
		this.#player.pause();
		this.#inspected = { run: this.front, packet: null };
	}

	closeInspector(): void {
		this.#inspected = null;
	}
}
