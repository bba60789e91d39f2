import { COMPONENTS } from '../machines/components';
import type { Knobs } from '../machines/knobs';
import { ACTS, refusal, type ActId } from '../sim/acts';
import type { Snapshot, World } from '../sim/world';
import { PACES, type Bounds } from './bounds';
import { actOf, isAct, worldOf, type Exploration, type Fault, type Label } from './exploration';
import { IntVector } from './graph';
import { LEAKING_RULES } from '../machines/decision';
import type { Message, Tables } from './tables';
import { MAX_VECTOR_LENGTH, StateStore } from './stateStore';

/** A world’s vector begins with the machines; the messages under way follow, by rank. */
const HEAD = COMPONENTS.length;
const INSTANT = PACES.indexOf('instant');
const INSIDE = PACES.indexOf('inside');
const NETWORK = PACES.indexOf('network');
const SLOW = PACES.indexOf('slow');
const TIMER = PACES.indexOf('timer');
const PERSON = COMPONENTS.indexOf('person');

/** Says every so often how many worlds were found; whoever answers true stops the exploration. */
export type Watch = (worlds: number) => boolean;
const WATCH_EVERY = 4_096;

/** Thrown when the watcher stops an exploration. */
export class Stopped extends Error {}

type Allowed = readonly (readonly [place: number, message: number])[];

/** An explorer of every world that can be reached with these knobs, breadth first, over integers. */
export class Explorer {
	readonly #worlds = new StateStore();
	readonly #parent = new IntVector();
	readonly #by = new IntVector();
	readonly #first = new IntVector();
	readonly #to = new IntVector();
	readonly #label = new IntVector();
	readonly #quiet = new IntVector();
	readonly #leaks: (Fault | undefined)[] = LEAKING_RULES.map(() => undefined);
	#silent: Fault | undefined;
	/** The world that is looked into, and the one that a choice makes of it. */
	readonly #here = new Uint16Array(MAX_VECTOR_LENGTH);
	#hereEnd = 0;
	readonly #next = new Uint16Array(MAX_VECTOR_LENGTH);
	#nextEnd = 0;
	/** What may be done with each combination of machines. */
	readonly #combinations = new StateStore();
	readonly #allowed: Allowed[] = [];
	/** The message that each act is, which depends on the knobs alone. */
	readonly #messages: number[] = [];

	constructor(
		readonly knobs: Knobs,
		readonly bounds: Bounds,
		readonly tables: Tables
	) {}

	/** Explores to the end, or until the bounds or the watcher say that it is enough. */
	run(watch: Watch = () => false): Exploration {
		this.#begin();
		const worlds = this.#worlds;
		let world = 0;
		for (; world < worlds.count && worlds.count <= this.bounds.maxWorlds; world++) {
			if (world % WATCH_EVERY === 0 && watch(worlds.count)) throw new Stopped();
			this.#first.push(this.#to.length);
			this.#hereEnd = worlds.read(world, this.#here);
			this.#expand(world);
		}
		watch(worlds.count);
		const looked = world;
		for (; world <= worlds.count; world++) this.#first.push(this.#to.length);
		return {
			knobs: this.knobs,
			bounds: this.bounds,
			tables: this.tables,
			graph: { nodes: worlds.count, first: this.#first.view(), to: this.#to.view(), label: this.#label.view() },
			parent: this.#parent.view(),
			by: this.#by.view(),
			quiet: Uint8Array.from(this.#quiet.view()),
			leaks: this.#leaks,
			silent: this.#silent,
			looked,
			snapshotOf: (world, component) => worlds.at(world, component),
			vectorOf: (world, into) => worlds.read(world, into)
		};
	}

	#begin(): void {
		const begun = COMPONENTS.map((component) => this.tables.beginning(component, this.knobs));
		const joins = this.tables.message({
			from: 'kernelRouter',
			to: 'kernelRouter',
			event: { type: 'link.up' },
			sentMs: 0,
			dueMs: 0
		});
		this.#next.set([...begun.map(({ next }) => next), joins]);
		this.#nextEnd = HEAD + 1;
		for (const { does } of begun) this.#obey(does);
		this.#add(-1, 0);
	}

	/** Tries every choice in the world at hand. */
	#expand(world: number): void {
		const first = this.#hereEnd > HEAD ? this.#messageAt(HEAD) : undefined;
		if (first?.pace === INSTANT || first?.pace === NETWORK) return this.#deliver(world, HEAD, first);
		if (first?.pace === INSIDE) return this.#deliverFirsts(world, INSIDE);
		this.#deliverFirsts(world, SLOW);
		for (let at = HEAD; at < this.#hereEnd; at++) {
			const message = this.#messageAt(at);
			if (message.pace === TIMER && !this.#isAwaiting(message.to)) this.#deliver(world, at, message);
		}
		this.#act(world);
	}

	#messageAt(at: number): Message {
		return this.tables.messages[this.#here[at] as number] as Message;
	}

	/** Delivers the first message of every channel among those of this pace. */
	#deliverFirsts(world: number, pace: number): void {
		let channel = -1;
		for (let at = HEAD; at < this.#hereEnd; at++) {
			const message = this.#messageAt(at);
			if (message.pace !== pace || message.channel === channel) continue;
			channel = message.channel;
			this.#deliver(world, at, message);
		}
	}

