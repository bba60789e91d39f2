/**
 * A search for what the checker might leave out of a world and does not.
 *
 * Two worlds that differ in one field of one machine, or in one of its states, count twice. That is right as long as
 * somebody can tell them apart, now or later. So each such difference between reached worlds is tried out: the phone is
 * explored again with one value in place of the other (in that state of the machine), by one more reduction. When the
 * two explorations can be told apart (see `equivalence.ts`), the difference matters: the choices which lead there are the
 * pair of worlds that behave differently. When they cannot, not in any phone, fewer worlds would do.
 *
 * A field whose value no phone ever changes, such as a copy of a knob, doubles nothing. It is tried out as well, with
 * each value that it has in any phone: if nobody notices, the field is of no use and should be reduced too.
 *
 * What the search says not to matter does not matter in the phones that are searched; `canonicalSnapshot.test.ts` sees
 * to it that a reduction is one for other phones too. What it says to matter does.
 */
import { REDUCTIONS, type Reduction, type Reductions } from '../../../src/lib/check/canonicalSnapshot.ts';
import { MAX_VECTOR_LENGTH } from '../../../src/lib/check/stateStore.ts';
import type { Exploration } from '../../../src/lib/check/exploration.ts';
import { COMPONENTS, type ComponentId } from '../../../src/lib/machines/components.ts';
import { leavesOf, type Snapshot, type StateValue } from '../../../src/lib/sim/world.ts';
import { differenceBetween } from './equivalence.ts';
import { explore, SEARCHED_PHONES, type SearchedPhone } from './searchedPhones.ts';

/** Something that might be left out. */
interface Candidate {
	readonly component: ComponentId;
	/** A field of its context, or a state of a region. */
	readonly of: string;
	/** In words: which value might stand for which, and in which state. */
	readonly text: string;
	readonly reduction: Reduction;
}

interface Explored {
	readonly phone: SearchedPhone;
	readonly exploration: Exploration;
}

const exactly = (value: unknown): string => JSON.stringify(value) ?? 'nothing';

/** A leaf’s path, such as `process.running.probing`, as XState writes it. */
const stateAt = (leaf: string): StateValue =>
	leaf.split('.').reduceRight<StateValue | null>((inner, name) => (inner === null ? name : { [name]: inner }), null) ??
	leaf;

/** The state in which a field is looked at: that of the first region, which stands for the machine’s life. */
const stateOf = ({ value }: Snapshot): string => leavesOf(value)[0] ?? '';

function fieldCandidate(component: ComponentId, field: string, one: Snapshot, other: Snapshot): Candidate {
	const [kept, dropped] = [one.context[field], exactly(other.context[field])];
	const state = stateOf(one);
	return {
		component,
		of: field,
		text: `${component}.${field}: ${exactly(kept)} might stand for ${dropped} in ${state}`,
		reduction: {
			why: 'A guess.',
			in: [stateAt(state)],
			where: (context) => exactly((context as Snapshot['context'])[field]) === dropped,
			context: { [field]: kept }
		}
	};
}

function stateCandidate(component: ComponentId, region: number, one: Snapshot, other: Snapshot): Candidate {
	const [kept, dropped] = [leavesOf(one.value)[region] ?? '', leavesOf(other.value)[region] ?? ''];
	return {
		component,
		of: `state ${dropped}`,
		text: `${component}: ${kept} might stand for ${dropped}`,
		reduction: { why: 'A guess.', in: [stateAt(dropped)], state: stateAt(kept) }
	};
}

const without = (field: string, { value, context }: Snapshot): string =>
	exactly([value, { ...context, [field]: null }]);
const withoutRegion = (region: number, { value, context }: Snapshot): string =>
	exactly([leavesOf(value).with(region, ''), context]);

/** The snapshots of a machine that take turns in worlds which are otherwise the same. Snapshots with the same key differ only where it is to be seen. */
function alternatives(
	{ graph, tables, snapshotOf, vectorOf }: Exploration,
	part: number,
	keyOf: (snapshot: Snapshot) => string
): Snapshot[][] {
	const snapshots = tables.snapshots[part] as Snapshot[];
	const keys = new Map<string, number>();
	const numbers = snapshots.map((snapshot) => {
		const key = keyOf(snapshot);
		keys.set(key, keys.get(key) ?? keys.size);
		return keys.get(key) as number;
	});
	if (keys.size === snapshots.length) return [];
	const integers = new Uint16Array(MAX_VECTOR_LENGTH);
	const worlds = new Map<string, Set<number>>();
	for (let world = 0; world < graph.nodes; world++) {
		const length = vectorOf(world, integers);
		const snapshot = snapshotOf(world, part);
		integers[part] = numbers[snapshot] as number;
		const rest = String.fromCharCode(...integers.subarray(0, length));
		const alike = worlds.get(rest);
		if (alike) alike.add(snapshot);
		else worlds.set(rest, new Set([snapshot]));
	}
	const groups = new Map(
		[...worlds.values()].filter(({ size }) => size > 1).map((group) => [[...group].sort().join(), group])
	);
	return [...groups.values()].map((group) => [...group].map((number) => snapshots[number] as Snapshot));
}

