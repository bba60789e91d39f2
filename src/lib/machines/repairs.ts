/** Who could make a repair. */
export type Maker = 'apple' | 'app' | 'user';

/** A candidate change to what happens in an update: small, and with a name. None of them has been seen to work. */
export interface Repair {
	readonly name: string;
	/** Everybody who has to take part. */
	readonly by: readonly Maker[];
	/** What is different, in one sentence. */
	readonly says: string;
}

/** The candidates that the checker tries, alone and together. */
export const REPAIRS = {
	downloadFirst: {
		name: 'download first',
		by: ['apple'],
		says: 'The system downloads the new app before it stops the old tunnel; a profile that is removed meanwhile is gone at once.'
	},
	oldTunnelMayStart: {
		name: 'the old tunnel may start',
		by: ['apple'],
		says: 'The old tunnel may be launched until the new app is installed; a profile that is removed meanwhile is gone at once.'
	},
	downloaderExempt: {
		name: 'downloader exempt',
		by: ['apple'],
		says: 'The App Store’s download is exempt from the flag and leaves by the physical interface.'
	},
	flagDropped: {
		name: 'flag dropped',
		by: ['apple'],
		says: 'The system drops the flag for the length of an update.'
	},
	toldBefore: {
		name: 'told before',
		by: ['apple', 'app'],
		says: 'The app is told before it is replaced; it disconnects first, and says so.'
	},
	manualUpdates: {
		name: 'manual updates',
		by: ['user'],
		says: 'Automatic updates are off: no update begins, and none is taken up again, unless the person asks for it.'
	},
	disconnectsFirst: {
		name: 'disconnect first',
		by: ['user'],
		says: 'The person heeds the app’s warning: they disconnect before they update, and connect again when the update is over.'
	}
} as const satisfies Record<string, Repair>;

export type RepairId = keyof typeof REPAIRS;
export const REPAIR_IDS = Object.keys(REPAIRS) as RepairId[];

/** Anything that may know of repairs: the knobs, and the contexts of the machines that they concern. */
export interface Repairable {
	/** Absent where nothing is repaired, which is the phone as it ships. */
	readonly repairs?: readonly RepairId[];
}

/** Whether this repair has been made. */
export const repaired = ({ repairs }: Repairable, repair: RepairId): boolean => repairs?.includes(repair) === true;

/** The part of a context that carries the repairs: nothing at all where there are none. */
export const repairsOf = ({ repairs }: Repairable): Repairable => (repairs && repairs.length > 0 ? { repairs } : {});

/** Repairs in the order of the table, each once, so that the same set is always the same value. */
export const inOrder = (repairs: readonly RepairId[]): RepairId[] => REPAIR_IDS.filter((id) => repairs.includes(id));
