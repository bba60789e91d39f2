import { check, type Verdicts } from '../check';
import { smallestRepairs, type RepairAnswer } from '../check/smallest';
import { RELEASED_APP, type Knobs } from '../machines/knobs';
import { MAKERS } from '../machines/repairs';
import { WAYS } from '../machines/ways';
import { KEPT } from './kept';
import { countsIn } from './verdicts/counted';
import { judgedPhones } from './verdicts/phones';

/** A phone that the checker is asked about. */
export interface Case {
	readonly name: string;
	readonly knobs: Knobs;
}

const phone = (name: string, change: Partial<Knobs>): Case => ({
	name,
	knobs: { ...RELEASED_APP, safariTraffic: 'quiet', ...change }
});

/** The phones of chapter 10: the released app either way, what the flag is for, and the app as it was at first. */
export const CASES: readonly Case[] = [
	phone('flag on', { includeAllNetworks: true }),
	phone('flag off', {}),
	phone('flag off, LocalNet', { network: 'localNet' }),
	phone('flag off, ServerIP', { network: 'serverIp' }),
	phone(`flag on, ${WAYS.bsdSocket.short}`, { includeAllNetworks: true, transport: 'bsdSocket' })
];

/** Everything that chapter 10 says, computed when the site is built. */
export interface Proof {
	readonly cases: readonly { readonly name: string; readonly verdicts: Verdicts }[];
	readonly repairs: RepairAnswer;
	/** The numbers of the prose. */
	readonly counts: ReturnType<typeof countsIn>;
}

let made: Proof | null = null;

/** Asks the checker about every phone of chapter 10. Takes a minute, once, and shares it with the table of phones. */
export function proof(): Proof {
	made ??= {
		cases: CASES.map(({ name, knobs }) => ({ name, verdicts: check(knobs) })),
		repairs: smallestRepairs({ knobs: CASES[0]?.knobs ?? RELEASED_APP, properties: KEPT, makers: MAKERS }),
		counts: countsIn(judgedPhones())
	};
	return made;
}
