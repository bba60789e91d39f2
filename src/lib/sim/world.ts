import { MACHINES } from '../machines/machines';
import type { ComponentId } from '../machines/components';
import type { ModelEvent, OutcomeId } from '../machines/events';
import type { MainAppContext } from '../machines/mainApp';
import type { KernelContext } from '../machines/rules';
import type { Knobs } from '../machines/knobs';
import type { SessionContext } from '../machines/sessionManager';
import type { StateTag } from '../machines/tags';
import type { TunnelContext } from '../machines/tunnelProcess/context';

/**
 * The model's version. A link remembers it; it is raised whenever the same choices could lead to
 * another history than before, together with an entry in `scenarios/versions`, so that older links
 * go on opening at their moment.
 */
export const MODEL_VERSION = 4;

/** An XState snapshot reduced to plain data: `resolveState` makes a snapshot of it again. */
export interface Snapshot {
	readonly value: StateValue;
	readonly context: Readonly<Record<string, unknown>>;
}

/** As XState has it: a leaf's name, or an object of regions and nested states. */
export type StateValue = string | { readonly [region: string]: StateValue };

/** A message under way, a timer that runs, or a question that the evidence leaves open. */
export interface Pending {
	readonly id: number;
	/** Model time at which the player delivers it, in ms. */
	readonly dueMs: number;
	/** Model time at which it was posted, in ms. */
	readonly sentMs: number;
	readonly from: ComponentId;
	readonly to: ComponentId;
	readonly event: ModelEvent;
	/** The step that posted it, so that every step knows its cause; -1 for what is there at the beginning. */
	readonly cause: number;
	/** XState's id of a delayed transition, by which it is cancelled. */
	readonly timer?: string;
	/** The open question: whoever delivers it has to choose the value. */
	readonly asks?: OutcomeId;
}

/** The whole phone and all around it, as one frozen, serialisable value. */
export interface World {
	readonly version: number;
	readonly knobs: Knobs;
	readonly nowMs: number;
	/** Steps taken so far; the next step's number. */
	readonly steps: number;
	readonly nextId: number;
	readonly machines: Readonly<Record<ComponentId, Snapshot>>;
	/** In the order in which they are due; equal times in the order in which they were posted. */
	readonly pending: readonly Pending[];
}

/** The deepest active state of a value without regions; of one with regions, its first region’s. */
export function leafOf(value: StateValue): string {
	if (typeof value === 'string') return value;
	const first = Object.values(value)[0];
	return first === undefined ? '' : leafOf(first);
}

/** Every active leaf with its path, such as `process.running.probing`. */
export function leavesOf(value: StateValue, path = ''): string[] {
	if (typeof value === 'string') return [path ? `${path}.${value}` : value];
	return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path ? `${path}.${key}` : key));
}

/**
 * The state of a component in one word: the state that its room shows.
 * @param world as it is after some step
 * @param component whose state
 * @returns a state’s name
 */
export const stateOf = (world: World, component: ComponentId): string => leafOf(world.machines[component].value);

/**
 * Whether the person counts on a protection: what then leaves in the clear is a leak, whatever let it out.
 * @param world as it is after some step
 * @returns whether they do
 */
export const believesProtected = (world: World): boolean => stateOf(world, 'person') === 'believesProtected';

/**
 * Whether a component is in a state or inside it, at any depth.
 * @param world as it is after some step
 * @param component whose state
 * @param state a state’s name
 * @returns whether it is
 */
export const isIn = (world: World, component: ComponentId, state: string): boolean =>
	leavesOf(world.machines[component].value).some((leaf) => leaf.split('.').includes(state));

/** XState’s answer for each snapshot, asked once: it only remembers what a pure function gave. */
const tags = new WeakMap<Snapshot, ReadonlySet<string>>();

/** Whether one of a component’s active states has this tag. */
export function hasTag(world: World, component: ComponentId, tag: StateTag): boolean {
	const snapshot = world.machines[component];
	const known = tags.get(snapshot) ?? MACHINES[component].resolveState({ ...snapshot }).tags;
	tags.set(snapshot, known);
	return known.has(tag);
}

export const kernelContext = (world: World): KernelContext =>
	world.machines.kernelRouter.context as unknown as KernelContext;
export const appContext = (world: World): MainAppContext => world.machines.mainApp.context as unknown as MainAppContext;
export const sessionContext = (world: World): SessionContext =>
	world.machines.sessionManager.context as unknown as SessionContext;
export const tunnelContext = (world: World): TunnelContext =>
	world.machines.tunnelProcess.context as unknown as TunnelContext;
