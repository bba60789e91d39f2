import { createHash } from 'node:crypto';
import { RELEASED_APP, type Knobs } from '../../../src/lib/machines/knobs.ts';
import { play, SCENARIO_IDS, SCENARIOS } from '../../../src/lib/scenarios/scenarios.ts';
import type { ActId } from '../../../src/lib/sim/acts.ts';
import { act, seek, settle, start, type Entry, type History } from '../../../src/lib/sim/history.ts';
import type { Pending, World } from '../../../src/lib/sim/world.ts';

/** Acts beside the scenarios, chosen so that between them they use every act and every region of the machines. */
const SEQUENCES: Readonly<Record<string, { knobs: Partial<Knobs>; acts: readonly ActId[] }>> = {
	'every act': {
		knobs: { ephemeralPeer: 'both', multihop: true },
		acts: [
			'connect',
			'safari',
			'ping',
			'push',
			'editProfile:includeAllNetworks=on',
			'crash',
			'safari',
			'relayDown',
			'relayUp',
			'toggleVpn',
			'connect',
			'update',
			'cancelDownload',
			'toggleVpn',
			'toggleVpn',
			'disconnect',
			'editProfile:excludeLocalNetworks=on',
			'editProfile:onDemand=off',
			'connect',
			'reboot',
			'removeProfile',
			'uninstall'
		]
	},
	'relays that fail': {
		knobs: { transport: 'bsdSocket' },
		acts: ['connect', 'relayDown', 'safari', 'relayUp', 'safari']
	},
	'flag on, by hand': {
		knobs: { includeAllNetworks: true, updateSource: 'manual' },
		acts: ['connect', 'update', 'reboot', 'update', 'cancelDownload', 'update']
	},
	'edits, there and back': {
		knobs: { includeAllNetworks: true, excludeLocalNetworks: true },
		acts: [
			'connect',
			'editProfile:includeAllNetworks=off',
			'editProfile:excludeLocalNetworks=off',
			'editProfile:onDemand=off',
			'editProfile:onDemand=on',
			'editProfile:onDemand=on',
			'disconnect',
			'connect',
			'safari'
		]
	},
	'without on-demand': {
		knobs: { onDemand: false, updateSource: 'xcode' },
		acts: ['connect', 'crash', 'connect', 'update', 'reboot']
	},
	'a lying network': {
		knobs: { network: 'localNet', transport: 'noProbes' },
		acts: ['connect', 'safari', 'uninstall', 'safari']
	},
	'a lying resolver': {
		knobs: { network: 'serverIp', transport: 'nwConnection', ephemeralPeer: 'daita' },
		acts: ['connect', 'safari', 'reboot']
	}
};

const sequence = (knobs: Partial<Knobs>, acts: readonly ActId[]): History =>
	settle(acts.reduce((history, id) => act(settle(history), id), start({ ...RELEASED_APP, ...knobs })));

/** Every run by its name, to be run when it is called. */
export const RUNS: readonly { readonly name: string; readonly run: () => History }[] = [
	...SCENARIO_IDS.map((id) => ({ name: `scenario ${id}`, run: () => play(SCENARIOS[id]) })),
	...Object.entries(SEQUENCES).map(([name, { knobs, acts }]) => ({ name, run: () => sequence(knobs, acts) }))
];

/** A history as bytes: first world, choices, worlds and records. */
export const bytesOf = (history: History): string => JSON.stringify(history);

export const digestOf = (history: History): string => createHash('sha256').update(bytesOf(history)).digest('hex');

/** A message that was delivered, with the worlds before and after it. */
export interface Delivery extends Entry {
	readonly before: World;
	readonly message: Pending;
}

/** Every delivery of a history; an open question comes with the answer that it got. */
export const deliveriesOf = (history: History): Delivery[] =>
	history.entries.flatMap((entry, step) => {
		const { choice } = entry;
		if (choice.type === 'act') return [];
		const before = seek(history, step);
		const message = before.pending.find(({ id }) => id === choice.id);
		if (!message) return [];
		const event =
			choice.type === 'resolve' && message.asks
				? ({ type: 'outcome', outcome: message.asks, value: choice.value } as const)
				: message.event;
		return [{ ...entry, before, message: { ...message, event } }];
	});
