import type { OutcomeId } from '../machines/events';

/** The answers to the questions that the evidence leaves open. */
export type Outcomes = Readonly<Record<OutcomeId, boolean>>;

/** What happens when nobody chooses: the article's own words (C31, C32). */
export const ARTICLE_OUTCOMES: Outcomes = { toggleRestores: true, retryAfterReboot: false };

/** The questions that the evidence leaves open, in words. */
export const OUTCOMES: Readonly<Record<OutcomeId, { question: string; yes: string; no: string }>> = {
	toggleRestores: {
		question: 'After the cancelled download, does toggling the VPN twice restore the network? (C31 says: it may.)',
		yes: 'toggling restores it',
		no: 'toggling does not help'
	},
	retryAfterReboot: {
		question:
			'After a reboot, does the App Store take the unfinished update up again? (Press reports say that it does.)',
		yes: 'the update is tried again',
		no: 'the update is left at that'
	}
};

/** Every open question’s name. */
export const OUTCOME_IDS = Object.keys(OUTCOMES) as OutcomeId[];
