import { COMPONENTS, type ComponentId } from '../machines/components';
import type { Knobs } from '../machines/knobs';
import { ACTS, type ActId } from '../sim/acts';
import { MODEL_VERSION, type Snapshot, type World } from '../sim/world';
import type { Bounds } from './bounds';
import type { Graph } from './graph';
import type { Tables } from './tables';

/** An edge’s label: an act is -1 - its place among the bounds’ acts, a message 4 times its number, plus 1 for yes and 2 for no. */
export type Label = number;
export const isAct = (label: Label): boolean => label < 0;
export const actOf = (label: Label): number => -1 - label;

/** A step that does something wrong, with the world from which it is taken. */
export interface Fault {
	readonly world: number;
	readonly label: Label;
}

/** Everything that an exploration found. */
export interface Exploration {
	readonly knobs: Knobs;
	readonly bounds: Bounds;
	readonly tables: Tables;
	readonly graph: Graph;
	/** From which world each was first found, and by which choice: the links of a shortest path. */
	readonly parent: Int32Array;
	readonly by: Int32Array;
	/** Whether no message but slow ones is under way. */
	readonly quiet: Uint8Array;
	/** For each rule that leaks, the first step by which it let something leave in the clear while the person counted on protection. */
	readonly leaks: readonly (Fault | undefined)[];
	/** The first step by which a packet was thrown away and its sender told that all went well. */
	readonly silent: Fault | undefined;
	/** How many worlds were looked into. Where that is not all of them, there are more than the bounds allow. */
	readonly looked: number;
	/** The snapshot of a machine in a world, as an integer; machines are in the order of `COMPONENTS`. */
	readonly snapshotOf: (world: number, component: number) => number;
	/** Copies the integers of a world: its machines’ snapshots, then its messages; gives how many they are. */
	readonly vectorOf: (world: number, into: Uint16Array) => number;
}

/** A world of the model with these machines and nothing under way: enough for every question about its states. */
export function worldOf(tables: Tables, knobs: Knobs, snapshotOf: (component: number) => number): World {
	const snapshots = COMPONENTS.map(
		(component, at) => [component, (tables.snapshots[at] as Snapshot[])[snapshotOf(at)]] as [ComponentId, Snapshot]
	);
	return {
		version: MODEL_VERSION,
		knobs,
		nowMs: 0,
		steps: 0,
		nextId: 0,
		machines: Object.fromEntries(snapshots) as World['machines'],
		pending: []
	};
}

/** Whether this act is somebody’s own: of the phone as it is, an update may be the App Store’s. */
export const isByPerson = (act: ActId, knobs: Knobs): boolean =>
	ACTS[act].by === 'person' || ACTS[act].message({ knobs } as World).to === 'person';
