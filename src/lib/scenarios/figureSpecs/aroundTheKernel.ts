import { HOPS, TRANSPORT } from './knobChoices';
import { still, type FigureSpec } from './spec';

export const aroundTheKernel = {
	title: 'Around the kernel',
	description:
		'The tunnel process builds its packets itself, in a userspace stack, and a mux puts them beside those read from utun, straight into the envelope. It works with the flag on and off, and through one relay or two.',
	runs: ['userspace-flag-on'],
	opensAt: 'A SYN, built by itself',
	also: [['userspace-flag-off'], ['multihop-flag-on'], ['two-peers-flag-on'], ['negotiation-flag-on']],
	marks: [
		{ reason: 'tcp.buildsSyn', title: 'A SYN, built by itself' },
		{ reason: 'icmp.buildsEcho', title: 'An echo request, built by itself' },
		{ reason: 'wireguard.forStack', title: 'For the stack' },
		{ reason: 'wireguard.forUtun', title: 'For utun' },
		{ reason: 'relay.entryOpens', title: 'An envelope in the envelope' }
	],
	acts: ['safari', 'ping', 'disconnect', 'connect'],
	flagSwitch: 'anew',
	choices: [TRANSPORT, HOPS],
	card: 'For the stack',
	frames: [
		still('userspace-flag-on', 'A SYN, built by itself'),
		still('userspace-flag-on', 'For the stack'),
		still('userspace-flag-on', 'An echo request, built by itself'),
		still('userspace-flag-on', 'The tunnel is up'),
		still('userspace-flag-on', 'For utun'),
		still('userspace-flag-off', 'The tunnel is up', 'Flag off: the same'),
		still('two-peers-flag-on', 'A second peer'),
		still('multihop-flag-on', 'An envelope in the envelope')
	]
} as const satisfies FigureSpec;
