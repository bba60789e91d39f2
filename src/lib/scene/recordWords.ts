import { NAMES } from '../machines/components';
import { RULES } from '../machines/rules';
import type { Record } from '../sim/records';
import { PROTOCOLS } from './layers';
import { protocolOf } from './recordFilter';

/** When a record was, in seconds. */
export const secondsOf = ({ atMs }: Record): string => (atMs / 1000).toFixed(3);

/** The packet a record speaks of and what became of it, such as “ICMP vanished”; empty when there is none. */
export function packetWords(record: Record): string {
	if (record.refused) return 'not now';
	const protocol = protocolOf(record);
	return protocol === null ? '' : [PROTOCOLS[protocol], record.packet?.fate].filter(Boolean).join(' ');
}

/** The rule that decided, by its name; empty when none did. */
export const ruleWords = ({ rule }: Record): string => (rule === null ? '' : RULES[rule].name);

/** A record read out: when, who, what happened, what became of the packet, by which rule, and how it is known. */
export function spokenRecord(record: Record): string {
	const rule = ruleWords(record);
	const grounds = [packetWords(record), rule && `rule “${rule}”`, record.evidence].filter(Boolean);
	return `${secondsOf(record)} s, ${NAMES[record.component]}: ${record.text} ${grounds.join(', ')}.`;
}
