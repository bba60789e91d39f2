import { RELEASED_APP, type Knobs } from '../machines/knobs';
import type { ActId } from '../sim/acts';
import { act, runUntil, settle, start, type History } from '../sim/history';
import { ARTICLE_OUTCOMES, type Outcomes } from '../sim/outcomes';

/** An act of a script: at a moment of model time, in ms, or once the system has come to rest. */
export interface Cue {
	readonly act: ActId;
	readonly when: 'rest' | number;
}

/** A named first world and what is done in it. Data only. */
export interface Scenario {
	readonly title: string;
	readonly knobs: Partial<Knobs>;
	readonly cues: readonly Cue[];
	readonly outcomes?: Partial<Outcomes>;
	/** How long to go on after the last cue, in ms of model time; to rest when not given. */
	readonly thenMs?: number;
}

const cue = (act: ActId, when: Cue['when'] = 'rest'): Cue => ({ act, when });
const FIRST_SHIPPED = { transport: 'bsdSocket', safariTraffic: 'quiet' } as const;
const LOCKED: Partial<Knobs> = { includeAllNetworks: true, safariTraffic: 'quiet' };
const UPDATE = [cue('connect'), cue('update', 2_000), cue('safari', 4_000)] as const;

/** Every run that the story tells, by name. A name is part of figures, questions and claims. */
export const SCENARIOS = {
	'first-screen': {
		title: 'The phone, the flag, the update',
		knobs: { transport: 'bsdSocket' },
		cues: [cue('connect')],
		thenMs: 9_000
	},
	'released-app': { title: 'The released app connects', knobs: {}, cues: [cue('connect')] },
	'probes-flag-off': { title: 'As first shipped, flag off', knobs: FIRST_SHIPPED, cues: [cue('connect')] },
	'probes-flag-on': {
		title: 'As first shipped, flag on',
		knobs: { ...FIRST_SHIPPED, includeAllNetworks: true },
		cues: [cue('connect'), cue('safari', 2_000)],
		thenMs: 14_000
	},
	'negotiation-flag-on': {
		title: 'An ephemeral peer, flag on',
		knobs: { ...FIRST_SHIPPED, includeAllNetworks: true, ephemeralPeer: 'both' },
		cues: [cue('connect'), cue('safari', 2_000)],
		thenMs: 14_000
	},
	'nw-connection-flag-on': {
		title: 'NWConnection with requiredInterface, flag on',
		knobs: { ...FIRST_SHIPPED, includeAllNetworks: true, transport: 'nwConnection', ephemeralPeer: 'both' },
		cues: [cue('connect')],
		thenMs: 14_000
	},
	'no-probes-flag-on': {
		title: 'No probes, flag on',
		knobs: { includeAllNetworks: true, transport: 'noProbes', safariTraffic: 'quiet' },
		cues: [cue('connect'), cue('safari'), cue('ping')]
	},
	'userspace-flag-on': {
		title: 'The userspace stack, flag on',
		knobs: { includeAllNetworks: true, safariTraffic: 'quiet', ephemeralPeer: 'both' },
		cues: [cue('connect'), cue('safari')]
	},
	'multihop-flag-on': {
		title: 'Multihop, flag on',
		knobs: { includeAllNetworks: true, safariTraffic: 'quiet', multihop: true },
		cues: [cue('connect'), cue('safari')]
	},
	alive: { title: 'Is this tunnel alive?', knobs: { ...FIRST_SHIPPED, ephemeralPeer: 'both' }, cues: [cue('connect')] },
	'one-request': { title: 'One request, out and back', knobs: FIRST_SHIPPED, cues: [cue('connect'), cue('safari')] },
	'two-pipes-flag-on': {
		title: 'Two pipes, flag on',
		knobs: { ...FIRST_SHIPPED, includeAllNetworks: true },
		cues: [cue('connect')],
		thenMs: 3_000
	},
	'nw-connection-flag-off': {
		title: 'NWConnection with requiredInterface, flag off',
		knobs: { ...FIRST_SHIPPED, transport: 'nwConnection', ephemeralPeer: 'both' },
		cues: [cue('connect')]
	},
	'userspace-flag-off': {
		title: 'The userspace stack, flag off',
		knobs: { safariTraffic: 'quiet', ephemeralPeer: 'both' },
		cues: [cue('connect'), cue('safari')]
	},
	'two-peers-flag-on': {
		title: 'Multihop with ephemeral peers, flag on',
		knobs: { includeAllNetworks: true, safariTraffic: 'quiet', multihop: true, ephemeralPeer: 'both' },
		cues: [cue('connect'), cue('safari')]
	},
	'join-flag-on': {
		title: 'Joining the Wi-Fi again, flag on',
		knobs: { safariTraffic: 'quiet', includeAllNetworks: true },
		cues: [cue('connect'), cue('joinWifi'), cue('safari')]
	},
	'localnet-excluded': {
		title: 'LocalNet, flag on, local networks excluded',
		knobs: { network: 'localNet', safariTraffic: 'quiet', includeAllNetworks: true, excludeLocalNetworks: true },
		cues: [cue('connect'), cue('safari')]
	},
	'crash-flag-off': {
		title: 'A crash, flag off',
		knobs: { safariTraffic: 'quiet' },
		cues: [cue('connect'), cue('crash'), cue('safari')]
	},
	'crash-flag-on': {
		title: 'A crash, and on-demand',
		knobs: LOCKED,
		cues: [cue('connect'), cue('crash'), cue('safari')]
	},
	'localnet-flag-off': {
		title: 'LocalNet, flag off',
		knobs: { network: 'localNet', safariTraffic: 'quiet' },
		cues: [cue('connect'), cue('safari')]
	},
	'localnet-flag-on': {
		title: 'LocalNet, flag on',
		knobs: { network: 'localNet', safariTraffic: 'quiet', includeAllNetworks: true },
		cues: [cue('connect'), cue('safari')]
	},
	'serverip-flag-off': {
		title: 'ServerIP, flag off',
		knobs: { network: 'serverIp', safariTraffic: 'quiet' },
		cues: [cue('connect'), cue('safari')]
	},
	'serverip-flag-on': {
		title: 'ServerIP, flag on',
		knobs: { network: 'serverIp', safariTraffic: 'quiet', includeAllNetworks: true },
		cues: [cue('connect'), cue('safari')]
	},
	'edit-running': {
		title: 'The profile is edited while the tunnel runs',
		knobs: { safariTraffic: 'quiet' },
		cues: [cue('connect'), cue('editProfile:includeAllNetworks=on'), cue('safari'), cue('disconnect'), cue('connect')]
	},
	'update-flag-off': { title: 'An update, flag off', knobs: { safariTraffic: 'quiet' }, cues: UPDATE },
	'update-flag-on': { title: 'An update, flag on', knobs: LOCKED, cues: UPDATE },
	'locked-push': { title: 'Locked out, and a push', knobs: LOCKED, cues: [...UPDATE, cue('push')] },
	'warned-in-time': {
		title: 'Warned, and disconnected before the update',
		knobs: LOCKED,
		cues: [cue('connect'), cue('disconnect'), cue('update'), cue('safari'), cue('connect')]
	},
	'exit-wait': { title: 'Wait', knobs: LOCKED, cues: UPDATE, thenMs: 60_000 },
	'exit-uninstall': { title: 'Uninstall the app', knobs: LOCKED, cues: [...UPDATE, cue('uninstall')] },
	'exit-remove-profile': { title: 'Remove the profile', knobs: LOCKED, cues: [...UPDATE, cue('removeProfile')] },
	'exit-toggle-only': {
		title: 'Toggle, without cancelling',
		knobs: LOCKED,
		cues: [...UPDATE, cue('toggleVpn'), cue('toggleVpn')]
	},
	'exit-cancel-toggle': {
		title: 'Cancel, then toggle twice',
		knobs: LOCKED,
		cues: [...UPDATE, cue('cancelDownload'), cue('toggleVpn'), cue('toggleVpn')]
	},
	'exit-cancel-toggle-in-vain': {
		title: 'Cancel, then toggle twice, in vain',
		knobs: LOCKED,
		cues: [...UPDATE, cue('cancelDownload'), cue('toggleVpn'), cue('toggleVpn')],
		outcomes: { toggleRestores: false }
	},
	'exit-reboot': { title: 'Reboot', knobs: LOCKED, cues: [...UPDATE, cue('reboot')] },
	'exit-reboot-retry': {
		title: 'Reboot, and the App Store tries again',
		knobs: LOCKED,
		cues: [...UPDATE, cue('reboot')],
		outcomes: { retryAfterReboot: true }
	}
} as const satisfies Record<string, Scenario>;

