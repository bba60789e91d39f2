import { still, type FigureSpec } from './spec';

export const theUpdate = {
	title: 'The update, flag off and flag on',
	description:
		'Two phones side by side update the VPN app. With the flag off the download leaves outside any tunnel and the update finishes. With the flag on the download is held, and download, network and tunnel wait for each other.',
	runs: ['update-flag-off', 'update-flag-on'],
	opensAt: 'The update begins',
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
} as const satisfies FigureSpec;
