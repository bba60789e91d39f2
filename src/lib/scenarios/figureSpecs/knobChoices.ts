import { TRANSPORT_LABELS } from '../../machines/transportLabels';
import type { KnobChoice } from './spec';

/** How the tunnel process sends what is its own. */
export const TRANSPORT: KnobChoice = {
	legend: 'The VPN’s own probes go',
	options: [
		{ label: TRANSPORT_LABELS.bsdSocket.short, knobs: { transport: 'bsdSocket' } },
		{ label: TRANSPORT_LABELS.userspaceStack.short, knobs: { transport: 'userspaceStack' } }
	]
};

/** DAITA and quantum resistance: for either the tunnel process needs an ephemeral peer, and TCP to get it (C05). */
export const PEER: KnobChoice = {
	legend: 'Needs an ephemeral peer for',
	options: [
		{ label: 'nothing', knobs: { ephemeralPeer: 'none' } },
		{ label: 'DAITA', knobs: { ephemeralPeer: 'daita' } },
		{ label: 'quantum resistance', knobs: { ephemeralPeer: 'quantum' } },
		{ label: 'both', knobs: { ephemeralPeer: 'both' } }
	]
};

export const PROBES: KnobChoice = {
	legend: 'The tunnel process',
	options: [
		{ label: 'probes the tunnel', knobs: { transport: 'bsdSocket' } },
		{ label: 'just says that it is up', knobs: { transport: 'noProbes' } }
	]
};

export const NETWORK: KnobChoice = {
	legend: 'The Wi-Fi you join',
	options: [
		{ label: 'is honest', knobs: { network: 'honest' } },
		{ label: 'lies in its lease (LocalNet)', knobs: { network: 'localNet' } },
		{ label: 'lies in DNS (ServerIP)', knobs: { network: 'serverIp' } }
	]
};

/** Apple’s polarity: true takes the local network out of the tunnel. */
export const LOCAL_NETWORKS: KnobChoice = {
	legend: 'excludeLocalNetworks',
	options: [
		{ label: 'false', knobs: { excludeLocalNetworks: false } },
		{ label: 'true', knobs: { excludeLocalNetworks: true } }
	]
};

export const HOPS: KnobChoice = {
	legend: 'Through',
	options: [
		{ label: 'one relay', knobs: { multihop: false } },
		{ label: 'two (multihop)', knobs: { multihop: true } }
	]
};
