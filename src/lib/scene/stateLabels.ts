import type { World } from '../sim/world';
import { kernelContext, leavesOf, sessionContext, stateOf, tunnelContext } from '../sim/world';
import type { RoomId } from './layout';

const SPECIAL: Readonly<Record<string, string>> = {
	noVpn: 'no VPN',
	absent: 'not running',
	toldToTerminate: 'told to terminate',
	invalid: 'no profile',
	updating: 'suspended for update',
	waitingForExit: 'ending the old tunnel',
	downloadCancelled: 'still suspended',
	toggledOff: 'suspended, VPN off',
	toggledOn: 'suspended, VPN on',
	eavesdropping: 'reading along',
	echoSent: 'awaiting reply',
	answering: 'there',
	serving: 'there',
	requested: 'update requested',
	stoppingOldTunnel: 'stopping the old tunnel'
};

/** A state’s name in words: `waitingForConnectivity` becomes “waiting for connectivity”. */
export const stateLabel = (state: string): string =>
	SPECIAL[state] ?? state.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);

const onOff = (value: boolean | undefined) => (value === undefined ? 'none' : value ? 'on' : 'off');

/** What a room says of itself: its state in words, and the details that belong to it. */
export function roomLabels(world: World, room: RoomId): { state: string; details: string[] } {
	const state = stateLabel(stateOf(world, room));
	switch (room) {
		case 'sessionManager': {
			const { saved, running } = sessionContext(world);
			return {
				state,
				details: [
					`flag saved: ${onOff(saved?.includeAllNetworks)}`,
					`flag in force: ${onOff(running?.includeAllNetworks)}`
				]
			};
		}
		case 'tunnelProcess':
			return { state: tunnelState(world), details: connectionWords(world) };
		case 'accessPoint':
			return {
				state: world.knobs.network === 'honest' ? 'honest' : state === 'reading along' ? state : 'lying',
				details: []
			};
		case 'gateway':
			return { state: 'only inside the tunnel', details: ['10.64.0.1'] };
		case 'relay':
			return { state, details: [`number ${tunnelContext(world).relayIndex + 1} in use`] };
		case 'internet':
			return { state: '', details: [] };
		case 'kernelRouter':
			return { state, details: [`utun: ${kernelContext(world).utun ? 'there' : 'none'}`] };
		default:
			return { state, details: [] };
	}
}

function tunnelState(world: World): string {
	const state = stateOf(world, 'tunnelProcess');
	const relay = `relay ${tunnelContext(world).relayIndex + 1}`;
	if (state === 'probing') return `probing through ${relay}`;
	if (state === 'negotiatingPeer') return `negotiating through ${relay}`;
	return stateLabel(state);
}

const API: Readonly<Record<string, string>> = {
	bsdSocket: 'NWTCPConnection',
	nwConnection: 'NWConnection',
	userspaceStack: 'stack’s TCP',
	noProbes: 'TCP'
};

/** The connections inside the tunnel process, each with a badge of its own. */
function connectionWords(world: World): string[] {
	const leaves = leavesOf(world.machines.tunnelProcess.value);
	const region = (name: string) =>
		leaves
			.find((leaf) => leaf.startsWith(`${name}.`))
			?.split('.')
			.at(-1) ?? '';
	const icmp = region('icmpSocket');
	const tcp = region('tcpConnection');
	return [
		...(icmp === 'closed' ? [] : [`ICMP: ${stateLabel(icmp)}`]),
		...(tcp === 'none' ? [] : [`${API[tunnelContext(world).transport] ?? 'TCP'}: ${tcp}`])
	];
}
