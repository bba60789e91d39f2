import { COMPONENTS, type ComponentId } from '../machines/components';
import type { Knobs } from '../machines/knobs';
import type { PostParams } from '../machines/actions';
import { ACTS, refusal, type ActId } from './acts';
import { ask, begin, deepFreeze, type Effect, type Microstep } from './machineAdapter';
import { recordOfRefusal, recordsOf, type TraceRecord } from './traceRecord';
import { MODEL_VERSION, type Pending, type Snapshot, type World } from './world';

/** What happens next: a message is delivered, a question is answered, or somebody acts. */
export type Choice =
	| { readonly type: 'deliver'; readonly id: number }
	| { readonly type: 'resolve'; readonly id: number; readonly value: boolean }
	/** `atMs` moves the clock forward first: an act may come while nothing else happens. */
	| { readonly type: 'act'; readonly act: ActId; readonly atMs?: number };

/** What came of a choice. */
export interface Step {
	readonly world: World;
	readonly records: readonly TraceRecord[];
}

/**
 * The first world for these knobs: every machine at its beginning, the phone about to join its Wi-Fi.
 * @param knobs all of them
 * @returns a frozen world
 */
export function firstWorld(knobs: Knobs): World {
	const begun = COMPONENTS.map((component) => [component, begin(component, knobs)] as const);
	const blank: World = {
		version: MODEL_VERSION,
		knobs: { ...knobs },
		nowMs: 0,
		// No step: what is under way at the beginning was caused by none.
		steps: -1,
		nextId: 0,
		machines: Object.fromEntries(begun.map(([component, { next }]) => [component, next])) as World['machines'],
		pending: []
	};
	const joined = enqueue(blank, { from: 'kernelRouter', to: 'kernelRouter', event: { type: 'link.up' } }, 0);
	return deepFreeze({
		...begun.reduce((world, [component, { micros }]) => obey(world, component, micros), joined),
		steps: 0
	});
}

/**
 * The one function that moves the model.
 * @param world stays as it was
 * @param choice what happens next
 * @returns the next world, frozen, and what there is to tell
 * @throws Error when the choice names a message that is not under way, or leaves an open question open
 */
export function step(world: World, choice: Choice): Step {
	if (choice.type === 'act') return perform({ ...world, nowMs: Math.max(world.nowMs, choice.atMs ?? 0) }, choice.act);
	const message = world.pending.find(({ id }) => id === choice.id);
	if (!message) throw new Error(`Nothing under way has the number ${choice.id}.`);
	const rest = {
		...world,
		nowMs: Math.max(world.nowMs, message.dueMs),
		pending: world.pending.filter((other) => other !== message)
	};
	if (!message.asks) return deliver(rest, message);
	if (choice.type !== 'resolve')
		throw new Error(`“${message.asks}” is an open question; it has to be resolved with true or false.`);
	return deliver(rest, { ...message, event: { type: 'outcome', outcome: message.asks, value: choice.value } });
}

/** An act: refused with a reason, or delivered like any other message. */
function perform(world: World, id: ActId): Step {
	const why = refusal(world, id);
	if (why) {
		return {
			world: deepFreeze({ ...world, steps: world.steps + 1 }),
			records: [recordOfRefusal(id, world, why)]
		};
	}
	// A phone without power has no message under way, neither inside it nor on its link.
	const before = id === 'reboot' ? { ...world, pending: [] } : world;
	const { to, event } = ACTS[id].message(world);
	return deliver(before, { id: -1, dueMs: world.nowMs, sentMs: world.nowMs, from: to, to, event, cause: -1 });
}

function deliver(world: World, message: Pending): Step {
	const { next, micros } = ask(message.to, world.machines[message.to], message.event);
	const records = recordsOf(message, world, micros);
	const moved = { ...world, machines: replace(world.machines, message.to, next) };
	const after = obey(moved, message.to, micros);
	return { world: deepFreeze({ ...after, steps: world.steps + 1 }), records };
}

const replace = (machines: World['machines'], component: ComponentId, next: Snapshot): World['machines'] =>
	machines[component] === next ? machines : { ...machines, [component]: next };

/** Carries out what a machine wants done: messages and timers go into the queue, cancelled timers leave it. */
function obey(world: World, component: ComponentId, micros: readonly Microstep[]): World {
	return micros
		.flatMap(({ effects }) => effects)
		.reduce((current, effect) => carryOut(current, component, effect), world);
}

const isList = (posts: PostParams): posts is Extract<PostParams, readonly unknown[]> => Array.isArray(posts);

function carryOut(world: World, from: ComponentId, effect: Effect): World {
	switch (effect.kind) {
		case 'note':
			return world;
		case 'post': {
			const posts = isList(effect.posts) ? effect.posts : [effect.posts];
			return posts.reduce((current, { to, event, delayMs }) => enqueue(current, { from, to, event }, delayMs), world);
		}
		case 'ask':
			return enqueue(
				world,
				{ from, to: from, event: { type: 'outcome', outcome: effect.outcome, value: true }, asks: effect.outcome },
				0
			);
		case 'timer':
			return enqueue(
				cancel(world, from, effect.id),
				{ from, to: from, event: effect.event, timer: effect.id },
				effect.delayMs
			);
		case 'cancel':
			return cancel(world, from, effect.id);
	}
}

const cancel = (world: World, owner: ComponentId, timer: string): World => {
	const pending = world.pending.filter((message) => message.timer !== timer || message.to !== owner);
	return pending.length === world.pending.length ? world : { ...world, pending };
};

/** Puts a message into the queue, behind everything that is due no later. */
function enqueue(
	world: World,
	message: Pick<Pending, 'from' | 'to' | 'event' | 'timer' | 'asks'>,
	delayMs: number
): World {
	const dueMs = world.nowMs + delayMs;
	const pending = { id: world.nextId, dueMs, sentMs: world.nowMs, cause: world.steps, ...message };
	const at = world.pending.findIndex((other) => other.dueMs > dueMs);
	const where = at < 0 ? world.pending.length : at;
	return { ...world, nextId: world.nextId + 1, pending: world.pending.toSpliced(where, 0, pending) };
}
