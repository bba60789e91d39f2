import type { Packet } from './packets';
import type { KernelContext, KernelState } from './rule';
import { RULE_IDS, ruleNamed, type RuleId } from './rules';

/** The rules that let a packet out without a tunnel: past a profile that is in force, or because none is. */
export const LEAKING_RULES: readonly RuleId[] = RULE_IDS.filter((id) => {
	const { fate, leaksWhileTrusted } = ruleNamed(id);
	return fate === 'leaked' || leaksWhileTrusted;
});

/**
 * The rule that decides a packet’s fate: the first that can hold in this state and does.
 * @param packet on its way out
 * @param state of the kernel router
 * @param kernel what the kernel router remembers
 * @returns the name of a row of `RULES`
 */
export function decide(packet: Packet, state: KernelState, kernel: KernelContext): RuleId {
	return RULE_IDS.find((id) => ruleHolds(id, packet, state, kernel)) ?? 'noRoute';
}

/**
 * Whether one row holds, for the guards of the machine and for `decide` alike.
 * @param id the row
 * @param packet on its way out
 * @param state of the kernel router
 * @param kernel what the kernel router remembers
 * @returns false also where the row cannot hold in this state
 */
export function ruleHolds(id: RuleId, packet: Packet, state: KernelState, kernel: KernelContext): boolean {
	const rule = ruleNamed(id);
	return rule.states.includes(state) && rule.holds(packet, kernel);
}
