/**
 * The slow reference: the same exploration and the same properties, said as plainly as possible of worlds as the model
 * has them, over the model’s own `step`. It shares with the checker only what may come next, when two worlds are the same, and which states are an update’s.
 */
import type { Bounds } from '../../../src/lib/check/bounds.ts';
import { paceOf } from '../../../src/lib/check/bounds.ts';
import {
	canonicalMessage,
	canonicalSnapshot,
	REDUCTIONS,
	type Reductions
} from '../../../src/lib/check/canonicalSnapshot.ts';
import { enabledChoices } from '../../../src/lib/check/enabledChoices.ts';
import { isByPerson } from '../../../src/lib/check/exploration.ts';
import { type PropertyId } from '../../../src/lib/check/properties.ts';
import { messageKey, stateKey, type KeyParts } from '../../../src/lib/check/stateKey.ts';
import { isOwn } from '../../../src/lib/machines/packets.ts';
import type { Knobs } from '../../../src/lib/machines/knobs.ts';
import type { TraceRecord as Told } from '../../../src/lib/sim/traceRecord.ts';
import { firstWorld, step, type Choice } from '../../../src/lib/sim/step.ts';
import { connectivity } from '../../../src/lib/sim/summary.ts';
import { hasTag, believesProtected, stateOf, type Snapshot, type World } from '../../../src/lib/sim/world.ts';

interface Node {
	readonly world: World;
	readonly depth: number;
	readonly edges: { readonly to: number; readonly byPerson: boolean }[];
}

export interface PlainVerdicts {
	readonly worlds: number;
	readonly transitions: number;
	/** For each property that does not hold, the steps of a shortest path that breaks it. */
	readonly broken: Partial<Record<PropertyId, number>>;
}

/** Explores everything from the first world, or from a given one; with the checker’s reductions unless others are given. */
export function plainCheck(
	knobs: Knobs,
	bounds: Bounds,
	{ first = firstWorld(knobs), reductions = REDUCTIONS }: { first?: World; reductions?: Reductions } = {}
): PlainVerdicts {
	const nodes: Node[] = [{ world: first, depth: 0, edges: [] }];
	const parts = shortParts(reductions);
	const numbers = new Map([[stateKey(first, parts), 0]]);
	const broken: Partial<Record<PropertyId, number>> = {};
	for (let at = 0; at < nodes.length; at++) {
		const { world, depth, edges } = nodes[at] as Node;
		for (const choice of enabledChoices(world, bounds)) {
			const taken = step(world, choice);
			if (believesProtected(world) && taken.records.some(isLeak)) broken.noLeak ??= depth + 1;
			if (isSilentLoss(world, taken.world, taken.records)) broken.noSilentLoss ??= depth + 1;
			const key = stateKey(taken.world, parts);
			const to = numbers.get(key) ?? nodes.length;
			if (to === nodes.length) {
				numbers.set(key, to);
				nodes.push({ world: taken.world, depth: depth + 1, edges: [] });
			}
			edges.push({ to, byPerson: isOwnAct(choice, knobs) });
		}
	}
	return {
		worlds: nodes.length,
		transitions: nodes.reduce((sum, { edges }) => sum + edges.length, 0),
		broken: { ...broken, ...brokenWorlds(nodes) }
	};
}

/** For each part of a world a number in place of its text, so that a million keys fit into memory. */
function shortParts(reductions: Reductions): KeyParts {
	const numbers = new Map<string, number>();
	const known = new Map<Snapshot, string>();
	const short = (text: string): string => {
		const number = numbers.get(text) ?? numbers.size;
		numbers.set(text, number);
		return String(number);
	};
	return {
		snapshot: (component, snapshot) => {
			const number =
				known.get(snapshot) ??
				short(`${component} ${JSON.stringify(canonicalSnapshot(component, snapshot, reductions))}`);
			known.set(snapshot, number);
			return number;
		},
		message: (message) => short(messageKey(canonicalMessage(message, reductions)))
	};
}

const isLeak = ({ packet, carries }: Told) => packet?.fate === 'leaked' && carries !== null && isOwn(carries);
const isOwnAct = (choice: Choice, knobs: Knobs) => choice.type === 'act' && isByPerson(choice.act, knobs);

const isSilentLoss = (before: World, after: World, records: readonly Told[]) =>
	records.some(({ packet }) => packet?.fate === 'vanished') &&
	after.pending.some(({ id, event }) => id >= before.nextId && event.type === 'send.ok');

const isQuiet = (world: World) => world.pending.every((message) => ['slow', 'timer'].includes(paceOf(message)));

function brokenWorlds(nodes: readonly Node[]): PlainVerdicts['broken'] {
	const isOnline = ({ world }: Node) => isQuiet(world) && connectivity(world) !== 'none';
	const comesBack = reaching(nodes, isOnline, false);
	const isFree = reaching(nodes, isOnline, true);
	const finishes = reaching(nodes, ({ world }) => stateOf(world, 'appStoreUpdater') === 'done', false);
	const first = (property: PropertyId, isBroken: (node: Node) => boolean) => {
		const found = nodes.find((node) => isQuiet(node.world) && isBroken(node));
		return found ? { [property]: found.depth } : {};
	};
	return {
		...first('noLockout', (node) => connectivity(node.world) === 'none' && !comesBack.has(node)),
		...first('wayOut', (node) => !isFree.has(node)),
		...first('updateCompletes', (node) => hasTag(node.world, 'appStoreUpdater', 'updateStarted') && !finishes.has(node))
	};
}

/** All nodes with a way to a target: what leads there in one step is added until nothing is new. */
function reaching(nodes: readonly Node[], isTarget: (node: Node) => boolean, withPerson: boolean): Set<Node> {
	const found = new Set(nodes.filter(isTarget));
	const before = new Map<Node, Node[]>();
	for (const node of nodes) {
		for (const { to, byPerson } of node.edges) {
			const target = nodes[to] as Node;
			if (!withPerson && byPerson) continue;
			const others = before.get(target);
			if (others) others.push(node);
			else before.set(target, [node]);
		}
	}
	const queue = [...found];
	for (let node = queue.pop(); node; node = queue.pop()) {
		for (const other of before.get(node) ?? []) {
			if (found.has(other)) continue;
			found.add(other);
			queue.push(other);
		}
	}
	return found;
}
