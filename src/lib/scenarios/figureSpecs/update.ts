import { still, type FigureSpec } from './spec';

/** Chapters 8, 9 and 11: the update, the ways out, and what is advised since. Why specs are written out, `FigureSpec` says. */
export const updateFigures = {
	'the-update': {
		title: 'The update, flag off and flag on',
		description:
			'Two phones side by side update the VPN app. With the flag off the download leaves in the clear and the update finishes. With the flag on the download is held, and download, network and tunnel wait for each other.',
		runs: ['update-flag-off', 'update-flag-on'],
		also: [['crash-flag-off', 'crash-flag-on']],
		runNames: ['flag off', 'flag on'],
		acts: ['safari', 'push', 'ping', 'update', 'crash'],
		showsWaits: true,
		card: 'The circle closes',
		frames: [
			still('update-flag-on', 'The update begins'),
			still('update-flag-on', 'SIGTERM'),
			still('update-flag-off', 'A leak'),
			still('update-flag-off', 'The new tunnel starts'),
			still('update-flag-off', 'Updated'),
			still('update-flag-on', 'The download waits'),
			still('update-flag-on', 'The circle closes'),
			still('update-flag-on', 'A connection waits'),
			still('crash-flag-on', 'On demand', 'After a crash: on demand')
		]
	},
	'the-way-out': {
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
	},
	'where-it-stands': {
		title: 'What is advised today',
		description:
			'The phone with the flag on. Buttons disconnect the VPN before an update, as the app has advised since 2026, or let the update come, reboot, and see the App Store take it up again.',
		runs: ['warned-in-time'],
		also: [['exit-reboot-retry']],
		opensAt: 'Connected',
		acts: ['disconnect', 'update', 'connect', 'safari', 'reboot'],
		showsWaits: true,
		card: 'Updated',
		frames: [
			still('warned-in-time', 'Connected'),
			still('warned-in-time', 'No tunnel', 'Disconnected in time'),
			still('warned-in-time', 'The download begins'),
			still('warned-in-time', 'Updated'),
			still('exit-reboot-retry', 'It will try again'),
			still('exit-reboot-retry', 'The update begins again')
		]
	}
} as const satisfies Record<string, FigureSpec>;