/** The name of a scenario. */
export type ScenarioId = keyof typeof SCENARIOS;
/** Every scenario’s name. */
export const SCENARIO_IDS = Object.keys(SCENARIOS) as ScenarioId[];

/**
 * A scenario’s knobs, complete.
 * @param scenario it names only those that differ from the released app’s
 * @returns a value for every knob
 */
export const knobsOf = (scenario: Scenario): Knobs => ({ ...RELEASED_APP, ...scenario.knobs });

/**
 * Runs a scenario to its end: each act at its cue, then on to rest or for the time it names.
 * @param scenario one of `SCENARIOS`, or your own
 * @returns the run; the same scenario gives the same run
 */
export const play = (scenario: Scenario): History => playWith(scenario, knobsOf(scenario));

/**
 * The same acts with other knobs: what a reader gets who turns one.
 * @param scenario whose acts and outcomes are taken
 * @param knobs all of them; the scenario’s own do not count
 * @returns the run, to its end
 */
export function playWith(scenario: Scenario, knobs: Knobs): History {
	const begun = start(knobs, { ...ARTICLE_OUTCOMES, ...scenario.outcomes });
	const acted = scenario.cues.reduce(
		(history, { act: id, when }) =>
			when === 'rest' ? act(settle(history), id) : act(runUntil(history, when), id, when),
		begun
	);
	const { thenMs } = scenario;
	if (thenMs === undefined) return settle(acted);
	const endMs = (acted.entries.at(-1)?.world.nowMs ?? 0) + thenMs;
	return runUntil(acted, endMs);
}
