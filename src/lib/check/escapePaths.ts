import type { ActId } from '../sim/acts';
import { actOf, isAct, type Exploration, type Label } from './exploration';
import { zeroOneBfs } from './graph';
import { labelsTo, pathOf, replay, type Path } from './paths';
import { personActs, type Breach, type Facts } from './properties';

/** What leads out of a lockout. */
export interface EscapePaths {
	/** The way into it. */
	readonly lockout: Path;
	/** Ways out by the fewest acts of a person: first of all, then without the acts of the former ones, as long as there is one. */
	readonly ways: readonly Path[];
	/** Acts that a person can do as often as they like, and that by themselves never bring the network back. */
	readonly inVain: readonly ActId[];
}

/** The ways out of the first lockout that an update leads to, or else of the first breach. */
export function escapePathsFrom(explored: Exploration, facts: readonly Facts[], breach: Breach): EscapePaths {
	const { graph, quiet, bounds } = explored;
	const start = lockedWorld(explored, facts) ?? breach.world;
	const byPerson = personActs(explored);
	const back = (node: number) => quiet[node] === 1 && facts[node]?.online === true;
	const by = (allowed: (act: ActId) => boolean) => (label: Label) =>
		!byPerson(label) ? 0 : allowed(bounds.acts[actOf(label)] as ActId) ? 1 : Infinity;
	const out = (allowed: (act: ActId) => boolean): Label[] | null =>
		zeroOneBfs(graph, start, back, by(allowed))?.map((edge) => graph.label[edge] as number) ?? null;
	const into = labelsTo(explored, start);
	const own = bounds.acts.filter((_, place) => byPerson(-1 - place));
	return {
		lockout: pathOf(replay(explored, into)),
		ways: waysBy(out, (labels) => labels.filter(isAct).map((label) => bounds.acts[actOf(label)] as ActId)).map(
			(labels) => {
				const path = pathOf(replay(explored, [...into, ...labels]));
				return { ...path, acts: path.acts.slice(into.filter(isAct).length) };
			}
		),
		inVain: own.filter((act) => out((other) => other === act) === null)
	};
}

/** The shortest way, then the shortest that does without its acts, and so on. */
function waysBy(
	out: (allowed: (act: ActId) => boolean) => Label[] | null,
	actsIn: (labels: Label[]) => ActId[]
): Label[][] {
	const ways: Label[][] = [];
	const used = new Set<ActId>();
	for (let way = out(() => true); way !== null; way = out((act) => !used.has(act))) {
		ways.push(way);
		actsIn(way).forEach((act) => used.add(act));
	}
	return ways;
}

/** The first world that is locked for good: the session is suspended, and nobody but a person can change anything about it. */
function lockedWorld({ quiet, graph, bounds, knobs }: Exploration, facts: readonly Facts[]): number | undefined {
	const byPerson = personActs({ bounds, knobs });
	const isStuck = (node: number) => {
		for (let edge = graph.first[node] as number; edge < (graph.first[node + 1] as number); edge++) {
			if (!byPerson(graph.label[edge] as number) && !facts[graph.to[edge] as number]?.locked) return false;
		}
		return facts[node]?.updater === 'waitingForConnectivity';
	};
	const found = facts.findIndex((fact, node) => fact.locked && quiet[node] === 1 && isStuck(node));
	return found < 0 ? undefined : found;
}
