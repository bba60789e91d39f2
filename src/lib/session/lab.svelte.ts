import { PROPERTIES, PROPERTY_IDS, type PropertyId } from '../check/properties';
import { refuseKnobs, type Knobs } from '../machines/knobs';
import { inOrder, type RepairId } from '../machines/repairs';
import { actsDone, turnedIn } from '../scene/futures';
import { firstDifference } from '../scene/timeline';
import type { ScenarioId } from '../scenarios';
import { toQuery } from '../scenarios/address';
import { ACTS, refusal, type ActId } from '../sim/acts';
import { sameActs, seek, start, type History } from '../sim/history';
import type { Outcomes } from '../sim/outcomes';
import { performed } from './acting';
import { Player } from './player.svelte';
import { presetOf, presetRun } from './presetRun';
import { Show } from './show.svelte';

/** A run that somebody made, by the number that it keeps. */
export interface Future {
	readonly number: number;
	readonly run: History;
}

/** The lab: any knobs, any acts, and all futures that came of them, of which one is shown, or two side by side. */
export class LabSession extends Show {
	#kept = $state.raw<readonly Future[]>([]);
	/** The number of the future that is shown, and of the one beside it. */
	shownNumber = $state(1);
	besideNumber = $state<number | null>(null);
	/** The property that breaks where the path ends that a link has opened, or null. */
	breaks = $state<PropertyId | null>(null);

