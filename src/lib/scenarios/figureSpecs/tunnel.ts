import { HOPS, LOCAL_NETWORKS, NETWORK, PEER, PROBES, TRANSPORT } from './knobChoices';
import { still, type FigureSpec } from './spec';

/** Chapters 1 to 3 and 5 to 7: the leaks, the tunnel, and whose voice passes it. Why specs are written out, `FigureSpec` says. */
export const tunnelFigures = {
	'the-lying-network': {
		title: 'A network that lies',
		description:
			'The phone joins a Wi-Fi whose access point may lie, in its lease or in its answer to a name lookup. With the flag off a page then leaves the phone in the clear; with the flag on it stays in the tunnel.',
		runs: ['localnet-flag-off'],
		also: [['localnet-flag-on'], ['localnet-excluded'], ['serverip-flag-off'], ['serverip-flag-on'], ['join-flag-on']],
		marks: [
			{ reason: 'rule.userTraffic', purpose: 'page', title: 'The page goes into utun' },
			{ reason: 'tunnel.foundRelay', title: 'An exception for the relay' }
		],
		acts: ['safari', 'joinWifi', 'push'],
		flagSwitch: 'anew',
		choices: [NETWORK, LOCAL_NETWORKS],
		card: 'A LocalNet leak',
		frames: [
			still('localnet-flag-off', 'The access point lies'),
			still('localnet-flag-off', 'A lying lease'),
			still('localnet-flag-off', 'A LocalNet leak'),
			still('localnet-flag-off', 'The access point reads along'),
			still('localnet-flag-on', 'The page goes into utun', 'LocalNet, flag on: the page goes into utun'),
			still('localnet-excluded', 'A LocalNet leak', 'Flag on, local networks excluded: the leak is back'),
			still('serverip-flag-off', 'The access point lies', 'A lying DNS answer'),
			still('serverip-flag-off', 'A ServerIP leak'),
			still('serverip-flag-on', 'The page goes into utun', 'ServerIP, flag on: the page goes into utun'),
			still('join-flag-on', 'Exempt by design')
		]
	},
	'one-request': {
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
	},
	alive: {
		title: 'Is this tunnel alive?',
		description:
			'The tunnel process, a process of its own beside the VPN app, asks the gateway 10.64.0.1 for an echo, and over TCP for an ephemeral peer when DAITA or quantum resistance is on. With the flag off all of it is answered.',
		runs: ['alive'],
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
	},
	'who-may-speak': {
		title: 'Who is allowed to speak?',
		description:
			'With the flag on the tunnel process probes in vain. Told not to probe, it declares the tunnel up, and everybody’s traffic flows; a terminal on the same phone pings the gateway and gets its reply.',
		runs: ['probes-flag-on'],
		also: [['no-probes-flag-on']],
		marks: [
			{ reason: 'safari.loads', title: 'The page is there' },
			{ reason: 'terminal.pings', title: 'ping 10.64.0.1' }
		],
		acts: ['safari', 'ping', 'push'],
		flagSwitch: 'anew',
		choices: [PROBES],
		card: 'The terminal gets its reply',
		frames: [
			still('probes-flag-on', 'A packet vanishes'),
			still('probes-flag-on', 'A connection waits'),
			still('no-probes-flag-on', 'Declared up, unprobed'),
			still('no-probes-flag-on', 'The page is there'),
			still('no-probes-flag-on', 'ping 10.64.0.1'),
			still('no-probes-flag-on', 'The terminal gets its reply')
		]
	},
	'holding-it-harder': {
		title: 'Every API, flag off and flag on',
		description:
			'A grid of three APIs and four iOS versions, flag off and flag on. Each cell runs the tunnel process with that API and fills in with what came of it: works, vanishes, waits for ever, or does not exist there.',
		runs: ['nw-connection-flag-on'],
		also: [['nw-connection-flag-off'], ['probes-flag-on'], ['negotiation-flag-on'], ['probes-flag-off'], ['alive']],
		marks: [{ reason: 'tcp.ready', title: 'SYN, ACK' }],
		acts: ['safari', 'ping'],
		card: 'The connection waits',
		frames: [
			still('nw-connection-flag-off', 'NWConnection', 'Flag off: NWConnection'),
			still('nw-connection-flag-off', 'SYN, ACK', 'Flag off: SYN, ACK'),
			still('nw-connection-flag-on', 'NWConnection', 'Flag on: NWConnection'),
			still('nw-connection-flag-on', 'A packet vanishes'),
			still('nw-connection-flag-on', 'The connection waits'),
			still('negotiation-flag-on', 'No peer, no tunnel')
		]
	},
	'around-the-kernel': {
		title: 'Around the kernel',
		description:
			'The tunnel process builds its packets itself, in a userspace stack, and a mux puts them beside those read from utun, straight into the envelope. It works with the flag on and off, and through one relay or two.',
		runs: ['userspace-flag-on'],
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
	}
} as const satisfies Record<string, FigureSpec>;
