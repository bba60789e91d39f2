import { KNOB_VALUES, type KnobId, type Settings } from './knobs';
import { TRANSPORT_LABELS } from './transportLabels';

/** What a knob can belong to, in the order of the lab. */
const GROUPS = ['The profile', 'The tunnel process', 'The phone and its network'] as const;

/** A value as a key: “true” for true. */
type Written<V> = V extends boolean | number | string ? `${V}` : never;

/** Words for values: a boolean is on or off, a number says itself, and every other value is named. */
type ValueLabels<V> = V extends boolean | number
	? { readonly values?: never }
	: { readonly values: Readonly<Record<Written<V>, string>> };

/** A knob as people meet it. */
interface Words {
	/** Apple’s own name where Apple has one. */
	readonly name: string;
	readonly hint?: string;
	readonly group: (typeof GROUPS)[number];
	/** The option that turns it in the terminal, without its hyphens. */
	readonly option: string;
}
interface KnobLabels extends Words {
	readonly values?: Readonly<Record<string, string>>;
	readonly option: KnobOption;
}

/** A transport with what makes it, such as “around the kernel (userspace stack)”. */
export const transportLabel = (transport: keyof typeof TRANSPORT_LABELS): string =>
	`${TRANSPORT_LABELS[transport].short} (${TRANSPORT_LABELS[transport].by})`;

/** What every knob is called. Apart from the knobs: the model needs no words, and neither does the first screen. */
const LABELS = {
	includeAllNetworks: {
		name: 'includeAllNetworks',
		hint: 'nearly all traffic is to go through the tunnel',
		group: 'The profile',
		option: 'ian'
	},
	excludeLocalNetworks: {
		name: 'excludeLocalNetworks',
		hint: 'on takes the local network out of the tunnel; counts with the flag on, or enforceRoutes; by default iOS has it on',
		group: 'The profile',
		option: 'exclude-local'
	},
	onDemand: {
		name: 'isOnDemandEnabled',
		hint: 'the tunnel starts again as soon as anything wants the network',
		group: 'The profile',
		option: 'on-demand'
	},
	transport: {
		name: 'Its own probes go',
		values: {
			bsdSocket: transportLabel('bsdSocket'),
			nwConnection: transportLabel('nwConnection'),
			userspaceStack: transportLabel('userspaceStack'),
			noProbes: 'nowhere: it does not probe'
		},
		group: 'The tunnel process',
		option: 'transport'
	},
	ephemeralPeer: {
		name: 'Needs an ephemeral peer for',
		values: { none: 'nothing', daita: 'DAITA', quantum: 'quantum resistance', both: 'both' },
		group: 'The tunnel process',
		option: 'peer'
	},
	startTunnelReturns: {
		name: 'It says that it is up',
		hint: 'when startTunnel returns: for the system the tunnel is up from then on',
		values: {
			onReply: 'on the first reply (code from 2023.1 to October 2023)',
			afterTwoAttempts: 'on a reply, or at the third attempt (until May 2024)',
			whileNegotiating: 'the same, and at once to negotiate a peer (until January 2026)',
			beforeHandshake: 'before any handshake (since)'
		},
		group: 'The tunnel process',
		option: 'returns'
	},
	multihop: {
		name: 'Multihop',
		hint: 'two relays, one tunnel in the other',
		group: 'The tunnel process',
		option: 'multihop'
	},
	iosVersion: { name: 'iOS', group: 'The phone and its network', option: 'ios' },
	updateSource: {
		name: 'An update comes',
		values: { auto: 'by itself', manual: 'by hand, App Store', xcode: 'by hand, Xcode' },
		group: 'The phone and its network',
		option: 'update-source'
	},
	safariTraffic: {
		name: 'The open page',
		values: { steady: 'keeps itself fresh', quiet: 'stays as it is' },
		group: 'The phone and its network',
		option: 'safari'
	},
	network: {
		name: 'The Wi-Fi',
		values: { honest: 'is honest', localNet: 'lies in its lease (LocalNet)', serverIp: 'lies in DNS (ServerIP)' },
		group: 'The phone and its network',
		option: 'network'
	}
} as const satisfies { readonly [K in KnobId]: Words & ValueLabels<Settings[K]> };

export type KnobOption = (typeof LABELS)[KnobId]['option'];
/** The words of every knob and of its values. */
export const KNOB_LABELS: Readonly<Record<KnobId, KnobLabels>> = LABELS;
const LABELLED = Object.keys(LABELS) as KnobId[];

/** The knobs by what they belong to, in the order of their labels. */
export const KNOB_GROUPS: readonly { readonly name: string; readonly knobs: readonly KnobId[] }[] = GROUPS.map(
	(name) => ({ name, knobs: LABELLED.filter((id) => LABELS[id].group === name) })
);

/** Whether a knob is a switch, which is on or off. */
export const isSwitch = (knob: KnobId): boolean => typeof KNOB_VALUES[knob][0] === 'boolean';

/** A value in words, such as “on”, “18” or “is honest”. */
export const valueLabel = (knob: KnobId, value: Settings[KnobId]): string =>
	KNOB_LABELS[knob].values?.[String(value)] ?? (value === true ? 'on' : value === false ? 'off' : String(value));

/**
 * A knob and its value in words.
 * @param knob its name
 * @param value one that it may take
 * @returns such as “Multihop: on” or “The Wi-Fi: is honest”
 */
export const knobLabel = (knob: KnobId, value: Settings[KnobId]): string =>
	`${KNOB_LABELS[knob].name}: ${valueLabel(knob, value)}`;