	/** All futures. Those on the screen are as long as the film has made them. */
	futures: readonly Future[] = $derived.by(() =>
		this.#kept.map((future) => {
			const at = future.number === this.shownNumber ? 0 : future.number === this.besideNumber ? 1 : -1;
			return { number: future.number, run: this.player.runs[at] ?? future.run };
		})
	);
	/** Where the two on the screen first differ: the index of an entry; null when there is one, or they are alike. */
	parts: number | null = $derived.by(() => {
		const [one, other] = this.player.runs;
		return one && other ? firstDifference(one, other) : null;
	});

	/** @param first the run of the story with which it opens, at its end */
	constructor(first: ScenarioId) {
		const run = presetRun(first);
		super(new Player([run]));
		this.#kept = [{ number: 1, run }];
		this.narrow = true;
		this.player.seekTo(this.player.durationMs);
	}

	/** The run that acts and knobs are about. */
	get run(): History {
		return this.player.runs[0] as History;
	}

	override get runNames(): readonly string[] {
		return this.besideNumber === null ? [] : [this.shownNumber, this.besideNumber].map((number) => this.nameOf(number));
	}

	/** A future by its number, where its flag stands, and what tells it from the other on the screen: a knob, or what was done last. */
	nameOf(number: number): string {
		const run = this.futures.find((future) => future.number === number)?.run ?? this.run;
		const other = this.player.runs[number === this.shownNumber ? 1 : 0] ?? run;
		const [turned] = turnedIn(run, { ...other, knobs: { ...other.knobs, includeAllNetworks: run.knobs.includeAllNetworks } });
		return `${number}: flag ${run.knobs.includeAllNetworks ? 'on' : 'off'}, ${turned ?? actsDone(run).at(-1) ?? 'nothing done'}`;
	}

	/** What the saved runs on the screen are called: a run of the story by its name there but for its flag, others by their number. */
	get fileNames(): readonly string[] {
		return this.player.runs.map((run, i) => `lab-${presetOf(run)?.replace(/-flag-o(n|ff)$/, '') ?? `run-${i === 0 ? this.shownNumber : this.besideNumber}`}`);
	}

	/** An act, here and now. At the end of a run it is added to it; in its past it begins another future, and the one that was stays. */
	act(id: ActId): void {
		const { player, run } = this;
		const steps = player.positions[0] ?? 0;
		const world = seek(run, steps);
		const why = refusal(world, id);
		player.refused = why === null ? null : `${ACTS[id].label}: ${why}`;
		if (why !== null) return;
		this.breaks = null;
		const next = performed(run, steps, [id], world.nowMs);
		if (steps < run.entries.length) this.#add(next);
		else this.#put(next);
		player.seekStep(steps);
		player.stepForward();
		player.play();
		this.tell();
	}

	/** Other knobs: another future, with the same acts at the same moments. Knobs that cannot be are refused with a reason. */
	turn(change: Partial<Knobs>): void {
		const { repairs = [], ...settings } = { ...this.run.knobs, ...change };
		const knobs: Knobs = repairs.length > 0 ? { ...settings, repairs } : settings;
		this.player.refused = refuseKnobs(knobs);
		if (this.player.refused === null) this.#again(this.run, knobs);
	}

	/** Makes a repair, or takes it back. */
	repair(id: RepairId, made: boolean): void {
		const { repairs = [] } = this.run.knobs;
		this.turn({ repairs: inOrder(made ? [...repairs, id] : repairs.filter((other) => other !== id)) });
	}

	/** The other answers to what the evidence leaves open: another future. */
	answer(change: Partial<Outcomes>): void {
		this.#again({ ...this.run, outcomes: { ...this.run.outcomes, ...change } }, this.run.knobs);
	}

	/** A run of the story at its end: one more future, unless it is there already. */
	preset(id: ScenarioId): void {
		const run = presetRun(id);
		const known = this.futures.find((future) => future.run === run)?.number;
		this.player.pause();
		this.besideNumber = null;
		if (known === undefined) this.#add(run);
		else this.show(known);
		this.player.seekTo(this.player.durationMs);
		this.tell();
	}

	/** Keeps the shown future as it is now, under another number; what is done next is done to the one that is shown. */
	keep(): void {
		this.#keep(this.run);
	}

	/** Nothing done yet, with the same knobs: one more future. */
	anew(): void {
		this.player.pause();
		this.#add(performed(start(this.run.knobs, this.run.outcomes), 0, [], 0));
		this.player.seekTo(0);
		this.tell();
	}

	/** Shows a future, at the moment at which the screen stands or at its end. */
	show(number: number): void {
		if (number === this.besideNumber) this.besideNumber = null;
		this.#look(number, this.besideNumber);
	}

	/** Lays a future beside the one that is shown; null takes it away. */
	beside(number: number | null): void {
		this.#look(this.shownNumber, number === this.shownNumber ? null : number);
	}

	/** Forgets a future that is not on the screen. */
	forget(number: number): void {
		if (number === this.shownNumber || number === this.besideNumber) return;
		this.#kept = this.#kept.filter((future) => future.number !== number);
	}

	/** Forgets all futures that are not on the screen. */
	forgetOthers(): void {
		this.futures.forEach(({ number }) => this.forget(number));
	}

	/** The query of a link to what is on the screen. */
	query(): string {
		return toQuery({ runs: this.player.runs, positions: this.player.positions });
	}

	/** Opens a link’s query, if it holds a moment, in the place of everything that is there; one that cannot be read leaves that as it is and says why. */
	async open(search: string): Promise<void> {
		if (!/[?&](v|acts)=/.test(search)) return;
		const { fromQuery } = await import('../scenarios/openAddress');
		const opened = fromQuery(search, /[?&]acts2=/.test(search) ? 2 : 1);
		if (!opened || 'error' in opened) {
			this.notice = opened ? `${opened.error} The lab starts from its beginning.` : null;
			return;
		}
		this.#kept = opened.runs.map((run, i) => ({ number: i + 1, run }));
		this.shownNumber = 1;
		this.besideNumber = opened.runs.length > 1 ? 2 : null;
		this.player.load(opened.runs, opened.positions);
		this.notice = opened.notice;
		this.#openBreach(/[?&]breaks=([^&]*)/.exec(search)?.[1] ?? null);
	}

	/** Which property a link says that its path breaks; what is none is said to be none. */
	#openBreach(said: string | null): void {
		this.breaks = PROPERTY_IDS.find((id) => id === said) ?? null;
		if (said !== null && this.breaks === null) this.notice = `This link says that its path breaks “${said.slice(0, 40)}”; it should be one of ${PROPERTY_IDS.join(', ')}.`;
	}

	/** What is true at the end of a checker’s path, or null where none has been opened. */
	get breach(): { readonly name: string; readonly broken: string } | null {
		return this.breaks && PROPERTIES[this.breaks];
	}

	/** What was done in a future, in one line. */
	doneIn(run: History): string {
		return actsDone(run).join(', ') || 'nothing done';
	}

	/** The same acts with other knobs or answers, at the moment that was shown. */
	#again(run: History, knobs: Knobs): void {
		const { nowMs } = seek(this.run, this.player.positions[0] ?? 0);
		const atEnd = this.player.positions[0] === this.run.entries.length;
		this.breaks = null;
		const same = sameActs(run, knobs);
		const next = performed(same, same.entries.length, [], 0);
		this.player.pause();
		this.#add(next);
		const later = next.entries.findIndex(({ world }) => world.nowMs > nowMs);
		this.player.seekStep(atEnd || later < 0 ? next.entries.length : later);
		this.tell();
	}

	/** One more future, shown in the place of the one that was. */
	#add(run: History): void {
		this.#sync();
		this.shownNumber = this.#keep(run);
		this.#put(run);
	}

	#keep(run: History): number {
		this.#sync();
		const number = Math.max(0, ...this.#kept.map((future) => future.number)) + 1;
		this.#kept = [...this.#kept, { number, run }];
		return number;
	}

	/** The shown future, longer or another one. */
	#put(run: History): void {
		this.player.runs = [run, ...this.player.runs.slice(1)].slice(0, this.besideNumber === null ? 1 : 2);
		this.#sync();
	}

	/** Keeps the futures on the screen as the film has made them. */
	#sync(): void {
		this.#kept = this.futures;
	}

	#look(shown: number, beside: number | null): void {
		this.#sync();
		const { nowMs } = seek(this.run, this.player.positions[0] ?? 0);
		const atEnd = this.player.playMs >= this.player.durationMs;
		const runOf = (number: number | null) => this.#kept.find((future) => future.number === number)?.run;
		const runs = [runOf(shown), runOf(beside)].filter((run) => run !== undefined);
		this.shownNumber = shown;
		this.besideNumber = beside;
		this.player.load(runs);
		const steps = runs[0]?.entries.filter(({ world }) => world.nowMs <= nowMs).length ?? 0;
		if (atEnd) this.player.seekTo(this.player.durationMs);
		else this.player.seekStep(steps);
		this.tell();
	}
}
