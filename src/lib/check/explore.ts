import { COMPONENTS, type ComponentId } from '../machines/components';
import type { Knobs } from '../machines/knobs';
import { ACTS, refusal, type ActId } from '../sim/acts';
import type { Snapshot, World } from '../sim/world';
import { MODEL_VERSION } from '../sim/world';
import { PACES, type Bounds } from './bounds';
import { knowsAfter } from './choices';
import { Integers, type Graph } from './graph';
import { LEAKS, type Message, type Reaction, type Tables } from './tables';

const PARTS = COMPONENTS.length;
/** A name begins with the machines, then says what the person knows; messages follow. */
const HEAD = PARTS + 1;
const INSTANT = PACES.indexOf('instant');
const INSIDE = PACES.indexOf('inside');
const NETWORK = PACES.indexOf('network');
const SLOW = PACES.indexOf('slow');
const TIMER = PACES.indexOf('timer');
const PERSON = COMPONENTS.indexOf('person');

/** An edge’s label: an act is -1 - its place among the bounds’ acts, a message 4 times its number, plus 1 for yes and 2 for no. */
export type Label = number;
export const isAct = (label: Label): boolean => label < 0;
export const actOf = (label: Label): number => -1 - label;

/** A step that does something wrong, with the world from which it is taken. */
export interface Fault {
	readonly world: number;
	readonly label: Label;
}

/** Everything that was found. */
export interface Explored {
	readonly knobs: Knobs;
	readonly bounds: Bounds;
	readonly tables: Tables;
	readonly graph: Graph;
	/** From which world each was first found, and by which choice: the links of a shortest path. */
	readonly parent: Int32Array;
	readonly by: Int32Array;
	/** Whether no message but slow ones is under way. */
	readonly quiet: Uint8Array;
	/** For each rule that leaks, the first step by which it let something leave in the clear while the person counted on protection. */
	readonly leaks: readonly (Fault | undefined)[];
	/** The first step by which a packet was thrown away and its sender told that all went well. */
	readonly silent: Fault | undefined;
	/** How many worlds were looked into. Where that is not all of them, there are more than the bounds allow. */
	readonly looked: number;
	/** The machines’ snapshots of a world, as integers in the order of `COMPONENTS`. */
	readonly machinesOf: (world: number) => readonly number[];
}

/** Says every so often how many worlds were found; whoever answers true stops the exploration. */
export type Watch = (worlds: number) => boolean;
const WATCH_EVERY = 4_096;

/** Thrown when the watcher stops an exploration. */
export class Stopped extends Error {}

/** An explorer of every world that can be reached with these knobs, breadth first, over integers. */
export class Explorer {
	readonly #names: string[] = [];
	readonly #numbers = new Map<string, number>();
	readonly #parent = new Integers();
	readonly #by = new Integers();
	readonly #first = new Integers();
	readonly #to = new Integers();
	readonly #label = new Integers();
	readonly #quiet = new Integers();
	readonly #leaks: (Fault | undefined)[] = LEAKS.map(() => undefined);
	#silent: Fault | undefined;
	/** The world at hand: its machines, and the messages under way, by rank. */
	readonly #machines = new Array<number>(PARTS).fill(0);
	#pending: number[] = [];
	#knows = false;
	readonly #allowed = new Map<string, readonly (readonly [place: number, message: number])[]>();
	readonly #reboot: number;

	constructor(
		readonly knobs: Knobs,
		readonly bounds: Bounds,
		readonly tables: Tables
	) {
		this.#reboot = bounds.acts.indexOf('reboot');
	}

