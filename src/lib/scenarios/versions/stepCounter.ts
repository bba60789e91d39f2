import { nextChoice, type Entry, type History } from '../../sim/history';
import { step, type Choice } from '../../sim/step';
import type { Pending, World } from '../../sim/world';
import { addedSince, renamedSince, wholeSince } from '.';
import type { Anchor } from '../anchors';
import { packetOf, type AddedSteps, type StepKind } from './addedSteps';

/** A step that could be taken now, and what it is to the older version. */
interface Judged {
	readonly entry: Entry;
	readonly kind: StepKind;
	readonly added: readonly AddedSteps[];
}

/** Runs today’s model and counts its steps as another version counted its own. */
export class StepCounter {
	readonly #entries: Entry[];
	#added: readonly AddedSteps[];
	/** For each number of steps of the other version, from 0, that of today’s. */
	readonly #today: number[] = [0];
	/** By reason, after how many steps of the other version each of its records was told. */
	readonly #told = new Map<string, number[]>();

	constructor(
		readonly version: number,
		readonly first: History
	) {
		this.#entries = [...first.entries];
		this.#added = addedSince(version);
	}

	/** Steps of the other version. */
	get count(): number {
		return this.#today.length - 1;
	}

	/** Steps of today’s model. */
	get length(): number {
		return this.#entries.length;
	}

	get world(): World {
		return this.#entries.at(-1)?.world ?? this.first.first;
	}

	get history(): History {
		return { ...this.first, entries: [...this.#entries] };
	}

	/** Today’s steps at so many of the other version; as far as it came when it did not come there. */
	today(count: number): number {
		return this.#today[count] ?? this.#entries.length;
	}

	/** After how many steps of the other version an anchor’s record was told; null while it has not been. */
	toldAt({ reason, ordinal }: Anchor): number | null {
		return this.#told.get(renamedSince(this.version, reason))?.[ordinal] ?? null;
	}

	/** Another counter that is as far, and goes on by itself. */
	copy(): StepCounter {
		const copy = new StepCounter(this.version, this.history);
		copy.#added = this.#added;
		copy.#today.push(...this.#today.slice(1));
		for (const [reason, counts] of this.#told) copy.#told.set(reason, [...counts]);
		return copy;
	}

	/** The choice that the player would make. */
	next(): Choice | null {
		return nextChoice(this.world, this.first.outcomes);
	}

	/** What a step would be to the other version. */
	kindOf(choice: Choice): StepKind {
		return this.#added.length === 0 ? 'own' : this.#judge(choice).kind;
	}

	/** Takes a step, and says what it was to the other version. */
	take(choice: Choice): StepKind {
		const { entry, kind, added } = this.#judge(choice);
		this.#entries.push(entry);
		this.#added = added;
		if (kind === 'own') this.#today.push(this.#entries.length);
		if (kind !== 'added') this.#hear(entry, kind === 'own' ? this.count : this.count + 1);
		return kind;
	}

	/** Counts a step that only the other version took, such as an act that is unknown here. */
	skip(): void {
		this.#today.push(this.#entries.length);
	}

	#hear({ records }: Entry, count: number): void {
		for (const { reason } of records) {
			if (reason === null) continue;
			const whole = wholeSince(this.version, reason);
			this.#told.set(whole, [...(this.#told.get(whole) ?? []), count]);
		}
	}

	#judge(choice: Choice): Judged {
		const before = this.world;
		const entry = { choice, ...step(before, choice) };
		const taken = {
			number: before.steps,
			before,
			after: entry.world,
			message: messageOf(before, choice),
			told: entry.records.map(({ reason }) => reason)
		};
		const judged = this.#added.map((judge) => judge(taken));
		const kind = (['added', 'begins'] as const).find((each) => judged.some((one) => one.kind === each)) ?? 'own';
		return { entry, kind, added: judged.map(({ next }) => next) };
	}

	/** Follows the packets from a step that has begun until it is done, as far as they come. */
	finish(): void {
		const count = this.count;
		const chain = [this.#entries.length - 1];
		while (this.count === count) {
			const due = this.world.pending.find((message) => packetOf(message) !== null && chain.includes(message.cause));
			if (!due) return;
			chain.push(this.#entries.length);
			this.take(deliveryOf(due));
		}
	}

	/** Delivers what the other version knows nothing of; timers take their time. */
	catchUp(): void {
		const due = this.world.pending.find(
			(message) => message.timer === undefined && this.kindOf(deliveryOf(message)) === 'added'
		);
		if (!due) return;
		this.take(deliveryOf(due));
		this.catchUp();
	}
}

const messageOf = ({ pending }: World, choice: Choice): Pending | null =>
	choice.type === 'act' ? null : (pending.find(({ id }) => id === choice.id) ?? null);

/** Delivers a message; a question is answered with this. */
export const deliveryOf = ({ id, asks }: Pending, value = true): Choice =>
	asks ? { type: 'resolve', id, value } : { type: 'deliver', id };
