import { still, type FigureSpec } from './spec';

export const theWayOut = {
	title: 'A room of exits',
	description:
		'The phone is locked out of every network by the update. Buttons try the exits: wait, cancel, toggle, remove the profile, uninstall, reboot.',
	runs: ['update-flag-on'],
	also: [
		['locked-push'],
		['exit-wait'],
		['exit-remove-profile'],
		['exit-uninstall'],
		['exit-toggle-only'],
		['exit-cancel-toggle'],
		['exit-cancel-toggle-in-vain'],
		['exit-reboot'],
		['exit-reboot-retry']
	],
	opensAt: 'end',
	acts: ['cancelDownload', 'toggleVpn', 'removeProfile', 'uninstall', 'reboot', 'safari', 'push'],
	showsWaits: true,
	card: 'Cancelled, toggled twice: a way out',
	frames: [
		still('update-flag-on', 'The circle closes'),
		still('update-flag-on', 'The app falls silent'),
		still('locked-push', 'No push either'),
		still('exit-remove-profile', 'Removed, in vain'),
		still('exit-uninstall', 'Removed, in vain', 'Uninstalled, in vain'),
		still('exit-cancel-toggle-in-vain', 'Cancelled'),
		still('exit-cancel-toggle-in-vain', 'Toggled in vain'),
		still('exit-cancel-toggle', 'A way out', 'Cancelled, toggled twice: a way out'),
		still('exit-reboot', 'Reboot'),
		still('exit-reboot', 'On demand', 'After the reboot: on demand'),
		still('exit-reboot-retry', 'It will try again')
	]
} as const satisfies FigureSpec;
