import { WAYS } from '../../machines/ways';
import type { Choice } from './spec';

/** How the tunnel process sends what is its own. */
export const WAY: Choice = {
	legend: 'The VPN’s own probes go',
	options: [
		{ label: WAYS.bsdSocket.short, knobs: { transport: 'bsdSocket' } },
		{ label: WAYS.userspaceStack.short, knobs: { transport: 'userspaceStack' } }
	]
};

/** DAITA and quantum resistance: for either the tunnel process needs an ephemeral peer, and TCP to get it (C05). */
export const PEER: Choice = {
	legend: 'Needs an ephemeral peer for',
	options: [
		{ label: 'nothing', knobs: { ephemeralPeer: 'none' } },
		{ label: 'DAITA', knobs: { ephemeralPeer: 'daita' } },
		{ label: 'quantum resistance', knobs: { ephemeralPeer: 'quantum' } },
		{ label: 'both', knobs: { ephemeralPeer: 'both' } }
	]
};

export const PROBES: Choice = {
	legend: 'The tunnel process',
	options: [
		{ label: 'probes the tunnel', knobs: { transport: 'bsdSocket' } },
		{ label: 'just says that it is up', knobs: { transport: 'noProbes' } }
	]
};

export const NETWORK: Choice = {
	legend: 'The Wi-Fi you join',
	options: [
		{ label: 'is honest', knobs: { network: 'honest' } },
		{ label: 'lies in its lease (LocalNet)', knobs: { network: 'localNet' } },
		{ label: 'lies in DNS (ServerIP)', knobs: { network: 'serverIp' } }
	]
};

/** Apple’s polarity: true takes the local network out of the tunnel. */
export const LOCAL_NETWORKS: Choice = {
	legend: 'excludeLocalNetworks',
	options: [
		{ label: 'false', knobs: { excludeLocalNetworks: false } },
		{ label: 'true', knobs: { excludeLocalNetworks: true } }
	]
};

export const HOPS: Choice = {
	legend: 'Through',
	options: [
		{ label: 'one relay', knobs: { multihop: false } },
		{ label: 'two (multihop)', knobs: { multihop: true } }
	]
};
