/**
 * Worlds a second: the checker’s explorer, the plain one of its tests, and xstate/graph’s own over the same model, all in
 * one process and each to the end of the same exploration. Run as a process of its own, so that nothing is remembered
 * when it begins. Prints one JSON object.
 */
import { transition, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import { boundsFor, LARGEST, type Bounds } from '../../src/lib/check/bounds.ts';
import { REDUCTIONS, type Reductions } from '../../src/lib/check/canonicalSnapshot.ts';
import { enabledChoices } from '../../src/lib/check/enabledChoices.ts';
import { Explorer } from '../../src/lib/check/explorer.ts';
import { check } from '../../src/lib/check/check.ts';
import { stateKey } from '../../src/lib/check/stateKey.ts';
import { Tables, THE_MODEL } from '../../src/lib/check/tables.ts';
import type { ComponentId } from '../../src/lib/machines/components.ts';
import type { Knobs } from '../../src/lib/machines/knobs.ts';
import { MACHINES } from '../../src/lib/machines/machines.ts';
import { ACTS } from '../../src/lib/sim/acts.ts';
import { firstWorld, step, type Choice } from '../../src/lib/sim/step.ts';
import type { Pending, Snapshot, World } from '../../src/lib/sim/world.ts';
import { plainCheck } from '../../tests/unit/check/referenceExplorer.ts';
import { quantile, timed } from './clock.ts';

const ROUNDS = 5;

/** Small enough to be explored to its end by everybody: nobody reboots, opens a page or gets a push. */
const SMALL: Bounds = {
	...boundsFor(LARGEST),
	acts: boundsFor(LARGEST).acts.filter((act) => !['reboot', 'safari', 'push'].includes(act))
};

interface Size {
	readonly worlds: number;
	readonly transitions: number;
}

type Move = (world: World, choice: Choice) => World;

/** What is delivered by a choice, in the form in which a machine is asked it. */
function messageOf(world: World, choice: Choice): Pick<Pending, 'to' | 'event'> {
	if (choice.type === 'act') return ACTS[choice.act].message(world);
	const message = world.pending.find(({ id }) => id === choice.id) as Pending;
	return choice.type === 'resolve' && message.asks
		? { to: message.to, event: { type: 'outcome', outcome: message.asks, value: choice.value } }
		: message;
}

/** The model’s own step, which remembers what XState answered. */
const remembers: Move = (world, choice) => step(world, choice).world;

const live = new WeakMap<Snapshot, AnyMachineSnapshot>();
function liveOf(to: ComponentId, snapshot: Snapshot): AnyMachineSnapshot {
	const known =
		live.get(snapshot) ??
		(MACHINES[to].resolveState({ value: snapshot.value as string, context: snapshot.context }) as AnyMachineSnapshot);
	live.set(snapshot, known);
	return known;
}

/** The same with XState’s own transition at every step, as for whoever remembers nothing but snapshots. */
const asksXState: Move = (world, choice) => {
	const { to, event } = messageOf(world, choice);
	transition(MACHINES[to] as AnyStateMachine, liveOf(to, world.machines[to]), event);
	return remembers(world, choice);
};

/** xstate/graph’s explorer over a pure logic whose events are the checker’s choices. */
function byXStateGraph(move: Move): Size {
	const logic = {
		getInitialSnapshot: (): World => firstWorld(LARGEST),
		transition: move
	};
	const options = {
		events: (world: World) => enabledChoices(world, SMALL),
		serializeState: (world: World) => stateKey(world)
	};
	// Its types want a status and an output, which a world has not and which it does not look at.
	const found = Object.values(getAdjacencyMap(logic as never, options as never));
	return {
		worlds: found.length,
		transitions: found.reduce((sum, { transitions }) => sum + Object.keys(transitions).length, 0)
	};
}

function byChecker(bounds: Bounds, knobs = LARGEST, reductions = REDUCTIONS): Size & { asked: number } {
	const tables = new Tables(THE_MODEL, reductions);
	const { graph } = new Explorer(knobs, bounds, tables).run();
	return { worlds: graph.nodes, transitions: graph.to.length, asked: tables.asked };
}

type Measured<S> = S & { readonly ms: number; readonly perSecond: number };

/** How fast these find the worlds: the median of some rounds, in which they take turns. */
function measured<S extends Size, K extends string>(explorers: Record<K, () => S>, rounds = 1): Record<K, Measured<S>> {
	const names = Object.keys(explorers) as K[];
	const all = Array.from({ length: rounds }, () => names.map((name) => timed(explorers[name])));
	const of = (place: number): Measured<S> => {
		const times = all.map((round) => (round[place] as { ms: number }).ms);
		const { value: size } = (all[0] as { value: S }[])[place] as { value: S };
		const ms = quantile(times, 0.5);
		return { ...size, ms, perSecond: (size.worlds / ms) * 1_000 };
	};
	return Object.fromEntries(names.map((name, place) => [name, of(place)])) as Record<K, Measured<S>>;
}

/** A phone that negotiates for a peer which it cannot have, and so sends the same segment again and again. */
const NO_PEER: Knobs = { ...LARGEST, onDemand: true, transport: 'bsdSocket', multihop: false };
/** The reductions as they would be if it mattered how often a segment is sent again. */
const COUNTS_RETRANSMISSIONS: Reductions = {
	...REDUCTIONS,
	tunnelProcess: (REDUCTIONS.tunnelProcess ?? []).map(
		({ context: { retransmissions: _, ...context } = {}, ...rest }) => ({
			...rest,
			context
		})
	)
};

const cold = timed(() => check(LARGEST));
const { largest } = measured({ largest: () => byChecker(boundsFor(LARGEST)) }, ROUNDS);
const small = {
	...measured({ checker: () => byChecker(SMALL) }, ROUNDS),
	...measured({
		plain: () => plainCheck(LARGEST, SMALL),
		graph: () => byXStateGraph(remembers),
		graphAsks: () => byXStateGraph(asksXState)
	})
};
const sizes = new Set(Object.values(small).map(({ worlds, transitions }) => `${worlds} ${transitions}`));
if (sizes.size > 1) throw new Error(`They do not explore the same: ${[...sizes].join(', ')}.`);
const noPeer = measured(
	{
		reduced: () => byChecker(boundsFor(NO_PEER), NO_PEER),
		counting: () => byChecker(boundsFor(NO_PEER), NO_PEER, COUNTS_RETRANSMISSIONS)
	},
	ROUNDS
);

console.log(JSON.stringify({ knobs: LARGEST, coldMs: cold.ms, largest, small, noPeer }));