	/** Whether a slow message under way brings what this component waits for. */
	#isAwaiting(component: number): boolean {
		for (let at = HEAD; at < this.#hereEnd; at++) {
			const message = this.#messageAt(at);
			if (message.pace === TIMER) return false;
			if (message.awaitedBy === component) return true;
		}
		return false;
	}

	#deliver(world: number, at: number, { answers }: Message): void {
		const number = this.#here[at] as number;
		if (!answers) return this.#take(world, at, number, number * 4);
		answers.forEach((answer, no) => this.#take(world, at, answer, number * 4 + 1 + no));
	}

	/** Everybody’s acts. */
	#act(world: number): void {
		for (const [place, message] of this.#actsHere()) this.#take(world, -1, message, -1 - place);
	}

	/** Acts come when nothing quick is under way, so what is refused depends on the machines alone. */
	#actsHere(): Allowed {
		const combination = this.#combinations.of(this.#here, HEAD);
		return (this.#allowed[combination] ??= this.#actsWith(
			worldOf(this.tables, this.knobs, (component) => this.#here[component] as number)
		));
	}

	#actsWith(world: World): Allowed {
		return this.bounds.acts.flatMap((id, place) =>
			refusal(world, id) === null ? [[place, (this.#messages[place] ??= this.#messageOf(id, world))] as const] : []
		);
	}

	#messageOf(act: ActId, world: World): number {
		const { to, event } = ACTS[act].message(world);
		return this.tables.message({ from: to, to, event, sentMs: 0, dueMs: 0 });
	}

	/** Delivers a message, in a copy of the world at hand from which what stands at this place is gone. */
	#take(world: number, at: number, number: number, label: Label): void {
		const here = this.#here;
		const { to } = this.tables.messages[number] as Message;
		const reaction = this.tables.reaction(here[to] as number, number);
		const act = isAct(label) ? (this.bounds.acts[actOf(label)] as ActId) : null;
		// A phone without power has no message under way.
		this.#copyHere(at, act === 'reboot' ? HEAD : this.#hereEnd);
		this.#next[to] = reaction.next;
		this.#obey(reaction.does);
		if (reaction.silent) this.#silent ??= { world, label };
		if (reaction.leak >= 0 && this.#believes(here[PERSON] as number)) this.#leaks[reaction.leak] ??= { world, label };
		this.#label.push(label);
		this.#to.push(this.#add(world, label));
	}

	#copyHere(without: number, end: number): void {
		let length = 0;
		for (let at = 0; at < end; at++) {
			if (at !== without) this.#next[length++] = this.#here[at] as number;
		}
		this.#nextEnd = length;
	}

	#believes(person: number): boolean {
		return (this.tables.snapshots[PERSON] as Snapshot[])[person]?.value === 'believesProtected';
	}

	/** What a machine wants done: messages are put behind all of their rank, timers are cancelled. */
	#obey(does: readonly number[]): void {
		for (const what of does) {
			if (what >= 0) this.#post(what);
			else this.#cancel(-1 - what);
		}
	}

	#post(message: number): void {
		const { messages } = this.tables;
		const { rank } = messages[message] as Message;
		let at = this.#nextEnd++;
		for (; at > HEAD && (messages[this.#next[at - 1] as number] as Message).rank > rank; at--)
			this.#next[at] = this.#next[at - 1] as number;
		this.#next[at] = message;
	}

	#cancel(timer: number): void {
		for (let at = HEAD; at < this.#nextEnd; at++) {
			if ((this.tables.messages[this.#next[at] as number] as Message).timer !== timer) continue;
			this.#next.copyWithin(at, at + 1, this.#nextEnd--);
			return;
		}
	}

	/** The number of the world that was made; a new one is remembered with where it came from. */
	#add(parent: number, by: Label): number {
		const before = this.#worlds.count;
		const number = this.#worlds.of(this.#next, this.#nextEnd);
		if (number < before) return number;
		this.#parent.push(parent);
		this.#by.push(by);
		const isQuiet =
			this.#nextEnd === HEAD || (this.tables.messages[this.#next[HEAD] as number] as Message).pace >= SLOW;
		this.#quiet.push(isQuiet ? 1 : 0);
		return number;
	}
}
