import { PEER, TRANSPORT } from './knobChoices';
import { still, type FigureSpec } from './spec';

/** Chapters 0 and 4: the switch, and what it does to the VPN’s own voice. Why specs are written out, `FigureSpec` says. */
export const flagFigures = {
	'first-screen': {
		title: 'The phone, the flag, the update',
		description:
			'A phone drawn as a building cut open. Packets of the apps pass the kernel router into the tunnel; a switch turns includeAllNetworks on, and a button starts an update of the VPN app.',
		runs: ['first-screen'],
		also: [['probes-flag-off'], ['probes-flag-on'], ['userspace-flag-on'], ['update-flag-on'], ['exit-cancel-toggle']],
		opensAt: 'Connected',
		acts: ['update', 'cancelDownload', 'toggleVpn', 'reboot'],
		flagSwitch: 'reconnect',
		choices: [TRANSPORT],
		showsWaits: true,
		card: 'The circle closes',
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
		description:
			'Two phones side by side do the same: the VPN app connects. With the flag off its echo request enters utun and is answered. With the flag on it vanishes in the kernel router, and the tunnel process goes from relay to relay.',
		runs: ['probes-flag-off', 'probes-flag-on'],
		also: [['alive', 'negotiation-flag-on']],
		runNames: ['flag off', 'flag on'],
		choices: [PEER],
		acts: ['connect', 'safari', 'ping', 'push'],
		card: 'A packet vanishes',
		frames: [
			still('probes-flag-off', 'Is this tunnel alive?'),
			still('probes-flag-off', 'The tunnel is up'),
			still('probes-flag-on', 'A packet vanishes'),
			still('probes-flag-on', 'sendmsg: OK'),
			still('probes-flag-on', 'A connection waits'),
			still('negotiation-flag-on', 'The connection waits', 'The NWTCPConnection waits'),
			still('probes-flag-on', 'A relay is given up')
		]
	}
} as const satisfies Record<string, FigureSpec>;
