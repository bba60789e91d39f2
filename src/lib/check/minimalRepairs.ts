import type { Knobs } from '../machines/knobs';
import { REPAIR_IDS, REPAIR_MAKERS, type Maker, type RepairId } from '../machines/repairs';
import { boundsFor, boundsAsSentences, type Bounds } from './bounds';
import { Explorer, type Watch } from './explorer';
import type { Exploration } from './exploration';
import { counterexampleOf, type Counterexample } from './paths';
import { factsOf, judge, type Breaches, type PropertyId } from './properties';
import { Tables } from './tables';

/** What somebody wants to keep, and who is to do something about it. */
export interface RepairQuestion {
	readonly knobs: Knobs;
	readonly properties: readonly PropertyId[];
	readonly makers: readonly Maker[];
}

/** A property that is broken, with a shortest path. */
export interface Broken {
	readonly property: PropertyId;
	readonly counterexample: Counterexample;
}

/** Some repairs, made together, and which of the properties they do not keep. */
export interface Attempt {
	readonly repairs: readonly RepairId[];
	readonly broken: readonly Broken[];
}

/** A set that keeps them all, and what breaks when any one of its repairs is left out. */
export interface MinimalRepairSet {
	readonly repairs: readonly RepairId[];
	readonly without: readonly Attempt[];
}

/** What came of a question about repairs. */
export interface RepairAnswer {
	readonly question: RepairQuestion;
	readonly bounds: readonly string[];
	/** The phone as it ships. */
	readonly unrepaired: Attempt;
	/** Every candidate that these makers can make, alone. */
	readonly alone: readonly Attempt[];
	/** All minimal sets, smaller ones first. None where nothing that these makers can do keeps the properties. */
	readonly smallest: readonly MinimalRepairSet[];
	/** How many sets were explored, and how many worlds in all. */
	readonly sets: number;
	readonly worlds: number;
}

/** The candidates that these makers can make without anybody else. */
export const candidatesFor = (makers: readonly Maker[]): RepairId[] =>
	REPAIR_IDS.filter((id) => REPAIR_MAKERS[id].every((maker) => makers.includes(maker)));

/** Every subset, smaller ones first. */
const subsetsOf = (repairs: readonly RepairId[]): RepairId[][] =>
	repairs
		.reduce<RepairId[][]>((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]])
		.sort((a, b) => a.length - b.length);

const holdsAll = (set: readonly RepairId[], part: readonly RepairId[]): boolean => part.every((id) => set.includes(id));

/** Thrown where a set of repairs has more worlds than the bounds allow: then nobody knows whether it keeps anything. */
export class GaveUp extends Error {
	/** @internal */
	constructor(repairs: readonly RepairId[], maxWorlds: number) {
		super(
			`With the repairs ${repairs.join(', ') || '(none)'} there are more than ${maxWorlds.toLocaleString('en-GB')} worlds, so nothing can be said of them.`
		);
	}
}

/**
 * All minimal sets of repairs that keep some properties: each set is explored unless it holds one that keeps them
 * already.
 * @param question the phone, the properties, and who may repair
 * @param watch told of all worlds so far; true stops it
 * @param bounds of each exploration
 * @returns the sets, and what was tried
 * @throws {@link Stopped} when the watcher says so, and {@link GaveUp} where the bounds are too narrow for one of the
 * sets
 */
export function minimalRepairs(
	question: RepairQuestion,
	watch: Watch = () => false,
	bounds: Bounds = boundsFor(question.knobs)
): RepairAnswer {
	const tables = new Tables();
	const candidates = candidatesFor(question.makers);
	const tried = new Map<string, Attempt>();
	const kept: RepairId[][] = [];
	let worlds = 0;
	const attempt = (repairs: RepairId[]): Attempt => {
		const known = tried.get(repairs.join());
		if (known) return known;
		const explored = new Explorer({ ...question.knobs, repairs }, bounds, tables).run((so) => watch(worlds + so));
		worlds += explored.graph.nodes;
		if (explored.looked < explored.graph.nodes) throw new GaveUp(repairs, bounds.maxWorlds);
		const made = { repairs, broken: brokenIn(explored, judge(explored, factsOf(explored)), question.properties) };
		tried.set(repairs.join(), made);
		return made;
	};
	for (const repairs of subsetsOf(candidates)) {
		if (kept.some((smaller) => holdsAll(repairs, smaller))) continue;
		if (attempt(repairs).broken.length === 0) kept.push(repairs);
	}
	return {
		question,
		bounds: boundsAsSentences(bounds),
		unrepaired: attempt([]),
		alone: candidates.map((id) => attempt([id])),
		smallest: kept.map((repairs) => ({
			repairs,
			without: repairs.map((left) => attempt(repairs.filter((id) => id !== left)))
		})),
		sets: tried.size,
		worlds
	};
}

const brokenIn = (explored: Exploration, breaches: Breaches, properties: readonly PropertyId[]): Broken[] =>
	properties.flatMap((property) => {
		const breach = breaches[property][0];
		return breach ? [{ property, counterexample: counterexampleOf(explored, property, breach) }] : [];
	});
