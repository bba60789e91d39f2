/** Who could make a repair. */
export const MAKERS = ['apple', 'app', 'user'] as const;
/** Whoever could make a repair. */
export type Maker = (typeof MAKERS)[number];

/** The candidates that the checker tries, alone and together, each with everybody who has to take part. */
export const REPAIR_MAKERS = {
	downloadFirst: ['apple'],
	oldTunnelMayStart: ['apple'],
	downloaderExempt: ['apple'],
	flagDropped: ['apple'],
	toldBefore: ['apple', 'app'],
	manualUpdates: ['user'],
	disconnectsFirst: ['user']
} as const satisfies Record<string, readonly Maker[]>;

/** The name of a repair. */
export type RepairId = keyof typeof REPAIR_MAKERS;
/** Every repair’s name, in the order of the table. */
export const REPAIR_IDS = Object.keys(REPAIR_MAKERS) as RepairId[];

/** Anything that may know of repairs: the knobs, and the contexts of the machines that they concern. */
export interface Repairable {
	/** Absent where nothing is repaired, which is the phone as it ships. */
	readonly repairs?: readonly RepairId[];
}

/** Whether this repair has been made. */
export const repaired = ({ repairs }: Repairable, repair: RepairId): boolean => repairs?.includes(repair) === true;

/** The part of a context that carries the repairs: nothing at all where there are none. */
export const repairsOf = ({ repairs }: Repairable): Repairable => (repairs && repairs.length > 0 ? { repairs } : {});

/**
 * Repairs in the order of the table, each once, so that the same set is always the same value.
 * @param repairs in any order
 * @returns a set as a list
 */
export const inOrder = (repairs: readonly RepairId[]): RepairId[] => REPAIR_IDS.filter((id) => repairs.includes(id));
