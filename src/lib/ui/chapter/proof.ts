import { check, type Verdicts } from '../../check/check';
import { minimalRepairs, type RepairAnswer } from '../../check/minimalRepairs';
import { RELEASED_APP, type Knobs } from '../../machines/knobs';
import { MAKERS } from '../../machines/repairs';
import { TRANSPORT_LABELS } from '../../machines/transportLabels';
import { REQUIRED_PROPERTIES } from './requiredProperties';
import { countsIn } from '../controls/phones/counts';
import { answerTo } from '../controls/phones/answers.server';
import { phoneVerdicts } from '../controls/phones/phoneVerdicts';

/**
 * A phone that the checker is asked about.
 * @internal for its tests
 */
export interface Case {
	readonly name: string;
	readonly knobs: Knobs;
}

const phone = (name: string, change: Partial<Knobs>): Case => ({
	name,
	knobs: { ...RELEASED_APP, safariTraffic: 'quiet', ...change }
});

/**
 * The phones of chapter 10: the released app either way, what the flag is for, and the app as it was at first.
 * @internal for its tests
 */
export const CASES: readonly Case[] = [
	phone('flag on', { includeAllNetworks: true }),
	phone('flag off', {}),
	phone('flag off, LocalNet', { network: 'localNet' }),
	phone('flag off, ServerIP', { network: 'serverIp' }),
	phone(`flag on, ${TRANSPORT_LABELS.bsdSocket.short}`, { includeAllNetworks: true, transport: 'bsdSocket' })
];

/** Everything that chapter 10 says, computed when the site is built. */
export interface Proof {
	readonly cases: readonly { readonly name: string; readonly verdicts: Verdicts }[];
	readonly repairs: RepairAnswer;
	/** The numbers of the prose. */
	readonly counts: ReturnType<typeof countsIn>;
}

/** What of it takes long. */
type LongPart = Omit<Proof, 'counts'>;

/** Asks the checker about every phone of chapter 10, and for the smallest repair of the first. */
export const proveCases = (): LongPart => ({
	cases: CASES.map(({ name, knobs }) => ({ name, verdicts: check(knobs) })),
	repairs: minimalRepairs({ knobs: CASES[0]?.knobs ?? RELEASED_APP, properties: REQUIRED_PROPERTIES, makers: MAKERS })
});

/** Everything that chapter 10 says. Takes a minute, once, and shares the table of phones with its page. */
export async function proof(): Promise<Proof> {
	return { ...(await answerTo('proof', proveCases)), counts: countsIn(await phoneVerdicts()) };
}
