import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import { COMPONENTS, type ComponentId } from '../../../src/lib/machines/components.ts';
import type { ModelEvent } from '../../../src/lib/machines/events.ts';
import { MACHINES } from '../../../src/lib/machines/machines.ts';
import { RELEASED_APP, KNOB_VALUES, type Knobs } from '../../../src/lib/machines/knobs.ts';
import type { Packet } from '../../../src/lib/machines/packets.ts';
import { REPAIR_IDS } from '../../../src/lib/machines/repairs.ts';
import { transitionRefOf, type TransitionRef } from '../../../src/lib/machines/transitionRef.ts';
import { ACTS } from '../../../src/lib/sim/acts.ts';
import { seek } from '../../../src/lib/sim/history.ts';
import { ask, begin } from '../../../src/lib/sim/machineAdapter.ts';
import { leavesOf, type Snapshot, type StateValue } from '../../../src/lib/sim/world.ts';
import { RUNS } from '../sim/runs.ts';

/** A transition as XState has it in a machine’s definition, found by a walk of its own. */
export interface Defined {
	readonly component: ComponentId;
	readonly transition: AnyTransitionDefinition;
	readonly ref: TransitionRef;
}

const nodesOf = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodesOf)];

/** Every transition of every machine. */
export const DEFINED: readonly Defined[] = COMPONENTS.flatMap((component) =>
	nodesOf(MACHINES[component].root).flatMap(({ transitions }) =>
		[...transitions.values()].flatMap((candidates) =>
			candidates.map((transition, index) => ({ component, transition, ref: transitionRefOf(transition, index) }))
		)
	)
);

/** A state of a machine and an event that make it take a transition. */
export interface Witness {
	readonly snapshot: Snapshot;
	readonly event: ModelEvent;
}

interface Pool {
	readonly values: Map<string, StateValue>;
	readonly contexts: Map<string, Snapshot['context']>;
}

const keep = <T>(map: Map<string, T>, value: T): void => void map.set(JSON.stringify(value), value);

/** Knobs of which each differs in one value from the app as it was released, and one phone with everything repaired. */
const KNOBS: readonly Knobs[] = [
	RELEASED_APP,
	...Object.entries(KNOB_VALUES).flatMap(([knob, values]) =>
		(values as readonly unknown[]).map((value) => ({ ...RELEASED_APP, [knob]: value }))
	),
	...REPAIR_IDS.map((repair) => ({ ...RELEASED_APP, repairs: [repair] })),
	{ ...RELEASED_APP, repairs: REPAIR_IDS }
];

/** What the machines have been in, known and been told in all runs, and what they begin with. */
function harvest() {
	const pools = new Map(COMPONENTS.map((id): [ComponentId, Pool] => [id, { values: new Map(), contexts: new Map() }]));
	const events = new Map<string, ModelEvent>();
	const met: { component: ComponentId; witness: Witness }[] = [];
	const see = (component: ComponentId, { value, context }: Snapshot) => {
		const pool = pools.get(component)!;
		keep(pool.values, value);
		keep(pool.contexts, context);
	};
	for (const knobs of KNOBS) for (const component of COMPONENTS) see(component, begin(component, knobs).next);
	for (const history of RUNS.map(({ run }) => run())) {
		history.entries.forEach(({ choice }, step) => {
			const before = seek(history, step);
			const given =
				choice.type === 'act' ? ACTS[choice.act].message(before) : before.pending.find(({ id }) => id === choice.id);
			if (!given) return;
			keep(events, given.event);
			see(given.to, before.machines[given.to]);
			met.push({ component: given.to, witness: { snapshot: before.machines[given.to], event: given.event } });
		});
	}
	return { pools, events: [...events.values()], met };
}

const keyOf = ({ source, event, index }: TransitionRef): string => JSON.stringify([source, event, index]);

/** The transitions that a machine takes, as its notes name them. */
export const takenBy = (component: ComponentId, { snapshot, event }: Witness): TransitionRef[] =>
	ask(component, snapshot, event).micros.flatMap(({ effects }) =>
		effects.flatMap((effect) => (effect.kind === 'note' ? [effect.transition] : []))
	);

/** A machine in this state, with all around it as it was: a region is put there, or the whole machine. */
function movedTo(path: string, value: StateValue): StateValue {
	const [first, ...rest] = path.split('.');
	if (first === undefined || first === '') return value;
	const inner = rest.reduceRight<StateValue | null>((deeper, key) => (deeper === null ? key : { [key]: deeper }), null);
	if (typeof value === 'object' && first in value) return inner === null ? value : { ...value, [first]: inner };
	return inner === null ? first : { [first]: inner };
}

