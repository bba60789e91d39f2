import { LOCAL_NETWORKS, NETWORK } from './knobChoices';
import { still, type FigureSpec } from './spec';

export const theLyingNetwork = {
	title: 'A network that lies',
	description:
		'The phone joins a Wi-Fi whose access point may lie, in its lease or in its answer to a name lookup. With the flag off a page then leaves the phone outside the tunnel; with the flag on it stays in the tunnel.',
	runs: ['localnet-flag-off'],
	opensAt: 'The access point lies',
	also: [['localnet-flag-on'], ['localnet-excluded'], ['serverip-flag-off'], ['serverip-flag-on'], ['join-flag-on']],
	marks: [
		{ reason: 'rule.localClosed', purpose: 'page', title: 'The page goes into utun' },
		{ reason: 'rule.relayAddressClosed', purpose: 'page', title: 'The page goes into utun' },
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
} as const satisfies FigureSpec;
