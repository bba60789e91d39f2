import { getInitialMicrosteps, getMicrosteps, type AnyMachineSnapshot } from 'xstate';
import { MACHINES } from '../machines/machines';
import type { AskParams, NoteParams, PostParams } from '../machines/actions';
import type { ComponentId } from '../machines/components';
import type { ModelEvent } from '../machines/events';
import type { Knobs } from '../machines/knobs';
import { MAX_CACHE_ENTRIES } from './cacheLimit';
import type { Snapshot, StateValue } from './world';

/** What a machine wants done, read from the actions that XState returned. */
export type Effect =
	| ({ readonly kind: 'note' } & Required<NoteParams>)
	| { readonly kind: 'post'; readonly posts: PostParams }
	| ({ readonly kind: 'ask' } & AskParams)
	| { readonly kind: 'timer'; readonly id: string; readonly event: ModelEvent; readonly delayMs: number }
	| { readonly kind: 'cancel'; readonly id: string };

/** One microstep: what was active before and after, and what it wants done. */
export interface Microstep {
	readonly before: StateValue;
	readonly after: StateValue;
	/** The context before it, which is what its notes speak of. */
	readonly context: Readonly<Record<string, unknown>>;
	readonly effects: readonly Effect[];
}

export interface Answer {
	readonly next: Snapshot;
	readonly micros: readonly Microstep[];
}

/**
 * Equal snapshots are one object, so that asking a machine the same thing twice costs a look-up. The cache only
 * remembers what pure functions gave: it is no state of the model, and what it has forgotten is made again, equal to
 * the byte. So nothing but speed may depend on two equal snapshots being the same object.
 */
interface Cache {
	readonly snapshots: Map<string, Snapshot>;
	readonly answers: WeakMap<Snapshot, Map<string, Answer>>;
	readonly live: WeakMap<Snapshot, AnyMachineSnapshot>;
	/** Snapshots and answers that it holds. */
	entries: number;
}

const emptyCache = (): Cache => ({ snapshots: new Map(), answers: new WeakMap(), live: new WeakMap(), entries: 0 });
let cache = emptyCache();

/** Makes room for one more entry. A full cache is dropped whole: an answer leads to snapshots, and those to answers. */
function makeRoom(): void {
	if (cache.entries >= MAX_CACHE_ENTRIES) cache = emptyCache();
	cache.entries++;
}

/** The one plain, frozen object for this value and context of a machine, as long as the cache remembers it. */
export function intern(component: ComponentId, value: StateValue, context: object): Snapshot {
	const key = JSON.stringify([component, value, context]);
	const known = cache.snapshots.get(key);
	if (known) return known;
	const snapshot = deepFreeze({ value, context }) as Snapshot;
	makeRoom();
	cache.snapshots.set(key, snapshot);
	return snapshot;
}

/** Freezes a plain value and all that is in it; what is frozen already is taken to be so throughout. */
export function deepFreeze<T>(value: T): T {
	if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
	Object.values(value).forEach(deepFreeze);
	return Object.freeze(value);
}

/** A machine’s first snapshot, and the timers with which it starts. */
export function begin(component: ComponentId, knobs: Knobs): Answer {
	const steps = getInitialMicrosteps(MACHINES[component], knobs) as XStateMicrostep[];
	return read(component, { value: '', context: {} }, steps);
}

/** What a machine answers to an event: its next snapshot and what it wants done. Asked once, then remembered. */
export function ask(component: ComponentId, snapshot: Snapshot, event: ModelEvent): Answer {
	const key = JSON.stringify(event);
	const remembered = cache.answers.get(snapshot)?.get(key);
	if (remembered) return remembered;
	const answer = read(component, snapshot, askXState(component, snapshot, event));
	makeRoom();
	const known = cache.answers.get(snapshot) ?? new Map<string, Answer>();
	cache.answers.set(snapshot, known.set(key, answer));
	return answer;
}

/** XState’s own snapshot and actions, as far as the model looks at them. */
type XStateMicrostep = [{ value: StateValue; context: object }, { type: string; params: unknown }[]];

/** XState itself, uncached: the reference that the tests compare with. */
function askXState(component: ComponentId, snapshot: Snapshot, event: ModelEvent): XStateMicrostep[] {
	const machine = MACHINES[component];
	const resolved =
		cache.live.get(snapshot) ?? machine.resolveState({ value: snapshot.value, context: snapshot.context });
	cache.live.set(snapshot, resolved);
	return getMicrosteps(machine, resolved, event) as XStateMicrostep[];
}

function read(component: ComponentId, first: Snapshot, steps: XStateMicrostep[]): Answer {
	let before: { value: StateValue; context: object } = first;
	const micros = steps.map(([after, actions]): Microstep => {
		const micro = {
			before: before.value,
			after: after.value,
			context: before.context,
			effects: actions.flatMap(readAction)
		};
		before = after;
		return micro as Microstep;
	});
	const last = steps.at(-1)?.[0];
	if (!last) return { next: first, micros };
	const next = intern(component, last.value, last.context);
	if (!cache.live.has(next)) cache.live.set(next, last as AnyMachineSnapshot);
	return { next, micros };
}

function readAction({ type, params }: { type: string; params: unknown }): Effect[] {
	switch (type) {
		case 'note':
			return [{ kind: 'note', ...(params as Required<NoteParams>) }];
		case 'ask':
			return [{ kind: 'ask', ...(params as AskParams) }];
		case 'post':
			return [{ kind: 'post', posts: params as PostParams }];
		case 'xstate.cancel':
			return [{ kind: 'cancel', id: (params as { sendId: string }).sendId }];
		case 'xstate.raise': {
			const { event, id, delay } = params as { event: ModelEvent; id?: string; delay?: number };
			// Without a delay it is a region talking to its neighbours: XState has dealt with it already.
			return delay === undefined || id === undefined ? [] : [{ kind: 'timer', id, event, delayMs: delay }];
		}
		default:
			throw new Error(`The machine ${type} wants an action that the model does not know.`);
	}
}
