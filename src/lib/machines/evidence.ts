/** How we know a thing. Every rule and every transition carries exactly one of these. */
export type Evidence = 'observed' | 'documented' | 'code' | 'reported' | 'assumed';

/** A kind of evidence, in words. */
export interface EvidenceLevel {
	readonly name: string;
	readonly means: string;
}

/** The kinds of evidence, the strongest first: what each is called, and what it means. */
export const EVIDENCE: Readonly<Record<Evidence, EvidenceLevel>> = {
	observed: {
		name: 'observed',
		means: 'can be seen from outside, and the article says that it was seen'
	},
	documented: {
		name: 'documented',
		means: 'written down by Apple or in a published standard'
	},
	code: {
		name: 'read in code',
		means: 'what somebody’s published source code does: neither Apple’s documentation nor an observation'
	},
	reported: {
		name: 'reported',
		means: 'seen or said by other projects, researchers or the press'
	},
	assumed: {
		name: 'assumed',
		means: 'our own filling of a gap that nobody has described'
	}
};

/** The kinds of evidence, the strongest first. */
export const EVIDENCE_LEVELS = Object.keys(EVIDENCE) as Evidence[];

/** A claim of the source article, numbered as in the claims page. */
export type ClaimId = `C${string}`;

/** What became of a packet. */
export type Fate = 'delivered' | 'vanished' | 'held' | 'leaked' | 'refused' | 'exempt';

/** What each fate means. */
export const FATES: Record<Fate, string> = {
	delivered: 'reached the one it was meant for',
	vanished: 'was never seen again, and no error was reported',
	held: 'kept waiting, its connection not ready',
	leaked: 'left the phone outside the tunnel while a VPN was meant to protect it',
	refused: 'turned away with an error, or nobody was there to take it',
	exempt: 'allowed past the tunnel by design'
};
