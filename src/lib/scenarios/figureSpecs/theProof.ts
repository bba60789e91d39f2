import { still, type FigureSpec } from './spec';

export const theProof = {
	title: 'The proof, played',
	description:
		'The locked phone of the update. Below the checker’s verdicts stand paths, and each is played here: the shortest way into the lockout, the ways out of it, the leaks with the flag off.',
	runs: ['update-flag-on'],
	also: [
		['update-flag-off'],
		['localnet-flag-off'],
		['serverip-flag-off'],
		['probes-flag-on'],
		['exit-cancel-toggle'],
		['exit-reboot']
	],
	opensAt: 'end',
	acts: ['update', 'cancelDownload', 'toggleVpn', 'reboot', 'safari'],
	showsWaits: true,
	card: 'The shortest way into the lockout',
	frames: [
		still('update-flag-on', 'The circle closes', 'The shortest way into the lockout'),
		still('update-flag-off', 'A leak', 'Flag off: an update leaks'),
		still('localnet-flag-off', 'A LocalNet leak'),
		still('serverip-flag-off', 'A ServerIP leak'),
		still('probes-flag-on', 'A packet vanishes', 'A silent loss'),
		still('exit-reboot', 'On demand', 'A way out: reboot'),
		still('exit-cancel-toggle', 'A way out', 'A way out: cancel, toggle twice')
	]
} as const satisfies FigureSpec;
