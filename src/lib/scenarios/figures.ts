import type { ActId } from '../sim/acts';
import type { ScenarioId } from '.';

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
	/** The storyboard’s moments, by title, in order; a title may come more than once. */
	readonly frames: readonly string[];
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
		frames: ['Is this tunnel alive?', 'Connected']
	},
	'flip-the-flag': {
		title: 'The same probes, flag off and flag on',
		description: 'Two phones side by side do the same: the VPN app connects. With the flag off its echo request enters utun and is answered. With the flag on it vanishes in the kernel router, and the tunnel process goes from relay to relay.',
		runs: ['probes-flag-off', 'probes-flag-on'],
		runNames: ['flag off', 'flag on'],
		acts: ['connect', 'safari', 'ping', 'push'],
		frames: ['Is this tunnel alive?', 'A packet vanishes', 'sendmsg: OK', 'The tunnel is up', 'A connection waits', 'A relay is given up']
	},
	'the-update': {
		title: 'The update, flag off and flag on',
		description: 'Two phones side by side update the VPN app. With the flag off the download leaves in the clear and the update finishes. With the flag on the download is held, and download, network and tunnel wait for each other.',
		runs: ['update-flag-off', 'update-flag-on'],
		runNames: ['flag off', 'flag on'],
		acts: ['safari', 'push', 'ping', 'update'],
		showsWaits: true,
		frames: ['The update begins', 'SIGTERM', 'The tunnel is down', 'A leak', 'The download waits', 'The circle closes', 'The new tunnel starts', 'Updated']
	},
	'the-way-out': {
		title: 'A room of exits',
		description: 'The phone is locked out of every network by the update. Buttons try the exits: wait, cancel, toggle, remove the profile, uninstall, reboot.',
		runs: ['update-flag-on'],
		opensAt: 'end',
		acts: ['cancelDownload', 'toggleVpn', 'removeProfile', 'uninstall', 'reboot', 'safari', 'push'],
		showsWaits: true,
		frames: ['SIGTERM', 'The download waits', 'The circle closes', 'A connection waits']
	}
} as const satisfies Record<string, FigureSpec>;

export type FigureId = keyof typeof FIGURES;
export const FIGURE_IDS = Object.keys(FIGURES) as FigureId[];
