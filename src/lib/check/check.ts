import type { Knobs } from '../machines/knobs';
import { boundsFor, boundsAsSentences, type Bounds } from './bounds';
import { escapePathsFrom, type EscapePaths } from './escapePaths';
import { Explorer, type Watch } from './explorer';
import { counterexampleOf, type Counterexample } from './paths';
import { factsOf, judge, PROPERTY_IDS, type PropertyId } from './properties';
import { Tables } from './tables';

export type { EscapePaths } from './escapePaths';
export type { Counterexample } from './paths';
export { PROPERTIES, PROPERTY_IDS, type PropertyId } from './properties';

/** Whether a property holds within the bounds; where it does not, a shortest path for each way in which it breaks. */
export interface Verdict {
	readonly property: PropertyId;
	readonly holds: boolean;
	readonly counterexamples: readonly Counterexample[];
}

/** Everything that one exploration says. Plain data, so that it can come from a worker. */
export interface Verdicts {
	readonly knobs: Knobs;
	readonly worlds: number;
	readonly transitions: number;
	/** When there were more worlds than the bounds allow; then what holds holds only as far as was looked. */
	readonly gaveUp: boolean;
	/** What the exploration leaves out, in sentences. */
	readonly bounds: readonly string[];
	readonly verdicts: Readonly<Record<PropertyId, Verdict>>;
	/** How to get out of the lockout that was found, or null where there is none. */
	readonly escapePaths: EscapePaths | null;
}

/** How an exploration differs from the usual one. */
export interface CheckOptions {
	readonly bounds?: Bounds;
	readonly watch?: Watch;
	/** Shared by explorations that ask the same machines the same things. */
	readonly tables?: Tables;
}

/**
 * Explores everything that can happen with these knobs, and judges every property.
 * @param knobs all of them
 * @param options bounds of your own, a watcher, and tables shared with other explorations
 * @returns plain data, with a shortest path for each way in which a property breaks
 * @throws {@link Stopped} when the watcher says so
 */
export function check(
	knobs: Knobs,
	{ bounds = boundsFor(knobs), watch, tables = new Tables() }: CheckOptions = {}
): Verdicts {
	const explored = new Explorer(knobs, bounds, tables).run(watch);
	const facts = factsOf(explored);
	const breaches = judge(explored, facts);
	const verdict = (property: PropertyId): Verdict => ({
		property,
		holds: breaches[property].length === 0,
		counterexamples: breaches[property].map((breach) => counterexampleOf(explored, property, breach))
	});
	return {
		knobs,
		worlds: explored.graph.nodes,
		transitions: explored.graph.to.length,
		bounds: boundsAsSentences(bounds),
		gaveUp: explored.looked < explored.graph.nodes,
		verdicts: Object.fromEntries(PROPERTY_IDS.map((property) => [property, verdict(property)])) as Verdicts['verdicts'],
		escapePaths: breaches.noLockout[0] ? escapePathsFrom(explored, facts, breaches.noLockout[0]) : null
	};
}
