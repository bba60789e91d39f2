import { ACT_IDS, ACTS, type Act, type ActId } from '../sim/acts';
import { IPC_MS } from '../machines/timings';
import type { ComponentId } from '../machines/components';
import { RELEASED_APP, type Knobs } from '../machines/knobs';
import type { Pending } from '../sim/world';

/** What an exploration leaves out. Everything else that the model can do is tried. */
export interface Bounds {
	/** What people and the world may do, at any moment at which no quick message is under way. */
	readonly acts: readonly ActId[];
	/** After so many worlds the exploration gives up; then nothing is said about what holds. */
	readonly maxWorlds: number;
}

const triedWhen = (...when: readonly Act['tried'][]): readonly ActId[] =>
	ACT_IDS.filter((id) => when.includes(ACTS[id].tried));

/** The VPN is used, updated and got rid of in every way there is. Settings stay: others are another exploration. */
const ACTS_TRIED = triedWhen('always');
const ACTS_TRIED_WHEN_QUIET = triedWhen('always', 'quiet');
/**
 * Far more than any phone has, whatever is repaired, so that only a changed model reaches it; it keeps such a model from
 * eating all memory.
 */
const MAX_WORLDS = 1_000_000;

/**
 * What is tried with these knobs. Something always wants the network now and then: a page that refreshes itself, or
 * else pages and pushes.
 * @param knobs of the phone
 * @returns the acts that are tried, and how often
 */
export const boundsFor = ({ safariTraffic }: Pick<Knobs, 'safariTraffic'>): Bounds => ({
	acts: safariTraffic === 'steady' ? ACTS_TRIED : ACTS_TRIED_WHEN_QUIET,
	maxWorlds: MAX_WORLDS
});

/**
 * The knobs with the most worlds while nothing is repaired, for benches and tests: 202,929 worlds. `scripts/check/everyPhone.ts`
 * finds them by exploring every phone, and the repairs with which they have the most.
 */
export const LARGEST: Knobs = {
	...RELEASED_APP,
	includeAllNetworks: true,
	onDemand: false,
	transport: 'bsdSocket',
	startTunnelReturns: 'afterTwoAttempts',
	multihop: true,
	updateSource: 'manual',
	network: 'serverIp',
	safariTraffic: 'quiet'
};

/** The repairs with which that phone has more worlds than with any others: 224,766 worlds. */
export const LARGEST_REPAIRED: Knobs = { ...LARGEST, repairs: ['downloadFirst', 'oldTunnelMayStart', 'flagDropped'] };

/** From here on a message takes so long that other things may well happen before it arrives, in ms. */
const SLOW_MS = 1_000;

/**
 * How soon something under way happens: at once, inside the phone, on the network, or later. What is sooner comes
 * first; of what is later, `slow` and `timer` compete with each other and with acts.
 */
export type Pace = 'instant' | 'inside' | 'network' | 'slow' | 'timer';
export const PACES: readonly Pace[] = ['instant', 'inside', 'network', 'slow', 'timer'];

/**
 * Whoever hears from one other part only, and from itself. What it is told cannot be overtaken by anything, so telling
 * it at once loses nothing.
 */
const HEARS_AT_ONCE: readonly ComponentId[] = ['safari', 'terminal', 'pushNotifications', 'person'];

/** The pace of something under way: all that the checker knows of time. */
export function paceOf({ timer, to, dueMs, sentMs }: Pick<Pending, 'timer' | 'to' | 'dueMs' | 'sentMs'>): Pace {
	if (timer !== undefined) return 'timer';
	if (dueMs === sentMs || HEARS_AT_ONCE.includes(to)) return 'instant';
	const delayMs = dueMs - sentMs;
	return delayMs <= IPC_MS ? 'inside' : delayMs < SLOW_MS ? 'network' : 'slow';
}

/**
 * Bounds as sentences, to be said with every verdict.
 * @param bounds of an exploration
 * @returns one sentence each
 */
export const boundsAsSentences = ({ acts, maxWorlds }: Bounds): string[] => [
	'What takes no time happens before everything else, in the order in which it was caused.',
	'Inside the phone, messages between the same two parts arrive in the order in which they were sent, and those between different parts in any order.',
	'The network is slower than the phone: what is on it arrives in the order in which it was sent, when nothing is under way inside.',
	'Timers and people are slower still: a timer runs out, and somebody acts, only when no message is under way but those that take a second or more, such as a piece of an app.',
	'Timers may run out in any order, but nobody gives up while the answer is on its way.',
	`These acts are tried, any number of times, in any order: ${acts.map((id) => ACTS[id].label).join(', ')}.`,
	'Settings stay as they were chosen, and nothing breaks by itself.',
	'Somebody who has seen “connected”, or the VPN symbol of iOS, believes they are protected until they are told otherwise, or end it by their own hand: in the app, in Settings, or by removing either.',
	`The exploration gives up after ${maxWorlds.toLocaleString('en-GB')} worlds.`
];
