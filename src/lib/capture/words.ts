import { RULES, type Rule } from '../machines/rules';
import type { Record } from '../sim/records';
import type { Made } from './made';
import type { Observation } from './observe';

const NOTHING_TOLD: readonly Record[] = [];

const known = ({ evidence, source, claims }: Record): string => [evidence, source ?? '', claims.join(' ')].filter(Boolean).join('; ');

/** What became of a packet, in one line each: the rule that decided it, then what was told of its end. */
export function fateLines({ told }: Observation, made: Made): string[] {
	return (told.get(made) ?? []).map((record) => {
		const rule: Rule | null = record.rule && RULES[record.rule];
		const head = [record.packet?.fate, rule && `rule “${rule.name}”`].filter(Boolean).join(', ');
		return `${head ? `${head}: ` : ''}${record.text} [${known(record)}]`;
	});
}

/** A packet is seen at several points; its comment is made once. */
const comments = new WeakMap<readonly Record[], string>();

/** The same as the comment of a packet in a capture; a packet of which nothing was told is under way still, or an answer on its way. */
export function commentOf(observation: Observation, made: Made): string {
	const told = observation.told.get(made) ?? NOTHING_TOLD;
	const known = comments.get(told) ?? (told.length > 0 ? fateLines(observation, made).join('\n') : 'Nothing was decided about it in this run.');
	comments.set(told, known);
	return known;
}
