import { NAMES } from '../machines/components';
import { EVIDENCE } from '../machines/evidence';
import { RULES } from '../machines/rules';
import type { TraceRecord } from '../sim/traceRecord';
import { PROTOCOLS } from './protocolLayers';
import { protocolOf } from './recordFilter';

/** When a record was, in seconds. */
export const secondsOf = ({ atMs }: TraceRecord): string => (atMs / 1000).toFixed(3);

/** The packet a record speaks of and what became of it, such as “ICMP vanished”; empty when there is none. */
export function packetLabel(record: TraceRecord): string {
	if (record.refused) return 'not now';
	const protocol = protocolOf(record);
	return protocol === null ? '' : [PROTOCOLS[protocol], record.packet?.fate].filter(Boolean).join(' ');
}

/** The rule that decided, by its name; empty when none did. */
export const ruleLabel = ({ rule }: TraceRecord): string => (rule === null ? '' : RULES[rule].name);

/** A record read out: when, who, what happened, what became of the packet, by which rule, and how it is known. */
export function spokenRecord(record: TraceRecord): string {
	const rule = ruleLabel(record);
	const grounds = [packetLabel(record), rule && `rule “${rule}”`, EVIDENCE[record.evidence].name].filter(Boolean);
	return `${secondsOf(record)} s, ${NAMES[record.component]}: ${record.text} ${grounds.join(', ')}.`;
}
