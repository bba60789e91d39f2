import type { ActId } from '../sim/acts';
import type { ScenarioId } from '.';

/** A still: which scenario, which of its moments, and under which name when the moment’s own is not enough. */
export interface StillSpec {
	readonly scenario: ScenarioId;
	readonly moment: string;
	readonly title?: string;
}

const still = (scenario: ScenarioId, moment: string, title?: string): StillSpec => ({ scenario, moment, ...(title ? { title } : {}) });

/** A figure of the site: which runs it shows, side by side when there are two, and what a reader can do in it. */
export interface FigureSpec {
	readonly title: string;
	/** One or two sentences for those who do not see it. */
	readonly description: string;
	readonly runs: readonly [ScenarioId, ...ScenarioId[]];
	/** What the runs are called when there are two. */
	readonly runNames?: readonly string[];
	/** The moment at which it opens, by title, or its end; the beginning when not given. */
	readonly opensAt?: string;
	readonly acts: readonly ActId[];
	/** Special controls: the flag’s switch, and the choice of how the probes are sent. */
	readonly flagSwitch?: boolean;
	readonly transportChoice?: boolean;
	readonly showsWaits?: boolean;
	/** The storyboard’s stills, in order: each a moment of a scenario, by title. */
	readonly frames: readonly StillSpec[];
}

export const FIGURES = {
	'first-screen': {
		title: 'The phone, the flag, the update',
		description: 'A phone drawn as a building cut open. Packets of the apps pass the kernel router into the tunnel; a switch turns includeAllNetworks on, and a button starts an update of the VPN app.',
		runs: ['first-screen'],
		opensAt: 'Connected',
		acts: ['update', 'cancelDownload', 'toggleVpn', 'reboot'],
		flagSwitch: true,
		transportChoice: true,
		showsWaits: true,
		frames: [
			still('probes-flag-off', 'Connected', 'Flag off: the VPN works'),
			still('probes-flag-on', 'A packet vanishes', 'Flag on: its own probe vanishes'),
			still('probes-flag-on', 'A relay is given up'),
			still('userspace-flag-on', 'Around the kernel'),
			still('userspace-flag-on', 'Connected', 'Flag on, around the kernel: connected'),
			still('update-flag-on', 'SIGTERM', 'The update: SIGTERM'),
			still('update-flag-on', 'The circle closes'),
			still('exit-cancel-toggle', 'A way out')
		]
	},
	'flip-the-flag': {
		title: 'The same probes, flag off and flag on',
		description: 'Two phones side by side do the same: the VPN app connects. With the flag off its echo request enters utun and is answered. With the flag on it vanishes in the kernel router, and the tunnel process goes from relay to relay.',
		runs: ['probes-flag-off', 'probes-flag-on'],
		runNames: ['flag off', 'flag on'],
		acts: ['connect', 'safari', 'ping', 'push'],
		frames: [
			still('probes-flag-off', 'Is this tunnel alive?'),
			still('probes-flag-off', 'The tunnel is up'),
			still('probes-flag-on', 'A packet vanishes'),
			still('probes-flag-on', 'sendmsg: OK'),
			still('probes-flag-on', 'A connection waits'),
			still('probes-flag-on', 'A relay is given up')
		]
	},
	'the-update': {
		title: 'The update, flag off and flag on',
		description: 'Two phones side by side update the VPN app. With the flag off the download leaves in the clear and the update finishes. With the flag on the download is held, and download, network and tunnel wait for each other.',
		runs: ['update-flag-off', 'update-flag-on'],
		runNames: ['flag off', 'flag on'],
		acts: ['safari', 'push', 'ping', 'update'],
		showsWaits: true,
		frames: [
			still('update-flag-on', 'The update begins'),
			still('update-flag-on', 'SIGTERM'),
			still('update-flag-off', 'A leak'),
			still('update-flag-off', 'The new tunnel starts'),
			still('update-flag-off', 'Updated'),
			still('update-flag-on', 'The download waits'),
			still('update-flag-on', 'The circle closes'),
			still('update-flag-on', 'A connection waits')
		]
	},
	'the-way-out': {
		title: 'A room of exits',
		description: 'The phone is locked out of every network by the update. Buttons try the exits: wait, cancel, toggle, remove the profile, uninstall, reboot.',
		runs: ['update-flag-on'],
		opensAt: 'end',
		acts: ['cancelDownload', 'toggleVpn', 'removeProfile', 'uninstall', 'reboot', 'safari', 'push'],
		showsWaits: true,
		frames: [
			still('update-flag-on', 'The circle closes'),
			still('exit-remove-profile', 'Removed, in vain'),
			still('exit-uninstall', 'Removed, in vain', 'Uninstalled, in vain'),
			still('exit-cancel-toggle-in-vain', 'Cancelled'),
			still('exit-cancel-toggle-in-vain', 'Toggled in vain'),
			still('exit-cancel-toggle', 'A way out', 'Cancelled, toggled twice: a way out'),
			still('exit-reboot', 'Reboot'),
			still('exit-reboot', 'On demand', 'After the reboot: on demand')
		]
	}
} as const satisfies Record<string, FigureSpec>;

export type FigureId = keyof typeof FIGURES;
export const FIGURE_IDS = Object.keys(FIGURES) as FigureId[];
