/**
 * Whether two explorations can be told apart: whether in one of them, after the same choices, something else may be
 * chosen, or a step or a world means something else to a property. If not, their worlds are bisimilar. Each choice leads
 * to one world, so that is decided as for finite automata (Hopcroft and Karp, 1971): worlds that have to be equal are put
 * together, pair by pair, until two of them differ or nothing is left to be put together.
 */
import { canonicalMessage, type Reductions } from '../../../src/lib/check/canonicalSnapshot.ts';
import { actOf, isAct, type Exploration, type Label } from '../../../src/lib/check/exploration.ts';
import { factsOf } from '../../../src/lib/check/properties.ts';
import type { Message } from '../../../src/lib/check/tables.ts';
import { COMPONENTS } from '../../../src/lib/machines/components.ts';
import { leafOf, type Snapshot } from '../../../src/lib/sim/world.ts';

/** A choice, with what its step means to a property, and the world that it leads to. */
interface Step {
	readonly choice: string;
	readonly to: number;
}

/** An exploration in words that do not depend on its tables. */
interface Described {
	readonly meaning: (world: number) => string;
	readonly steps: (world: number) => readonly Step[];
}

const PERSON = COMPONENTS.indexOf('person');

function describe(explored: Exploration, reductions: readonly Reductions[]): Described {
	const { graph, quiet, tables, bounds, snapshotOf } = explored;
	const facts = factsOf(explored);
	const texts = new Map<Label, string>();
	const pendingOf = (label: Label) =>
		reductions.reduce(
			(pending, each) => canonicalMessage(pending, each),
			(tables.messages[label >> 2] as Message).pending
		);
	const textOf = (label: Label): string => {
		const known =
			texts.get(label) ??
			(isAct(label)
				? `${bounds.acts[actOf(label)]}`
				: `${JSON.stringify(pendingOf(label))}${['', ' yes', ' no'][label & 3]}`);
		texts.set(label, known);
		return known;
	};
	/** Whether something leaks or is lost, which depends on the message and on whoever gets it. */
	const faultOf = (world: number, label: Label): string => {
		if (isAct(label)) return '';
		const { answers } = tables.messages[label >> 2] as Message;
		const message = answers ? answers[((label & 3) - 1) as 0 | 1] : label >> 2;
		const { leak, silent } = tables.reaction(snapshotOf(world, (tables.messages[message] as Message).to), message);
		return leak < 0 && !silent ? '' : ` leak ${leak}, silent loss ${silent}`;
	};
	return {
		meaning: (world) => {
			const { online = false, locked = false, updater = '', updateStarted = false } = facts[world] ?? {};
			const belief = leafOf((tables.snapshots[PERSON]?.[snapshotOf(world, PERSON)] as Snapshot).value);
			return [quiet[world], online, locked, updater === 'done', updateStarted, belief].join();
		},
		steps: (world) =>
			Array.from(graph.label.subarray(graph.first[world], graph.first[world + 1]), (label, at) => ({
				choice: textOf(label) + faultOf(world, label),
				to: graph.to[(graph.first[world] as number) + at] as number
			}))
	};
}

interface Pair {
	readonly one: number;
	readonly other: number;
	/** The pair from which this one follows, and by which choice. */
	readonly from: Pair | null;
	readonly by: string;
}

const choicesTo = (pair: Pair): string[] => (pair.from === null ? [] : [...choicesTo(pair.from), pair.by]);

/** The choices after which two explorations from the same beginning first differ, or null when nobody can tell them apart. */
export function differenceBetween(one: Exploration, other: Exploration): readonly string[] | null {
	// A timer has the same name in both, though in one of them its state may stand for others.
	const reductions = [one.tables.reductions, other.tables.reductions];
	const [left, right] = [describe(one, reductions), describe(other, reductions)];
	const union = disjointSets(one.graph.nodes + other.graph.nodes);
	const pairs: Pair[] = [{ one: 0, other: 0, from: null, by: '' }];
	for (const pair of pairs) {
		if (!union(pair.one, one.graph.nodes + pair.other)) continue;
		const [steps, others] = [left.steps(pair.one), right.steps(pair.other)];
		if (left.meaning(pair.one) !== right.meaning(pair.other) || steps.length !== others.length) return choicesTo(pair);
		for (const { choice, to } of steps) {
			const same = others.find((step) => step.choice === choice);
			if (!same) return [...choicesTo(pair), choice];
			pairs.push({ one: to, other: same.to, from: pair, by: choice });
		}
	}
	return null;
}

/** Puts two members together; says whether they were apart. */
function disjointSets(size: number): (one: number, other: number) => boolean {
	const parent = Int32Array.from({ length: size }, (_, at) => at);
	const rootOf = (member: number): number => {
		let at = member;
		while (parent[at] !== at) at = parent[at] = parent[parent[at] as number] as number;
		return at;
	};
	return (one, other) => {
		const [root, otherRoot] = [rootOf(one), rootOf(other)];
		parent[root] = otherRoot;
		return root !== otherRoot;
	};
}
