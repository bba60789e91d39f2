import { EVIDENCE, type Fate } from '../machines/evidence';
import { RULES, type Rule } from '../machines/rules';
import type { TraceRecord } from '../sim/traceRecord';
import type { TracedPacket } from './tracedPacket';

const known = ({ evidence, source, claims }: TraceRecord): string =>
	[EVIDENCE[evidence].name, source ?? '', claims.join(' ')].filter(Boolean).join('; ');

/** A packet is called exempt where a rule exempts it from the tunnel. Where it then arrives, it is delivered. */
export const fateIn = ({ packet, rule }: TraceRecord): Fate | undefined =>
	packet?.fate === 'exempt' && !rule ? 'delivered' : packet?.fate;

/** What a record says of a packet, in one line: its fate, the rule that decided it, and how that is known. */
export function recordComment(record: TraceRecord): string {
	const rule: Rule | null = record.rule && RULES[record.rule];
	const head = [fateIn(record), rule && `rule “${rule.name}”`].filter(Boolean).join(', ');
	return `${head ? `${head}: ` : ''}${record.text} [${known(record)}]`;
}

/** Of a packet about which nothing was told. */
export const NO_RECORD = 'The run ends while it is under way, or nobody is there any more to take it.';

/** Where a packet stands for more than it is, in one sentence; null for those that are whole. */
export function simplificationNote({ packet: { purpose, protocol } }: TracedPacket): string | null {
	if (purpose === 'lease')
		return 'Simplified: a lease takes four messages, and the model stops after the first two, discover and offer. Request and acknowledgment would follow; the lease counts as agreed (RFC 2131, section 3.1).';
	if (protocol !== 'tcp' || purpose === 'negotiation') return null;
	return 'Simplified: the model folds a whole exchange into two segments. The SYN carries the request, by a Fast Open cookie (RFC 7413), and the SYN, ACK the answer; what would follow is left out.';
}

/**
 * What became of a packet, as its comment in a capture.
 * @param lines what was told of each packet, in order
 * @param traced the packet
 * @returns one line for each thing that was told, or the sentence that nothing was
 */
export const packetComment = (lines: ReadonlyMap<TracedPacket, readonly string[]>, traced: TracedPacket): string =>
	[lines.get(traced) ?? NO_RECORD, simplificationNote(traced) ?? []].flat().join('\n');
