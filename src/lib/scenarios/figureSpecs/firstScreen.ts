import { TRANSPORT } from './knobChoices';
import { still, type FigureSpec } from './spec';

export const firstScreen = {
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
} as const satisfies FigureSpec;
