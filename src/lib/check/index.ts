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
