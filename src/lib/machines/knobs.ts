import type { Repairable } from './repairs';

/** A knob: what it may be set to, and what stands where nobody says. Its words are in `knobLabels`. */
interface Knob {
	/** In the order in which forms and the terminal offer them. */
	readonly values: readonly (boolean | number | string)[];
	/** Its value in the released app of the article. */
	readonly released: boolean | number | string;
	/** What a link means that was made before there was this knob; null when none was. Links name every knob that there is. */
	readonly olderLinks: boolean | number | string | null;
	/** The values that the table of phones tells apart, in its order; null when none changes a verdict of the checker. */
	readonly inPhoneTable: readonly (boolean | number | string)[] | null;
}

/**
 * The one table of the knobs of the phone as it ships: everything about a run that is settled before it starts. The type
 * `Settings`, forms, the terminal and links follow from it; links and histories keep its order.
 * The released app of the article has the flag off, the userspace stack (C25), on-demand on (C27), and local network
 * sharing off, which for that app means `excludeLocalNetworks` false.
 */
export const KNOBS = {
	includeAllNetworks: { values: [false, true], released: false, olderLinks: null, inPhoneTable: [true, false] },
	excludeLocalNetworks: { values: [false, true], released: false, olderLinks: null, inPhoneTable: [false, true] },
	onDemand: { values: [true, false], released: true, olderLinks: null, inPhoneTable: [true, false] },
	iosVersion: { values: [15, 16, 17, 18], released: 18, olderLinks: null, inPhoneTable: null },
	/** How the tunnel process sends traffic of its own into its own tunnel. */
	transport: {
		values: ['bsdSocket', 'nwConnection', 'userspaceStack', 'noProbes'],
		released: 'userspaceStack',
		olderLinks: null,
		inPhoneTable: ['userspaceStack', 'bsdSocket', 'noProbes']
	},
	ephemeralPeer: {
		values: ['none', 'daita', 'quantum', 'both'],
		released: 'none',
		olderLinks: null,
		inPhoneTable: ['none', 'quantum']
	},
	/**
	 * When the tunnel process tells the system that it is up, by what the app’s code has done: from 2023.1 until
	 * October 2023, until May 2024, until January 2026, and since. The article was written at the time of the third.
	 */
	startTunnelReturns: {
		values: ['onReply', 'afterTwoAttempts', 'whileNegotiating', 'beforeHandshake'],
		released: 'whileNegotiating',
		olderLinks: 'onReply',
		inPhoneTable: ['whileNegotiating', 'onReply']
	},
	multihop: { values: [false, true], released: false, olderLinks: null, inPhoneTable: null },
	updateSource: { values: ['auto', 'manual', 'xcode'], released: 'auto', olderLinks: null, inPhoneTable: null },
	network: {
		values: ['honest', 'localNet', 'serverIp'],
		released: 'honest',
		olderLinks: null,
		inPhoneTable: ['honest', 'localNet', 'serverIp']
	},
	/** Whether a page left open in Safari keeps itself fresh (ours, so that there is traffic to watch). */
	safariTraffic: { values: ['steady', 'quiet'], released: 'steady', olderLinks: null, inPhoneTable: null }
} as const satisfies Readonly<Record<string, Knob>>;

/** The name of a knob. */
export type KnobId = keyof typeof KNOBS;
/** Every knob’s name, in the order of the table. */
export const KNOB_IDS = Object.keys(KNOBS) as KnobId[];

/** The knobs of the phone as it ships, each with one value. */
export type Settings = { readonly [K in KnobId]: (typeof KNOBS)[K]['values'][number] };

/** The knobs of a run. What is repaired, if anything, is settled too. */
export interface Knobs extends Settings, Repairable {}

/** How the tunnel process sends traffic of its own into its own tunnel. */
export type Transport = Settings['transport'];

/** What the saved profile and the running configuration both hold (C17, C18). */
export type Configuration = Pick<Settings, 'includeAllNetworks' | 'excludeLocalNetworks' | 'onDemand'>;

/** Takes one thing of every knob. */
const ofEach = <T>(take: (knob: Knob) => T): Record<KnobId, T> =>
	Object.fromEntries(KNOB_IDS.map((id) => [id, take(KNOBS[id])])) as Record<KnobId, T>;

/** The values a knob may take, for forms, the terminal and links alike. */
export const KNOB_VALUES = ofEach(({ values }) => values) as { readonly [K in KnobId]: readonly Settings[K][] };

/** The released app of the article. */
export const RELEASED_APP = ofEach(({ released }) => released) as Knobs;

/** What a link means that lacks a knob, being older than the knob. */
export const KNOBS_OF_OLDER_LINKS = ofEach(({ released, olderLinks }) => olderLinks ?? released) as Settings;

/**
 * The combinations that cannot be: each gives why, or null when it does not concern these knobs.
 * C13, C14: `requiredInterface` on the tunnel's `virtualInterface` needs iOS 18.
 * C15: whoever sends nothing of its own cannot negotiate an ephemeral peer.
 */
const REFUSALS: readonly ((knobs: Settings) => string | null)[] = [
	({ transport, iosVersion }) =>
		transport === 'nwConnection' && iosVersion < 18
			? `The transport nwConnection needs virtualInterface, which iOS ${iosVersion} does not have; choose iOS 18, or one of bsdSocket, userspaceStack, noProbes.`
			: null,
	({ transport, ephemeralPeer }) =>
		transport === 'noProbes' && ephemeralPeer !== 'none'
			? 'The transport noProbes sends nothing of its own, so no ephemeral peer can be negotiated; choose the ephemeral peer none, or one of bsdSocket, nwConnection, userspaceStack.'
			: null
];

/**
 * Why a combination of knobs cannot be.
 * @param knobs all of them
 * @returns one sentence with what is allowed, or null when the combination can be
 */
export const refuseKnobs = (knobs: Settings): string | null =>
	REFUSALS.reduce<string | null>((why, refuse) => why ?? refuse(knobs), null);
