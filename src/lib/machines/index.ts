export { CLAIMS, KNOWN_CLAIMS, type Claim, type KnownClaim } from './claims';
export {
	ADDRESSES,
	COMPONENTS,
	nameOf,
	NAMES,
	titleOf,
	type ComponentId,
	type Destination,
	type HostId
} from './components';
export { type ModelEvent, type OutcomeId } from './events';
export { EVIDENCE, FATES, type ClaimId, type Evidence, type Fate } from './evidence';
export {
	KNOB_VALUES,
	refuseKnobs,
	RELEASED_APP,
	type Configuration,
	type Knobs,
	type Settings,
	type Transport
} from './knobs';
export { KNOB_GROUPS, KNOB_LABELS, knobLabel, type KnobId } from './knobLabels';
export { MACHINES } from './machines';
export {
	describePacket,
	isOwn,
	replyTo,
	type Api,
	type Packet,
	type Protocol,
	type Purpose,
	type Segment
} from './packets';
export { REASONS, ruleOf, type ReasonId } from './reasons';
export { type Reason, type ReasonContext } from './reasons/reason';
export { inOrder, REPAIR_IDS, REPAIR_MAKERS, type Maker, type RepairId } from './repairs';
export { REPAIRS, type Repair } from './repairLabels';
export {
	decide,
	RULE_IDS,
	ruleHolds,
	RULES,
	type KernelContext,
	type KernelState,
	type Rule,
	type RuleAction,
	type RuleId
} from './rules';
export { SOURCE_IDS, sourceOf, SOURCES, type Source, type SourceId } from './sources';
