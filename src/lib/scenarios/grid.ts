import { refuseKnobs, type Knobs } from '../machines/knobs';
import { recordsIn, type History } from '../sim/history';
import { knobsOf, playWith, SCENARIOS } from '.';

/** An API by which the tunnel process can try to speak into its own tunnel, and the knobs that stand for it. */
export interface GridApi {
	readonly name: string;
	readonly carries: 'ICMP' | 'TCP';
	readonly knobs: Partial<Knobs>;
}

export const GRID_APIS: readonly GridApi[] = [
	{ name: 'BSD socket', carries: 'ICMP', knobs: { transport: 'bsdSocket', ephemeralPeer: 'none' } },
	{ name: 'NWTCPConnection', carries: 'TCP', knobs: { transport: 'bsdSocket', ephemeralPeer: 'quantum' } },
	{ name: 'NWConnection, requiredInterface', carries: 'TCP', knobs: { transport: 'nwConnection', ephemeralPeer: 'quantum' } }
];
export const GRID_VERSIONS = [15, 16, 17, 18] as const;

/** What came of it. `waits` is a connection that never leaves `waiting`, `vanishes` a packet whose send reported success. */
export type GridVerdict = 'works' | 'vanishes' | 'waits' | 'absent';

export const GRID_WORDS: Record<GridVerdict, { short: string; long: string }> = {
	works: { short: 'works', long: 'the answer comes back' },
	vanishes: { short: 'lost', long: 'the send reports success, and the packet is gone' },
	waits: { short: 'waits', long: 'the connection never leaves waiting' },
	absent: { short: 'none', long: 'the API does not exist there' }
};

/** The knobs of one cell. */
export const cellKnobs = (api: GridApi, iosVersion: Knobs['iosVersion'], includeAllNetworks: boolean): Knobs => ({
	...knobsOf(SCENARIOS['negotiation-flag-on']),
	...api.knobs,
	iosVersion,
	includeAllNetworks
});

/** The run of one cell: connect, and wait for what comes. Null where the API does not exist. */
export const cellRun = (knobs: Knobs): History | null => (refuseKnobs(knobs) === null ? playWith(SCENARIOS['negotiation-flag-on'], knobs) : null);

/** Reads a cell’s verdict from what its run recorded. */
export function verdictOf(run: History | null, { carries }: GridApi): GridVerdict {
	if (!run) return 'absent';
	const reasons = new Set(recordsIn(run).map(({ reason }) => reason));
	if (carries === 'ICMP') return reasons.has('icmp.reply') ? 'works' : 'vanishes';
	return reasons.has('tcp.ready') ? 'works' : 'waits';
}
