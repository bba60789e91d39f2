import type { Repairable } from './repairs';

/** The knobs: everything about a run that is settled before it starts. What is repaired, if anything, is settled too. */
export interface Knobs extends Settings, Repairable {}

/** The knobs of the phone as it ships, each with one value. */
export interface Settings {
	readonly includeAllNetworks: boolean;
	readonly excludeLocalNetworks: boolean;
	readonly onDemand: boolean;
	readonly iosVersion: 15 | 16 | 17 | 18;
	readonly transport: Transport;
	readonly ephemeralPeer: 'none' | 'daita' | 'quantum' | 'both';
	readonly multihop: boolean;
	readonly updateSource: 'auto' | 'manual' | 'xcode';
	readonly network: 'honest' | 'localNet' | 'serverIp';
	/** Whether a page left open in Safari keeps itself fresh (ours, so that there is traffic to watch). */
	readonly safariTraffic: 'steady' | 'quiet';
}

/** How the tunnel process sends traffic of its own into its own tunnel. */
export type Transport = 'bsdSocket' | 'nwConnection' | 'userspaceStack' | 'noProbes';

/** What the saved profile and the running configuration both hold (C17, C18). */
export interface Configuration {
	readonly includeAllNetworks: boolean;
	readonly excludeLocalNetworks: boolean;
	readonly onDemand: boolean;
}

/** The values a knob may take, for forms, the terminal and links alike. */
export const KNOB_VALUES: { readonly [K in keyof Settings]: readonly Settings[K][] } = {
	includeAllNetworks: [false, true],
	excludeLocalNetworks: [false, true],
	onDemand: [true, false],
	iosVersion: [15, 16, 17, 18],
	transport: ['bsdSocket', 'nwConnection', 'userspaceStack', 'noProbes'],
	ephemeralPeer: ['none', 'daita', 'quantum', 'both'],
	multihop: [false, true],
	updateSource: ['auto', 'manual', 'xcode'],
	network: ['honest', 'localNet', 'serverIp'],
	safariTraffic: ['steady', 'quiet']
};

/**
 * The released app of the article: flag off, userspace stack (C25), on-demand on (C27), local
 * network sharing off, which for that app means `excludeLocalNetworks` false.
 */
export const RELEASED_APP: Knobs = {
	includeAllNetworks: false,
	excludeLocalNetworks: false,
	onDemand: true,
	iosVersion: 18,
	transport: 'userspaceStack',
	ephemeralPeer: 'none',
	multihop: false,
	updateSource: 'auto',
	network: 'honest',
	safariTraffic: 'steady'
};

/**
 * Why a combination of knobs cannot be. C13, C14: `requiredInterface` on the tunnel’s `virtualInterface` needs iOS 18.
 * C15: whoever sends nothing of its own cannot negotiate an ephemeral peer.
 * @param knobs all of them
 * @returns one sentence with what is allowed, or null when the combination can be
 */
export function refuseKnobs(knobs: Knobs): string | null {
	if (knobs.transport === 'nwConnection' && knobs.iosVersion < 18) {
		return `The transport nwConnection needs virtualInterface, which iOS ${knobs.iosVersion} does not have; choose iOS 18, or one of bsdSocket, userspaceStack, noProbes.`;
	}
	if (knobs.transport === 'noProbes' && knobs.ephemeralPeer !== 'none') {
		return 'The transport noProbes sends nothing of its own, so no ephemeral peer can be negotiated; choose the ephemeral peer none, or one of bsdSocket, nwConnection, userspaceStack.';
	}
	return null;
}
