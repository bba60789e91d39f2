import { COMPONENTS, type ComponentId } from '../machines/components';
import type { ModelEvent } from '../machines/events';
import { isOwn } from '../machines/packets';
import { ruleOf } from '../machines/reasons';
import { LEAKING_RULES } from '../machines/decision';
import { RULES } from '../machines/rules';
import { ask, begin, intern, type Answer, type Effect } from '../sim/machineAdapter';
import type { Pending, Snapshot } from '../sim/world';
import { PACES, paceOf } from './bounds';
import { canonicalMessage, canonicalSnapshot, canonicalTimer, REDUCTIONS, type Reductions } from './canonicalSnapshot';
import { awaitedBy } from './enabledChoices';
import { messageKey } from './stateKey';

/** What the machines answer: XState’s own answers, or those of a double in a test. */
export interface Model {
	readonly begin: typeof begin;
	readonly ask: typeof ask;
}
export const THE_MODEL: Model = { begin, ask };

/** A message as an integer stands for it, with what the explorer has to know of it. */
export interface Message {
	readonly pending: Omit<Pending, 'id' | 'cause'>;
	/** The component that gets it, by its place in `COMPONENTS`. */
	readonly to: number;
	/** Where it stands among what is under way; equal ranks stay in the order in which they were caused. */
	readonly rank: number;
	/** Its place in `PACES`. */
	readonly pace: number;
	readonly channel: number;
	/** Whoever waits for its packet, by the place in `COMPONENTS`, or -1. */
	readonly awaitedBy: number;
	/** For timers: by what it is cancelled, or -1. */
	readonly timer: number;
	/** For open questions: the messages that stand for yes and for no. */
	readonly answers: readonly [number, number] | null;
}

/** An answer of a machine, as integers. */
export interface Reaction {
	readonly next: number;
	/** In order: a message that is posted is its number, a timer that is cancelled is -1 - timer. */
	readonly does: readonly number[];
	/** The rule by which a packet left in the clear, by its place in `LEAKING_RULES`, or -1. */
	readonly leak: number;
	/** Whether a packet was thrown away and its sender told that all went well. */
	readonly silent: boolean;
}

const INDEX = Object.fromEntries(COMPONENTS.map((component, at) => [component, at])) as Record<ComponentId, number>;
/** Paces at which everything comes in the order in which it was caused. */
const IN_TURN = [PACES.indexOf('instant'), PACES.indexOf('network')];
const TIMER_RANK = 1_000_000;

/** Gives everything that is seen a small integer, the same for equal things. */
class Numbers<T> {
	readonly values: T[] = [];
	readonly #known = new Map<string, number>();

	of(name: string, make: () => T): number {
		const known = this.#known.get(name);
		if (known !== undefined) return known;
		// Making it may give numbers to other things first.
		const value = make();
		const number = this.values.length;
		this.#known.set(name, number);
		this.values.push(value);
		return number;
	}
}

/**
 * Snapshots and messages by small integers, and every answer remembered as integers: each (snapshot, event) pair asks
 * XState once. Tables only remember what a pure function gave, so they may be shared by many explorations.
 */
export class Tables {
	/** @internal */
	readonly messages: Message[];
	/** @internal */
	readonly snapshots: readonly (readonly Snapshot[])[];
	readonly #messages = new Numbers<Message>();
	readonly #channels = new Numbers<string>();
	readonly #timers = new Numbers<string>();
	readonly #snapshots = COMPONENTS.map(() => new Numbers<Snapshot>());
	/** The integers of snapshots as the machines answered them, so that each is reduced once. */
	readonly #seen = COMPONENTS.map(() => new WeakMap<Snapshot, number>());
	readonly #reactions: (Reaction | undefined)[][][] = COMPONENTS.map(() => []);
	/**
	 * How often a machine had to be asked.
	 * @internal
	 */
	asked = 0;

	/** @internal */
	constructor(
		readonly model: Model = THE_MODEL,
		readonly reductions: Reductions = REDUCTIONS
	) {
		this.messages = this.#messages.values;
		this.snapshots = this.#snapshots.map(({ values }) => values);
	}

