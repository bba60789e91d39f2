import { RULES, type Rule } from '../machines/rules';
import type { Record } from '../sim/records';
import type { Made } from './made';

const known = ({ evidence, source, claims }: Record): string => [evidence, source ?? '', claims.join(' ')].filter(Boolean).join('; ');

/** What a record says of a packet, in one line: its fate, the rule that decided it, and how that is known. */
export function lineOf(record: Record): string {
	const rule: Rule | null = record.rule && RULES[record.rule];
	const head = [record.packet?.fate, rule && `rule “${rule.name}”`].filter(Boolean).join(', ');
	return `${head ? `${head}: ` : ''}${record.text} [${known(record)}]`;
}

/** What became of a packet, as its comment in a capture; a packet of which nothing was told is under way still, or an answer on its way. */
export const commentOf = (lines: ReadonlyMap<Made, readonly string[]>, made: Made): string => lines.get(made)?.join('\n') ?? 'Nothing was decided about it in this run.';
