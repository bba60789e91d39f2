import { PROPERTY_IDS, type Counterexample, type PropertyId } from '../../../check/check';
import { pathTo, type PhoneVerdict } from '../../../check/phoneVerdict';
import type { RuleId } from '../../../machines/rules';

/** A way in which a property breaks: the last step that the paths of some phones have in common, and what comes of it. */
export interface FailureGroup {
	/** By which the cells of the table point to it. */
	readonly letter: string;
	readonly property: PropertyId;
	readonly ends: string;
	readonly comesTo: string | null;
	/** The rule that leaks, where something does. */
	readonly rule: RuleId | null;
	readonly phones: number;
	/** How many steps the shortest of the paths has, and the longest. */
	readonly fewest: number;
	readonly most: number;
}

const isAlike = (one: Counterexample, other: Counterexample): boolean =>
	one.ends === other.ends && one.comesTo === other.comesTo;

/** Every way in which these phones break, property by property, those of the first phones first. */
export function failureGroups(phones: readonly PhoneVerdict[]): FailureGroup[] {
	const groups = PROPERTY_IDS.flatMap((property) => {
		const paths = phones.flatMap((phone) => pathTo(phone, property) ?? []);
		const firsts = paths.filter((path, at) => paths.findIndex((other) => isAlike(path, other)) === at);
		return firsts.map((first) => {
			const steps = paths.filter((path) => isAlike(path, first)).map((path) => path.steps);
			return {
				property,
				ends: first.ends,
				comesTo: first.comesTo,
				rule: first.rule,
				phones: steps.length,
				fewest: Math.min(...steps),
				most: Math.max(...steps)
			};
		});
	});
	return groups.map((ending, at) => ({ letter: String.fromCharCode(97 + at), ...ending }));
}

/** The way in which this phone breaks a property; nothing where that holds. */
export function failureGroupOf(
	groups: readonly FailureGroup[],
	phone: PhoneVerdict,
	property: PropertyId
): FailureGroup | undefined {
	const path = pathTo(phone, property);
	return (
		path &&
		groups.find(
			(ending) => ending.property === property && ending.ends === path.ends && ending.comesTo === path.comesTo
		)
	);
}
