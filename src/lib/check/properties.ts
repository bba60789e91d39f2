import { COMPONENTS } from '../machines/components';
import { LEAKING_RULES } from '../machines/decision';
import type { RuleId } from '../machines/rules';
import { connectivity, isLocked } from '../sim/summary';
import { hasTag, stateOf, type Snapshot } from '../sim/world';
import { actOf, isAct, isByPerson, worldOf, type Exploration, type Fault, type Label } from './exploration';
import { reverseGraph, backwardReachable } from './graph';

/** What a phone with a VPN should keep: each with what it says, and what is true where a path of the checker ends that breaks it. */
export const PROPERTIES = {
	noLeak: {
		name: 'No leak',
		says: 'While a person believes they are protected, nothing of theirs leaves the phone outside the tunnel.',
		broken: 'This leaves outside the tunnel, while the person believes they are protected.'
	},
	noLockout: {
		name: 'No lockout',
		says: 'Wherever things stand, the network can come back without a person doing anything.',
		broken: 'From here on the network cannot come back unless a person does something. Step on to see it lock.'
	},
	wayOut: {
		name: 'A way out',
		says: 'Wherever things stand, some act of a person can bring the network back.',
		broken: 'From here on nothing that a person does brings the network back.'
	},
	noSilentLoss: {
		name: 'No silent loss',
		says: 'Nobody is told that a send succeeded when the packet was thrown away.',
		broken: 'The packet is thrown away, and its sender is told that all went well.'
	},
	updateCompletes: {
		name: 'Updates complete',
		says: 'An update that has started can finish by itself.',
		broken: 'From here on the update cannot finish by itself. Step on to see it wait.'
	}
} as const;

/** The name of a property. */
export type PropertyId = keyof typeof PROPERTIES;
/** Every property’s name, in the order of the table. */
export const PROPERTY_IDS = Object.keys(PROPERTIES) as PropertyId[];

/** How a property is broken: at a world, or by a step from it. */
export interface Breach {
	readonly world: number;
	readonly label: Label | null;
	/** The rule that let a packet out, for leaks. */
	readonly rule: RuleId | null;
}

/** Every property with its breaches, shortest first: none where it holds. Leaks have one for each rule that leaks. */
export type Breaches = Readonly<Record<PropertyId, readonly Breach[]>>;

const PRINCIPALS = (['kernelRouter', 'tunnelProcess', 'relay', 'appStoreUpdater', 'sessionManager'] as const).map(
	(id) => COMPONENTS.indexOf(id)
);

/** What the properties ask of a world. */
export interface Facts {
	readonly online: boolean;
	readonly locked: boolean;
	readonly updater: string;
	/** Whether an update is under way. */
	readonly updateStarted: boolean;
}

/** The facts of every world; they depend on a few machines only, so each combination is looked at once. */
export function factsOf({ graph, knobs, tables, snapshotOf }: Exploration): readonly Facts[] {
	const known = new Map<number, Facts>();
	return Array.from({ length: graph.nodes }, (_, node) => {
		// As digits of one number, each with as many values as its machine has snapshots.
		const combination = PRINCIPALS.reduce(
			(number, part) => number * (tables.snapshots[part] as Snapshot[]).length + snapshotOf(node, part),
			0
		);
		const remembered = known.get(combination);
		if (remembered) return remembered;
		const world = worldOf(tables, knobs, (part) => snapshotOf(node, part));
		const facts = {
			online: connectivity(world) !== 'none',
			locked: isLocked(world),
			updater: stateOf(world, 'appStoreUpdater'),
			updateStarted: hasTag(world, 'appStoreUpdater', 'updateStarted')
		};
		known.set(combination, facts);
		return facts;
	});
}

/** Which labels are acts of a person. */
export function personActs({ bounds, knobs }: Pick<Exploration, 'bounds' | 'knobs'>): (label: Label) => boolean {
	const own = bounds.acts.map((id) => isByPerson(id, knobs));
	return (label) => isAct(label) && own[actOf(label)] === true;
}

/** Judges every property. A world counts as online when the network is there and nothing quick is under way that might take it. */
export function judge(explored: Exploration, facts: readonly Facts[]): Breaches {
	const { graph, quiet, leaks, silent, looked } = explored;
	const byPerson = personActs(explored);
	const back = (node: number) => quiet[node] === 1 && facts[node]?.online === true;
	const finished = (node: number) => facts[node]?.updater === 'done';
	const byItself = (label: Label) => !byPerson(label);
	// What follows from a world that was not looked into is not known, and breaks nothing.
	const orUnknown = (is: (node: number) => boolean) => (node: number) => node >= looked || is(node);
	const ways = reverseGraph(graph);
	const comesBack = backwardReachable(graph, ways, orUnknown(back), byItself);
	const finishes = backwardReachable(graph, ways, orUnknown(finished), byItself);
	const isFree = backwardReachable(graph, ways, orUnknown(back), () => true);
	const first = (isBroken: (node: number) => boolean): Breach[] => {
		const world = explored.quiet.findIndex((isQuiet, node) => isQuiet === 1 && isBroken(node));
		return world < 0 ? [] : [{ world, label: null, rule: null }];
	};
	return {
		noLeak: leaks
			.flatMap((fault, leak) => (fault ? [{ ...fault, rule: LEAKING_RULES[leak] ?? null }] : []))
			.sort((a, b) => depth(explored, a) - depth(explored, b)),
		noLockout: first((node) => !facts[node]?.online && !comesBack[node]),
		wayOut: first((node) => !isFree[node]),
		noSilentLoss: silent ? [{ ...silent, rule: 'ownVoiceFlagOn' }] : [],
		updateCompletes: first((node) => facts[node]?.updateStarted === true && !finishes[node])
	};
}

/** Steps from the first world. */
function depth({ parent }: Exploration, { world }: Fault): number {
	let steps = 0;
	for (let node = world; (parent[node] as number) >= 0; node = parent[node] as number) steps++;
	return steps;
}
