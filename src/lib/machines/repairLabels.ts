import { REPAIR_IDS, REPAIR_MAKERS, type Maker, type RepairId } from './repairs';

/** What they are called, within a sentence. */
export const MAKER_NAMES: Readonly<Record<Maker, string>> = { apple: 'Apple', app: 'the app', user: 'the user' };

/** A candidate change to what happens in an update: small, and with a name. None of them has been seen to work. */
export interface Repair {
	readonly name: string;
	/** Everybody who has to take part. */
	readonly by: readonly Maker[];
	/** What is different, in one sentence. */
	readonly says: string;
}

/** Apart from the machines, which need no words for what they do. */
const WORDS: Record<RepairId, { readonly name: string; readonly says: string }> = {
	downloadFirst: {
		name: 'download first',
		says: 'The system downloads the new app before it stops the old tunnel; a profile that is removed meanwhile is gone at once.'
	},
	oldTunnelMayStart: {
		name: 'the old tunnel may start',
		says: 'The old tunnel may be launched until the new app is installed; a profile that is removed meanwhile is gone at once.'
	},
	downloaderExempt: {
		name: 'downloader exempt',
		says: 'The App Store’s download is exempt from the flag and leaves by the physical interface.'
	},
	flagDropped: {
		name: 'flag dropped',
		says: 'The system drops the flag for the length of an update.'
	},
	toldBefore: {
		name: 'told before',
		says: 'The app is told before it is replaced; it disconnects first, and says so.'
	},
	manualUpdates: {
		name: 'manual updates',
		says: 'Automatic updates are off: no update begins, and none is taken up again, unless the person asks for it.'
	},
	disconnectsFirst: {
		name: 'disconnect first',
		says: 'The person heeds the app’s warning: they disconnect before they update, and connect again when the update is over.'
	}
};

/** Every candidate, in the order of the table. */
export const REPAIRS = Object.fromEntries(
	REPAIR_IDS.map((id): [RepairId, Repair] => [id, { ...WORDS[id], by: REPAIR_MAKERS[id] }])
) as Record<RepairId, Repair>;
