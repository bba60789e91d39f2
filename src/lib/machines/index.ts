/**
 * What the phone is made of: one XState machine for each component, the knobs with which it is set up, the table of rules by
 * which the kernel router decides, and every reason with its evidence.
 *
 * All of it is data and pure functions. A machine is only ever asked what it would do; nothing runs by itself. Every
 * transition and every rule names a reason, and every reason says how it is known: observed, documented, read in code,
 * reported, or assumed.
 *
 * @example What becomes of the VPN’s own ping
 * ```ts
 * import { decide, EVIDENCE, RELEASED_APP, RULES, type KernelContext, type Packet } from '$lib/machines';
 *
 * const ping: Packet = {
 * 	...{ protocol: 'icmp', purpose: 'probe', segment: 'request', api: 'bsdSocket' },
 * 	...{ sender: 'tunnelProcess', destination: 'gateway', boundTo: 'utun' }
 * };
 * const kernel: KernelContext = {
 * 	...{ utun: true, relayAddress: 'relay', lan: 'honest', held: [] },
 * 	inForce: { includeAllNetworks: true, excludeLocalNetworks: false, onDemand: true }
 * };
 * const rule = decide(ping, 'tunnelUp', kernel);
 * rule; // → 'ownVoiceFlagOn'
 * RULES[rule].then; // → 'drop'
 * EVIDENCE[RULES[rule].evidence].means; // → 'can be seen from outside, and the article says that it was seen'
 * ```
 * @module machines
 */
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
export { decide, ruleHolds } from './decision';
export {
	type ModelEvent,
	type OutcomeId,
	type PacketEvent,
	type PersonEvent,
	type ProfileEvent,
	type RegionEvent,
	type TunnelEvent,
	type UpdateEvent,
	type VpnStatus
} from './events';
export {
	EVIDENCE,
	EVIDENCE_LEVELS,
	FATES,
	type ClaimId,
	type Evidence,
	type EvidenceLevel,
	type Fate
} from './evidence';
export {
	KNOB_IDS,
	KNOBS,
	KNOB_VALUES,
	type KnobId,
	refuseKnobs,
	RELEASED_APP,
	type Configuration,
	type Knobs,
	type Settings,
	type Transport
} from './knobs';
export { KNOB_GROUPS, KNOB_LABELS, knobLabel } from './knobLabels';
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
export { inOrder, MAKERS, REPAIR_IDS, REPAIR_MAKERS, type Maker, type RepairId } from './repairs';
export { REPAIRS, type Repair } from './repairLabels';
export {
	RULE_IDS,
	RULES,
	type KernelContext,
	type KernelState,
	type Rule,
	type RuleAction,
	type RuleId
} from './rules';
export { type ShortWords } from './shortWords';
export { type TransitionRef } from './transitionRef';
export { SOURCE_IDS, sourceOf, SOURCES, type Source, type SourceId } from './sources';
