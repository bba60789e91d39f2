import { still, type FigureSpec } from './spec';

export const oneRequest = {
	title: 'One request, out and back',
	description:
		'A request of Safari is followed through the kernel router into utun, read by the tunnel process, put into an envelope, opened by the relay, and its answer back the same way. The saved profile and the running configuration stand side by side.',
	runs: ['one-request'],
	also: [['two-pipes-flag-on'], ['edit-running']],
	opensAt: 'Connected',
	marks: [
		{ reason: 'rule.ownVoiceFlagOff', purpose: 'probe', title: 'Into its own tunnel' },
		{ reason: 'safari.opens', title: 'A page is asked for' },
		{ reason: 'rule.userTraffic', purpose: 'page', title: 'Into utun' },
		{ reason: 'wireguard.encrypts', purpose: 'page', title: 'Into the envelope' },
		{ reason: 'rule.outerTraffic', purpose: 'page', title: 'Out by the physical interface' },
		{ reason: 'relay.opens', purpose: 'page', title: 'The relay opens it' },
		{ reason: 'relay.wraps', purpose: 'page', title: 'The answer is wrapped' },
		{ reason: 'wireguard.forUtun', purpose: 'page', title: 'Opened, and written back' },
		{ reason: 'safari.loads', title: 'The page is there' }
	],
	acts: ['safari', 'disconnect', 'connect', 'ping'],
	flagSwitch: 'edit',
	showsPipes: true,
	card: 'Into the envelope',
	frames: [
		still('one-request', 'A profile is in force'),
		still('one-request', 'The tunnel process starts'),
		still('one-request', 'Into its own tunnel'),
		still('one-request', 'The tunnel is up'),
		still('one-request', 'A page is asked for'),
		still('one-request', 'Into utun'),
		still('one-request', 'Into the envelope'),
		still('one-request', 'Out by the physical interface'),
		still('one-request', 'The relay opens it'),
		still('one-request', 'Opened, and written back'),
		still('one-request', 'The page is there'),
		still('edit-running', 'Saved, not in force'),
		still('two-pipes-flag-on', 'A packet vanishes', 'Flag on: nothing comes out of the other pipe')
	]
} as const satisfies FigureSpec;
