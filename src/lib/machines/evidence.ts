/** How we know a thing. Every rule and every transition carries exactly one of these. */
export type Evidence = 'observed' | 'documented' | 'reported' | 'assumed';

/** The kinds of evidence: what each is called, and what it means. */
export const EVIDENCE: Record<Evidence, { name: string; means: string }> = {
	observed: { name: 'observed', means: 'seen and described by the engineers who wrote the article' },
	documented: { name: 'documented', means: 'written down by Apple or by a published standard' },
	reported: { name: 'reported', means: 'seen by other projects, researchers or the press' },
	assumed: { name: 'assumed', means: 'our own filling of a gap that nobody has described' }
};

/** A claim of the source article, numbered as in the claims page. */
export type ClaimId = `C${string}`;

/** What became of a packet. */
export type Fate = 'delivered' | 'vanished' | 'held' | 'leaked' | 'refused' | 'exempt';

/** What each fate means. */
export const FATES: Record<Fate, string> = {
	delivered: 'reached the one it was meant for',
	vanished: 'thrown away although the send reported success',
	held: 'kept waiting, its connection not ready',
	leaked: 'left the phone outside the tunnel while a VPN was meant to protect it',
	refused: 'turned away with an error, or nobody was there to take it',
	exempt: 'allowed past the tunnel by design'
};
