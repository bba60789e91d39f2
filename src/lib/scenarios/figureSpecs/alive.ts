import { PEER } from './knobChoices';
import { still, type FigureSpec } from './spec';

export const alive = {
	title: 'Is this tunnel alive?',
	description:
		'The tunnel process, a process of its own beside the VPN app, asks the gateway 10.64.0.1 for an echo, and over TCP for an ephemeral peer when DAITA or quantum resistance is on. With the flag off all of it is answered.',
	runs: ['alive'],
	opensAt: 'The tunnel process starts',
	also: [['probes-flag-off'], ['nw-connection-flag-off']],
	marks: [
		{ reason: 'icmp.sendsEcho', title: 'An echo request' },
		{ reason: 'tcp.ready', title: 'SYN, ACK' },
		{ reason: 'tcp.peer', title: 'The peer is there' },
		{ reason: 'gateway.echoes', purpose: 'probe', title: 'The gateway answers' }
	],
	acts: ['connect', 'disconnect', 'safari', 'relayDown', 'relayUp'],
	choices: [PEER],
	card: 'The gateway answers',
	frames: [
		still('alive', 'The tunnel process starts'),
		still('alive', 'A peer is to be negotiated'),
		still('alive', 'NWTCPConnection'),
		still('alive', 'SYN, ACK'),
		still('alive', 'The peer is there'),
		still('alive', 'An echo request'),
		still('alive', 'The gateway answers'),
		still('alive', 'The tunnel is up')
	]
} as const satisfies FigureSpec;
