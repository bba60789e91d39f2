import { RULE_IDS, ruleNamed, type RuleId } from '../rules';
import { appReasons } from './apps';
import { appStoreUpdaterReasons } from './appStoreUpdater';
import { encryptionReasons } from './encryption';
import { icmpReasons } from './icmp';
import { kernelRouterReasons } from './kernelRouter';
import { mainAppReasons } from './mainApp';
import { networkHostReasons } from './networkHosts';
import { personReasons } from './person';
import type { Reason } from './reason';
import { repairReasons } from './repairs';
import { sessionManagerReasons } from './sessionManager';
import { suspendedReasons } from './suspended';
import { tcpReasons } from './tcp';
import { tunnelProcessReasons } from './tunnelProcess';

const OWN = {
	...mainAppReasons,
	...appReasons,
	...personReasons,
	...kernelRouterReasons,
	...networkHostReasons,
	...repairReasons,
	...sessionManagerReasons,
	...suspendedReasons,
	...tunnelProcessReasons,
	...icmpReasons,
	...tcpReasons,
	...encryptionReasons,
	...appStoreUpdaterReasons
};

/** A row of the table as a reason, so that the kernel's transitions carry its words and evidence. */
function reasonOfRule(id: RuleId): Reason {
	const rule = ruleNamed(id);
	return {
		text: ({ packet }) => (packet ? rule.text(packet) : rule.when),
		short: rule.short,
		cause: rule.cause,
		...(rule.shortEvidence ? { shortEvidence: rule.shortEvidence } : {}),
		evidence: rule.evidence,
		claims: rule.claims,
		...(rule.source ? { source: rule.source } : {}),
		...(rule.fate ? { fate: rule.fate } : {}),
		...(rule.moment ? { moment: rule.moment } : {})
	};
}

/** Every reason has a name of its own; those of the rules are `rule.` and the rule's name. */
export type ReasonId = keyof typeof OWN | `rule.${RuleId}`;

/** The one table of words and evidence. Records, statecharts and captions all read from it. */
export const REASONS: Readonly<Record<ReasonId, Reason>> = {
	...OWN,
	...(Object.fromEntries(RULE_IDS.map((id) => [`rule.${id}`, reasonOfRule(id)])) as Record<`rule.${RuleId}`, Reason>)
};

/**
 * The rule that a reason stands for.
 * @param reason its name
 * @returns the rule, or null when the reason is no rule
 */
export const ruleOf = (reason: ReasonId): RuleId | null =>
	reason.startsWith('rule.') ? (reason.slice(5) as RuleId) : null;

/**
 * Whether a reason is there only where something has been repaired: it says what could be, and nothing about phones.
 * @param reason its name
 * @returns true also for a rule that a repair adds
 */
export const isRepairReason = (reason: ReasonId): boolean => {
	const rule = ruleOf(reason);
	return reason.startsWith('repair.') || (rule !== null && ruleNamed(rule).repair !== undefined);
};
