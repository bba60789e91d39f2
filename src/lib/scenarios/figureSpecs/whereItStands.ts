import { still, type FigureSpec } from './spec';

export const whereItStands = {
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
} as const satisfies FigureSpec;
