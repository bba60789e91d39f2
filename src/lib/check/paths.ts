import type { Knobs } from '../machines/knobs';
import type { RuleId } from '../machines/rules';
import { formatPermalink } from '../scenarios/permalink';
import type { ActId } from '../sim/acts';
import { append, present, start, type History } from '../sim/history';
import type { Choice } from '../sim/step';
import type { World } from '../sim/world';
import type { Bounds } from './bounds';
import { inCausalOrder } from './enabledChoices';
import { consequenceOf } from './consequence';
import { actOf, isAct, type Exploration, type Label } from './exploration';
import type { Breach, PropertyId } from './properties';
import type { Tables } from './tables';

/** A path as people can have it: what is done, what happens last, and the link that opens it in any figure. */
export interface Path {
	readonly acts: readonly ActId[];
	readonly steps: number;
	/** What the last step tells. */
	readonly ends: string;
	/** The query of a link: the whole history, standing at its last step. */
	readonly link: string;
}

/** The labels of a shortest way from the first world to this one. */
export function labelsTo({ parent, by }: Exploration, world: number): Label[] {
	const labels: Label[] = [];
	for (let node = world; (parent[node] as number) >= 0; node = parent[node] as number) labels.push(by[node] as number);
	return labels.reverse();
}

/** The history that takes these choices, one after the other, over the model’s own `step`. */
export function replay(
	{ knobs, bounds, tables }: Pick<Exploration, 'knobs' | 'bounds' | 'tables'>,
	labels: readonly Label[]
): History {
	return labels.reduce(
		(history, label) => append(history, choiceFor(present(history), label, bounds, tables)),
		start(plain(knobs))
	);
}

/** An empty list of repairs is no repair. */
const plain = ({ repairs = [], ...settings }: Knobs): Knobs =>
	repairs.length > 0 ? { ...settings, repairs } : settings;

function choiceFor(world: World, label: Label, { acts }: Bounds, tables: Tables): Choice {
	if (isAct(label)) return { type: 'act', act: acts[actOf(label)] as ActId };
	const message = inCausalOrder(world).find((pending) => tables.message(pending) === label >> 2);
	if (!message) throw new Error('A path of the checker asks for a message that is not under way.');
	return (label & 3) === 0
		? { type: 'deliver', id: message.id }
		: { type: 'resolve', id: message.id, value: (label & 3) === 1 };
}

/** A path told from its history. */
export function pathOf(history: History): Path {
	const records = history.entries.flatMap((entry) => entry.records);
	return {
		acts: history.entries.flatMap(({ choice }) => (choice.type === 'act' ? [choice.act] : [])),
		steps: history.entries.length,
		ends: records.at(-1)?.text ?? '',
		link: formatPermalink({ runs: [history], positions: [history.entries.length] })
	};
}

/** A path that breaks a property. */
export interface Counterexample extends Path {
	/** For a leak, the rule that let the packet out. */
	readonly rule: RuleId | null;
	/** What the world comes to in which it ends, in a sentence; null where the last step tells it. */
	readonly comesTo: string | null;
}

/** The shortest path to a breach of a property, told. */
export function counterexampleOf(
	explored: Exploration,
	property: PropertyId,
	{ world, label, rule }: Breach
): Counterexample {
	const history = replay(explored, [...labelsTo(explored, world), ...(label === null ? [] : [label])]);
	const { acts, steps, ends, link } = pathOf(history);
	return { acts, steps, ends, link, rule, comesTo: consequenceOf(property, history) };
}