	/** Explores to the end, or until the bounds or the watcher say that it is enough. */
	run(watch: Watch = () => false): Explored {
		this.#begin();
		let world = 0;
		for (; world < this.#names.length && this.#names.length <= this.bounds.worldsMost; world++) {
			if (world % WATCH_EVERY === 0 && watch(this.#names.length)) throw new Stopped();
			this.#first.push(this.#to.length);
			this.#expand(world);
		}
		watch(this.#names.length);
		const looked = world;
		for (; world <= this.#names.length; world++) this.#first.push(this.#to.length);
		const names = this.#names;
		return {
			knobs: this.knobs,
			bounds: this.bounds,
			tables: this.tables,
			graph: { nodes: names.length, first: this.#first.view(), to: this.#to.view(), label: this.#label.view() },
			parent: this.#parent.view(),
			by: this.#by.view(),
			quiet: Uint8Array.from(this.#quiet.view()),
			leaks: this.#leaks,
			silent: this.#silent,
			looked,
			machinesOf: (at) => Array.from({ length: PARTS }, (_, part) => (names[at] as string).charCodeAt(part))
		};
	}

	#begin(): void {
		const begun = COMPONENTS.map((component) => this.tables.beginning(component, this.knobs));
		const joins = this.tables.message({ from: 'kernelRouter', to: 'kernelRouter', event: { type: 'link.up' }, sentMs: 0, dueMs: 0 });
		this.#machines.splice(0, PARTS, ...begun.map(({ next }) => next));
		this.#pending = [joins];
		for (const { does } of begun) this.#obey(does);
		this.#add(-1, 0);
	}

	/** Tries every choice in a world. */
	#expand(world: number): void {
		const name = this.#names[world] as string;
		const { messages } = this.tables;
		const count = name.length - HEAD;
		const first = count > 0 ? (messages[name.charCodeAt(HEAD)] as Message) : undefined;
		if (first?.pace === INSTANT || first?.pace === NETWORK) return this.#deliver(world, name, 0, first);
		if (first?.pace === INSIDE) return this.#deliverFirsts(world, name, INSIDE);
		this.#deliverFirsts(world, name, SLOW);
		for (let at = 0; at < count; at++) {
			const message = messages[name.charCodeAt(HEAD + at)] as Message;
			if (message.pace === TIMER && !this.#isAwaiting(name, message.to)) this.#deliver(world, name, at, message);
		}
		this.#act(world, name);
	}

	/** Delivers the first message of every channel among those of this pace. */
	#deliverFirsts(world: number, name: string, pace: number): void {
		let channel = -1;
		for (let at = 0; at < name.length - HEAD; at++) {
			const message = this.tables.messages[name.charCodeAt(HEAD + at)] as Message;
			if (message.pace !== pace || message.channel === channel) continue;
			channel = message.channel;
			this.#deliver(world, name, at, message);
		}
	}

	/** Whether a slow message under way brings what this component waits for. */
	#isAwaiting(name: string, component: number): boolean {
		for (let at = HEAD; at < name.length; at++) {
			const message = this.tables.messages[name.charCodeAt(at)] as Message;
			if (message.pace === TIMER) return false;
			if (message.awaitedBy === component) return true;
		}
		return false;
	}

	#deliver(world: number, name: string, at: number, message: Message): void {
		const number = name.charCodeAt(HEAD + at);
		if (!message.answers) return this.#take(world, name, at, number, number * 4);
		message.answers.forEach((answer, no) => this.#take(world, name, at, answer, number * 4 + 1 + no));
	}

	/** Everybody’s acts. They come when nothing quick is under way, so what is refused depends on the machines alone. */
	#act(world: number, name: string): void {
		for (const [place, message] of this.#actsIn(name)) {
			if (place === this.#reboot) this.#take(world, name.slice(0, HEAD), -1, message, -1 - place);
			else this.#take(world, name, -1, message, -1 - place);
		}
	}

	#actsIn(name: string): readonly (readonly [number, number])[] {
		const machines = name.slice(0, PARTS);
		const known = this.#allowed.get(machines);
		if (known) return known;
		const world = worldOf(this.tables, this.knobs, Array.from(machines, (part) => part.charCodeAt(0)));
		const acts = this.bounds.acts.flatMap((id, place): [number, number][] => {
			if (refusal(world, id) !== null) return [];
			const { to, event } = ACTS[id].message(world);
			return [[place, this.tables.message({ from: to, to, event, sentMs: 0, dueMs: 0 })]];
		});
		this.#allowed.set(machines, acts);
		return acts;
	}

	/** Delivers a message, in a copy of a world from which the one at this place is gone. */
	#take(world: number, name: string, at: number, number: number, label: Label): void {
		const { to } = this.tables.messages[number] as Message;
		const reaction = this.tables.reaction(name.charCodeAt(to), number);
		for (let part = 0; part < PARTS; part++) this.#machines[part] = name.charCodeAt(part);
		this.#pending.length = 0;
		for (let place = HEAD; place < name.length; place++) {
			if (place !== HEAD + at) this.#pending.push(name.charCodeAt(place));
		}
		this.#machines[to] = reaction.next;
		this.#obey(reaction.does);
		const act = isAct(label) ? (this.bounds.acts[actOf(label)] as ActId) : null;
		this.#knows = knowsAfter(name.charCodeAt(PARTS) === 1, act, this.tables.messages[number]?.pending ?? null);
		this.#noteFaults(world, name, label, reaction);
		this.#label.push(label);
		this.#to.push(this.#add(world, label));
	}

	#noteFaults(world: number, name: string, label: Label, { leak, silent }: Reaction): void {
		if (silent) this.#silent ??= { world, label };
		if (leak >= 0 && name.charCodeAt(PARTS) === 0 && this.#believes(name.charCodeAt(PERSON))) this.#leaks[leak] ??= { world, label };
	}

	#believes(person: number): boolean {
		return (this.tables.snapshots[PERSON] as Snapshot[])[person]?.value === 'believesProtected';
	}

	#obey(does: readonly number[]): void {
		const { messages } = this.tables;
		const pending = this.#pending;
		for (const what of does) {
			if (what >= 0) {
				const { rank } = messages[what] as Message;
				let at = pending.length;
				while (at > 0 && (messages[pending[at - 1] as number] as Message).rank > rank) at--;
				pending.splice(at, 0, what);
			} else {
				const at = pending.findIndex((message) => (messages[message] as Message).timer === -1 - what);
				if (at >= 0) pending.splice(at, 1);
			}
		}
	}

	/** The number of the world at hand; a new one is remembered with where it came from. */
	#add(parent: number, by: Label): number {
		const name = String.fromCharCode(...this.#machines, this.#knows ? 1 : 0, ...this.#pending);
		const known = this.#numbers.get(name);
		if (known !== undefined) return known;
		const number = this.#names.length;
		this.#numbers.set(name, number);
		this.#names.push(name);
		this.#parent.push(parent);
		this.#by.push(by);
		const first = this.#pending[0];
		this.#quiet.push(first === undefined || (this.tables.messages[first] as Message).pace >= SLOW ? 1 : 0);
		return number;
	}
}

/** A world of the model with these machines and nothing under way: enough for every question about its states. */
export function worldOf(tables: Tables, knobs: Knobs, machines: readonly number[]): World {
	const snapshots = COMPONENTS.map((component, part) => [component, (tables.snapshots[part] as Snapshot[])[machines[part] as number]] as [ComponentId, Snapshot]);
	return { version: MODEL_VERSION, knobs, nowMs: 0, steps: 0, nextId: 0, machines: Object.fromEntries(snapshots) as World['machines'], pending: [] };
}

/** Whether this act is somebody’s own: of the phone as it is, an update may be the App Store’s. */
export const isByPerson = (act: ActId, knobs: Knobs): boolean =>
	ACTS[act].by === 'person' || ACTS[act].message({ knobs } as World).to === 'person';
