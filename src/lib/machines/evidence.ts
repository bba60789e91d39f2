/** How we know a thing. Every rule and every transition carries exactly one of these. */
export type Evidence = 'observed' | 'documented' | 'code' | 'reported' | 'assumed';

/** A kind of evidence, in words. */
export interface EvidenceLevel {
	readonly name: string;
	readonly means: string;
	/** What would show that something known in this way is wrong, where nothing more particular can be said of it. */
	readonly refutedBy: string;
}

/** The kinds of evidence, the strongest first: what each is called, what it means, and what would refute it. */
export const EVIDENCE: Readonly<Record<Evidence, EvidenceLevel>> = {
	observed: {
		name: 'observed',
		means: 'can be seen from outside, and the article says that it was seen',
		refutedBy: 'A capture, a log or a screen recording in which something else happens.'
	},
	documented: {
		name: 'documented',
		means: 'written down by Apple or in a published standard',
		refutedBy: 'A passage of the source that says something else, or a phone that is seen to do something else.'
	},
	code: {
		name: 'read in code',
		means: 'what somebody’s published source code does: neither Apple’s documentation nor an observation',
		refutedBy: 'The lines of that code that do something else, or a log of the app in which it does something else.'
	},
	reported: {
		name: 'reported',
		means: 'seen or said by other projects, researchers or the press',
		refutedBy: 'The same steps on a named version of iOS, with another outcome.'
	},
	assumed: {
		name: 'assumed',
		means: 'our own filling of a gap that nobody has described',
		refutedBy: 'Any observation, document or code that says what happens instead.'
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
