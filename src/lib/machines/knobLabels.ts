import type { Settings } from './knobs';
import { TRANSPORT_LABELS } from './transportLabels';

/** The name of a knob. */
export type KnobId = keyof Settings;

/** A knob as people meet it: what it is called, what it means, and its values where “on” and “off” do not say it. */
interface KnobLabels {
	readonly name: string;
	readonly hint?: string;
	readonly values?: Readonly<Record<string, string>>;
}

/** A way with what makes it, such as “around the kernel (userspace stack)”. */
export const transportLabel = (way: keyof typeof TRANSPORT_LABELS): string =>
	`${TRANSPORT_LABELS[way].short} (${TRANSPORT_LABELS[way].by})`;

/** Names are Apple’s where Apple has one. */
export const KNOB_LABELS: Readonly<Record<KnobId, KnobLabels>> = {
	includeAllNetworks: { name: 'includeAllNetworks', hint: 'all traffic is expected to go through the tunnel' },
	excludeLocalNetworks: {
		name: 'excludeLocalNetworks',
		hint: 'on takes the local network out of the tunnel; counts with the flag on'
	},
	onDemand: { name: 'isOnDemandEnabled', hint: 'the tunnel starts again as soon as anything wants the network' },
	transport: {
		name: 'Its own probes go',
		values: {
			bsdSocket: transportLabel('bsdSocket'),
			nwConnection: transportLabel('nwConnection'),
			userspaceStack: transportLabel('userspaceStack'),
			noProbes: 'nowhere: it does not probe'
		}
	},
	ephemeralPeer: {
		name: 'Needs an ephemeral peer for',
		values: { none: 'nothing', daita: 'DAITA', quantum: 'quantum resistance', both: 'both' }
	},
	multihop: { name: 'Multihop', hint: 'two relays, one tunnel in the other' },
	iosVersion: { name: 'iOS', values: {} },
	updateSource: {
		name: 'An update comes',
		values: { auto: 'by itself', manual: 'by hand, App Store', xcode: 'by hand, Xcode' }
	},
	safariTraffic: { name: 'The open page', values: { steady: 'keeps itself fresh', quiet: 'stays as it is' } },
	network: {
		name: 'The Wi-Fi',
		values: { honest: 'is honest', localNet: 'lies in its lease (LocalNet)', serverIp: 'lies in DNS (ServerIP)' }
	}
};

/** The knobs by what they belong to. */
export const KNOB_GROUPS: readonly { readonly name: string; readonly knobs: readonly KnobId[] }[] = [
	{ name: 'The profile', knobs: ['includeAllNetworks', 'excludeLocalNetworks', 'onDemand'] },
	{ name: 'The tunnel process', knobs: ['transport', 'ephemeralPeer', 'multihop'] },
	{ name: 'The phone and its network', knobs: ['iosVersion', 'updateSource', 'safariTraffic', 'network'] }
];

/**
 * A knob and its value in words.
 * @param knob its name
 * @param value one that it may take
 * @returns such as “Multihop: on” or “The Wi-Fi: is honest”
 */
export function knobLabel(knob: KnobId, value: Settings[KnobId]): string {
	const { name, values } = KNOB_LABELS[knob];
	return `${name}: ${values?.[String(value)] ?? (value === true ? 'on' : value === false ? 'off' : String(value))}`;
}