	/**
	 * The integer of what matters in a snapshot.
	 * @internal
	 */
	snapshot(component: number, full: Snapshot): number {
		const seen = this.#seen[component] as WeakMap<Snapshot, number>;
		const known = seen.get(full);
		if (known !== undefined) return known;
		const id = COMPONENTS[component] as ComponentId;
		const { value, context } = canonicalSnapshot(id, full, this.reductions);
		const number = (this.#snapshots[component] as Numbers<Snapshot>).of(JSON.stringify([value, context]), () =>
			intern(id, value, context)
		);
		seen.set(full, number);
		return number;
	}

	/**
	 * The integer of a message, whatever its times and numbers are.
	 * @internal
	 */
	message(pending: Omit<Pending, 'id' | 'cause'>): number {
		const canonical = canonicalMessage(pending, this.reductions);
		return this.#messages.of(messageKey(canonical), () => this.#describe(canonical));
	}

	/**
	 * What a component in this state answers to this message.
	 * @internal
	 */
	reaction(snapshot: number, message: number): Reaction {
		const { to, pending } = this.messages[message] as Message;
		const ofComponent = this.#reactions[to] as (Reaction | undefined)[][];
		const remembered = (ofComponent[snapshot] ??= []);
		return (remembered[message] ??= this.#ask(to, snapshot, pending.event));
	}

	/**
	 * What a component begins with.
	 * @internal
	 */
	beginning(component: ComponentId, knobs: Parameters<Model['begin']>[1]): Reaction {
		return this.#read(INDEX[component], this.model.begin(component, knobs));
	}

	#ask(component: number, snapshot: number, event: ModelEvent): Reaction {
		this.asked++;
		const before = (this.snapshots[component] as Snapshot[])[snapshot] as Snapshot;
		const reaction = this.#read(component, this.model.ask(COMPONENTS[component] as ComponentId, before, event));
		return 'packet' in event && isOwn(event.packet) ? reaction : { ...reaction, leak: -1 };
	}

	#read(component: number, { next, micros }: Answer): Reaction {
		const from = COMPONENTS[component] as ComponentId;
		const effects = micros.flatMap((micro) => micro.effects);
		const rules = effects.flatMap((effect) => (effect.kind === 'note' ? (ruleOf(effect.reason) ?? []) : []));
		const does = effects.flatMap((effect) => this.#carriedOut(from, effect));
		const tellsOk = does.some((message) => message >= 0 && this.messages[message]?.pending.event.type === 'send.ok');
		return {
			next: this.snapshot(component, next),
			does,
			leak: LEAKING_RULES.findIndex((id) => rules.includes(id)),
			silent: tellsOk && rules.some((id) => RULES[id].then === 'drop')
		};
	}

	#carriedOut(from: ComponentId, effect: Effect): number[] {
		const message = (to: ComponentId, event: ModelEvent, delayMs: number, more: Partial<Pending> = {}) =>
			this.message({ from, to, event, sentMs: 0, dueMs: delayMs, ...more });
		switch (effect.kind) {
			case 'note':
				return [];
			case 'post':
				return [effect.posts].flat().map(({ to, event, delayMs }) => message(to, event, delayMs));
			case 'ask':
				return [message(from, { type: 'outcome', outcome: effect.outcome, value: true }, 0, { asks: effect.outcome })];
			case 'timer':
				return [-1 - this.#timer(from, effect.id), message(from, effect.event, effect.delayMs, { timer: effect.id })];
			case 'cancel':
				return [-1 - this.#timer(from, effect.id)];
		}
	}

	#timer(owner: ComponentId, id: string): number {
		const timer = canonicalTimer(owner, id, this.reductions);
		return this.#timers.of(`${owner} ${timer}`, () => timer);
	}

	#describe(pending: Omit<Pending, 'id' | 'cause'>): Message {
		const { from, to, event, asks, timer } = pending;
		const pace = PACES.indexOf(paceOf(pending));
		const channel = this.#channels.of(`${from} ${to}`, () => from);
		const awaited = awaitedBy(pending);
		const answer = (value: boolean) =>
			this.message({ from, to, event: { ...event, value } as ModelEvent, sentMs: 0, dueMs: 0 });
		return {
			pending,
			to: INDEX[to],
			rank:
				timer !== undefined
					? TIMER_RANK + this.#timer(to, timer)
					: pace * 1_000 + (IN_TURN.includes(pace) ? 0 : channel),
			pace,
			channel,
			awaitedBy: awaited === undefined ? -1 : INDEX[awaited],
			timer: timer === undefined ? -1 : this.#timer(to, timer),
			answers: asks ? [answer(true), answer(false)] : null
		};
	}
}
