import { refuseKnobs, type Knobs } from '../machines/knobs';
import type { ReasonId } from '../machines/reasons';
import type { ActId } from '../sim/acts';
import { recordsIn, type History } from '../sim/history';
import { knobsOf, playWith, SCENARIOS } from './scenarios';

/** An API by which the tunnel process can try to speak into its own tunnel, and the knobs that stand for it. */
export interface GridApi {
	readonly name: string;
	readonly carries: 'ICMP' | 'TCP';
	readonly knobs: Partial<Knobs>;
}

export const GRID_APIS: readonly GridApi[] = [
	{ name: 'BSD socket', carries: 'ICMP', knobs: { transport: 'bsdSocket', ephemeralPeer: 'none' } },
	{ name: 'NWTCPConnection', carries: 'TCP', knobs: { transport: 'bsdSocket', ephemeralPeer: 'quantum' } },
	{
		name: 'NWConnection, requiredInterface',
		carries: 'TCP',
		knobs: { transport: 'nwConnection', ephemeralPeer: 'quantum' }
	}
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

/**
 * The run of one cell: connect, and wait for what comes. Null where the API does not exist.
 * @internal for its tests
 */
export const cellRun = (knobs: Knobs): History | null =>
	refuseKnobs(knobs) === null ? playWith(SCENARIOS['negotiation-flag-on'], knobs) : null;

/** What there is to be done in a cell: nothing but to connect. */
export const CELL_ACTS: readonly ActId[] = ['connect'];

/** What is told when the answer comes back, to either protocol. */
export const ANSWERS: Record<GridApi['carries'], ReasonId> = { ICMP: 'icmp.reply', TCP: 'tcp.ready' };

/** A cell’s verdict, by whether the answer comes back. */
export const verdictIn = ({ carries }: GridApi, answered: boolean): GridVerdict =>
	answered ? 'works' : carries === 'ICMP' ? 'vanishes' : 'waits';

/**
 * Reads a cell’s verdict from what its run recorded.
 * @internal for its tests
 */
export const verdictOf = (run: History | null, api: GridApi): GridVerdict =>
	run
		? verdictIn(
				api,
				recordsIn(run).some(({ reason }) => reason === ANSWERS[api.carries])
			)
		: 'absent';

/** A place in the grid: which API, by its place in `GRID_APIS`, on which iOS, with the flag on or off. */
export interface GridCell {
	readonly api: number;
	readonly iosVersion: Knobs['iosVersion'];
	readonly flag: boolean;
}

/** Every cell, API by API, the flag off and on, the versions in their order. */
export const GRID_CELLS: readonly GridCell[] = GRID_APIS.flatMap((_, api) =>
	[false, true].flatMap((flag) => GRID_VERSIONS.map((iosVersion): GridCell => ({ api, iosVersion, flag })))
);
