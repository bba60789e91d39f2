import type { Knobs } from '../machines/knobs';
import type { Verdicts } from './check';
import type { Counterexample } from './paths';
import { PROPERTY_IDS, type PropertyId } from './properties';
import type { Broken } from './minimalRepairs';

/** A phone with its verdicts: a property that is not among the broken ones holds. Plain data, to travel with a page. */
export interface PhoneVerdict {
	readonly knobs: Knobs;
	readonly worlds: number;
	/** Each with one shortest path. */
	readonly broken: readonly Broken[];
}

/** What a whole check of a phone says, as the table of phones has it. */
export const phoneVerdictOf = ({ knobs, worlds, verdicts }: Verdicts): PhoneVerdict => ({
	knobs,
	worlds,
	broken: PROPERTY_IDS.flatMap((property) => {
		const counterexample = verdicts[property].counterexamples[0];
		return counterexample ? [{ property, counterexample }] : [];
	})
});

/** The path that breaks a property of this phone; undefined where it holds. */
export const pathTo = ({ broken }: PhoneVerdict, property: PropertyId): Counterexample | undefined =>
	broken.find((each) => each.property === property)?.counterexample;

/** Whether two explorations found as many worlds, and the same paths to the same breaches. */
export const agree = (one: PhoneVerdict, other: PhoneVerdict): boolean =>
	one.worlds === other.worlds && PROPERTY_IDS.every((id) => pathTo(one, id)?.link === pathTo(other, id)?.link);
