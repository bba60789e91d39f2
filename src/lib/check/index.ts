/**
 * The checker: looks into every world that a phone can reach, over the same step as every figure, and judges five
 * properties.
 *
 * Where a property breaks, there is a shortest path to the breach, and a path is a history that can be played. What the
 * exploration leaves out is data ({@link Bounds}), and is said with every verdict; where the bounds are reached, nothing is
 * said to hold. The same knobs and bounds give the same verdicts.
 *
 * @example Which properties a phone keeps
 * ```ts
 * import { check, PROPERTY_IDS } from '$lib/check';
 * import { RELEASED_APP } from '$lib/machines';
 *
 * const { verdicts, gaveUp } = check({ ...RELEASED_APP, includeAllNetworks: true, updateSource: 'xcode', safariTraffic: 'quiet' });
 * gaveUp; // → false
 * PROPERTY_IDS.filter((id) => !verdicts[id].holds); // → ['noLockout', 'updateCompletes']
 * verdicts.noLockout.counterexamples.length; // → 1
 * ```
 * @module check
 */
export { checkGrid, type CheckedCell } from './apiGrid';
export { boundsAsSentences, boundsFor, type Bounds, type Pace } from './bounds';
export { check, type CheckOptions, type Verdict, type Verdicts } from './check';
export { enabledChoices } from './enabledChoices';
export { type EscapePaths } from './escapePaths';
export { Stopped, type Watch } from './explorer';
export {
	GaveUp,
	minimalRepairs,
	type Attempt,
	type Broken,
	type MinimalRepairSet,
	type RepairAnswer,
	type RepairQuestion
} from './minimalRepairs';
export { type Counterexample, type Path } from './paths';
export { PROPERTIES, PROPERTY_IDS, type PropertyId } from './properties';
export { Tables } from './tables';