const pairsIn = (group: readonly Snapshot[]): [Snapshot, Snapshot][] =>
	group.flatMap((one) => group.filter((other) => other !== one).map((other): [Snapshot, Snapshot] => [one, other]));

/** Every difference that doubles worlds of this phone: between two values of a field, or between two states of a region. */
function doublings({ exploration }: Explored, component: ComponentId): Candidate[] {
	const part = COMPONENTS.indexOf(component);
	const snapshots = exploration.tables.snapshots[part] as Snapshot[];
	const fields = [...new Set(snapshots.flatMap(({ context }) => Object.keys(context)))];
	const regions = leavesOf((snapshots[0] as Snapshot).value).map((_, region) => region);
	return [
		...fields.flatMap((field) =>
			alternatives(exploration, part, (snapshot) => without(field, snapshot))
				.flatMap(pairsIn)
				.map(([one, other]) => fieldCandidate(component, field, one, other))
		),
		...regions.flatMap((region) =>
			alternatives(exploration, part, (snapshot) => withoutRegion(region, snapshot))
				.flatMap(pairsIn)
				.map(([one, other]) => stateCandidate(component, region, one, other))
		)
	];
}

/** The reductions with one more for this component. */
const withOneMore = (reductions: Reductions, { component, reduction }: Candidate): Reductions => ({
	...reductions,
	[component]: [...(reductions[component] ?? []), reduction]
});

/** How many worlds a phone has with one more reduction, or null when somebody notices it: then it is none. */
function worldsWith(candidate: Candidate, { phone, exploration }: Explored, reductions: Reductions): number | null {
	const { nodes } = exploration.graph;
	// A true reduction makes no worlds, so more of them need not be looked at.
	const bounds = { ...phone.bounds, maxWorlds: nodes };
	const again = explore({ ...phone, bounds }, withOneMore(reductions, candidate));
	if (again.looked < again.graph.nodes || differenceBetween(exploration, again) !== null) return null;
	return again.graph.nodes;
}

const sizeOf = ({ exploration }: Explored): number => exploration.graph.nodes;

/** What might be left out of these machines and is not, in a sentence for each field or state; none where all is well. */
export function underReductions(
	components: readonly ComponentId[] = COMPONENTS,
	reductions: Reductions = REDUCTIONS,
	phones: readonly SearchedPhone[] = SEARCHED_PHONES
): string[] {
	const explored = phones
		.map((phone): Explored => ({ phone, exploration: explore(phone, reductions) }))
		.sort((one, other) => sizeOf(one) - sizeOf(other));
	return components.flatMap((component) => {
		const found = new Map<string, string>();
		const seen = new Set<string>();
		const noticed = new Set<string>();
		for (const here of explored) {
			for (const candidate of doublings(here, component)) {
				if (seen.has(candidate.text) || found.has(candidate.of)) continue;
				seen.add(candidate.text);
				// Whoever has the pair of worlds is asked first: most differences show there.
				const sizes: number[] = [];
				const isMissed = [here, ...explored.filter((other) => other !== here)].every((other) => {
					const worlds = worldsWith(candidate, other, reductions);
					if (worlds !== null) sizes.push(sizeOf(other) - worlds);
					return worlds !== null;
				});
				if (!isMissed) noticed.add(candidate.of);
				else
					found.set(
						candidate.of,
						`${candidate.text}: nobody could tell, and ${sizes.reduce((sum, size) => sum + size, 0)} worlds fewer would do.`
					);
			}
		}
		return [
			...found.values(),
			...uselessFields(component, explored, reductions, (field) => found.has(field) || noticed.has(field))
		];
	});
}

/** Fields that have several values, in one phone or another, and whose values nobody can tell apart. */
function uselessFields(
	component: ComponentId,
	explored: readonly Explored[],
	reductions: Reductions,
	isJudged: (field: string) => boolean
): string[] {
	const snapshots = explored.flatMap(
		({ exploration }) => exploration.tables.snapshots[COMPONENTS.indexOf(component)] as Snapshot[]
	);
	const fields = [...new Set(snapshots.flatMap(({ context }) => Object.keys(context)))].filter(
		(field) => !isJudged(field)
	);
	return fields.flatMap((field) => {
		const values = new Map(snapshots.map(({ context }) => [exactly(context[field]), context[field]]));
		if (values.size === 1) return [];
		const isUseless = [...values].every(([text, value]) => {
			const reduction = { why: 'A guess.', context: { [field]: value } };
			return explored.every((here) => worldsWith({ component, of: field, text, reduction }, here, reductions) !== null);
		});
		return isUseless ? [`${component}.${field}: nobody can tell its values apart.`] : [];
	});
}