/** The states in which a transition may be taken: those in which its machine was seen, then one that is made for it. */
function* statesFor({ source }: TransitionRef, values: readonly StateValue[]): Generator<StateValue> {
	yield* values.filter((value) => leavesOf(value).some((leaf) => `${leaf}.`.startsWith(source && `${source}.`)));
	yield movedTo(source, values[0]!);
}

/** What a machine was seen to know, with one thing changed to what was seen elsewhere. */
function* changed(contexts: readonly Snapshot['context'][]): Generator<Snapshot['context']> {
	const seen = new Map<string, Map<string, unknown>>();
	for (const context of contexts) {
		for (const [field, value] of Object.entries(context)) {
			if (!seen.has(field)) seen.set(field, new Map());
			keep(seen.get(field)!, value);
		}
	}
	const changes = [...seen].flatMap(([field, values]) => [...values.values()].map((value) => ({ [field]: value })));
	for (const context of contexts) for (const change of changes) yield { ...context, ...change };
}

const CARRIES_PACKET = /^(packet|send|connection)\.|^(traffic\.wantsNetwork|stack\.send|encrypt)$/;

/** Events of a type: those that were seen, and those with any packet that was seen. */
function eventsOf(type: string, events: readonly ModelEvent[]): ModelEvent[] {
	const same = events.filter((event) => event.type === type);
	if (type === 'outcome') return same.flatMap((event) => [event, { ...event, value: false } as ModelEvent]);
	if (!CARRIES_PACKET.test(type)) return same.length > 0 ? same : [{ type } as ModelEvent];
	const packets = new Map<string, Packet>();
	for (const event of events) if ('packet' in event) keep(packets, event.packet);
	const others = [...packets.values()].flatMap((packet) =>
		(same.length > 0 ? same.slice(0, 3) : [{ type }]).map((event) => ({ ...event, packet }) as ModelEvent)
	);
	return [...same, ...others];
}

/** Of a machine with regions there are too many to try them all; of any other these are all. */
const MOST_STATES = 12;

/** Cases in which a transition might be taken: what was seen goes with any event, what is made up with those that were seen. */
function* candidates({ transition, ref }: Defined, pool: Pool, events: readonly ModelEvent[]): Generator<Witness> {
	const contexts = [...pool.contexts.values()];
	const values = [...statesFor(ref, [...pool.values.values()])].slice(-MOST_STATES);
	const fitting = eventsOf(String(transition.eventType), events);
	const seen = fitting.filter((event) => events.includes(event));
	for (const context of contexts)
		for (const value of values) for (const event of fitting) yield { snapshot: { value, context }, event };
	for (const context of changed(contexts))
		for (const value of values)
			for (const event of seen.length > 0 ? seen : fitting) yield { snapshot: { value, context }, event };
}

/** For each transition a case in which it is taken: from the runs where there is one, else made. Null where none was found. */
export function witnesses(): ReadonlyMap<Defined, Witness | null> {
	const { pools, events, met } = harvest();
	const found = new Map<string, Witness>();
	const take = (component: ComponentId, witness: Witness) => {
		const { next } = ask(component, witness.snapshot, witness.event);
		keep(pools.get(component)!.contexts, next.context);
		for (const ref of takenBy(component, witness)) {
			const key = component + keyOf(ref);
			if (!found.has(key)) found.set(key, witness);
		}
	};
	/** What else a machine may come to know: whatever any event but a packet tells it. */
	const learn = (pool: Pool, component: ComponentId, type: string, ref: TransitionRef) => {
		if (CARRIES_PACKET.test(type)) return;
		const [value] = [...statesFor(ref, [...pool.values.values()])].slice(-1);
		const context = [...pool.contexts.values()].at(0)!;
		for (const event of eventsOf(type, events)) take(component, { snapshot: { value: value!, context }, event });
	};
	for (const { component, witness } of met) take(component, witness);
	for (const { component, transition, ref } of DEFINED)
		learn(pools.get(component)!, component, String(transition.eventType), ref);
	for (const defined of DEFINED) {
		const { component, ref } = defined;
		if (found.has(component + keyOf(ref))) continue;
		for (const witness of candidates(defined, pools.get(component)!, events)) {
			take(component, witness);
			if (found.has(component + keyOf(ref))) break;
		}
	}
	return new Map(DEFINED.map((defined) => [defined, found.get(defined.component + keyOf(defined.ref)) ?? null]));
}
