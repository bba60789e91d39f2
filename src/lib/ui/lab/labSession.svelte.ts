import { PROPERTIES, type PropertyId } from '../../check/properties';
import { loadOrTell } from '../../figures/onDemand/loadPart';
import { refuseKnobs, type Knobs } from '../../machines/knobs';
import { inOrder, type RepairId } from '../../machines/repairs';
import { actsDone, turnedIn } from '../../scene/futures';
import { HALF } from '../../scene/layoutHalf';
import { firstDifference } from '../../scene/timeline';
import { SCENARIOS, type ScenarioId } from '../../scenarios';
import { formatPermalink } from '../../scenarios/permalink';
import { ACTS, refusal, type ActId } from '../../sim/acts';
import { sameActs, seek, start, type History } from '../../sim/history';
import type { Outcomes } from '../../sim/outcomes';
import { performActs } from '../../session/performActs';
import { Futures, isUntouched, keyOf, type Future } from './futures.svelte';
import { Player } from '../../session/player.svelte';
import { presetOf, presetRun } from './presetRun';
import { Announcer } from './announcer';
import type { ViewId } from './views';

/** The lab: any knobs, any acts, and all futures that came of them, of which one is shown, or two side by side. */
export class LabSession extends Announcer {
	/** All futures; those on the screen as they were when another was last shown. */
	readonly kept = new Futures();
	/** Which view is open beside the building. */
	view = $state<ViewId>('ladder');
	/** The number of the future that is shown, and of the one beside it. */
	shownNumber = $state(1);
	besideNumber = $state<number | null>(null);
	/** The property that breaks where the path ends that a link has opened, or null. */
	breaks = $state<PropertyId | null>(null);

	/** All futures. Those on the screen are as long as the film has made them. */
	futures: readonly Future[] = $derived.by(() =>
		this.kept.kept.map((future) => {
			const run =
				this.player.runs[future.number === this.shownNumber ? 0 : future.number === this.besideNumber ? 1 : -1];
			return run && run !== future.run ? { ...future, run } : future;
		})
	);
	/** The run of the story that is shown, as long as nobody has done anything to it; null for any other. */
	shownPreset: ScenarioId | null = $derived.by(() => {
		const preset = this.#shown?.preset ?? null;
		return preset !== null && keyOf(presetRun(preset)) === keyOf(this.run) ? preset : null;
	});
	/** Where the two on the screen first differ: the index of an entry; null when there is one, or they are alike. */
	parts: number | null = $derived.by(() => {
		const [one, other] = this.player.runs;
		return one && other ? firstDifference(one, other) : null;
	});

	/** @param first the run of the story with which it opens, at its end */
	constructor(first: ScenarioId) {
		const run = presetRun(first);
		super(new Player([run]), HALF);
		this.kept.add(presetFuture(first), []);
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

	/** A future by its number and by what it was made by: it keeps both, whatever is on the screen. */
	nameOf(number: number): string {
		return `${number}: ${this.kept.kept.find((future) => future.number === number)?.name ?? ''}`;
	}

	/** What the saved runs on the screen are called: a run of the story by its name there but for its flag, others by their number. */
	get fileNames(): readonly string[] {
		return this.player.runs.map(
			(run, i) =>
				`lab-${presetOf(run)?.replace(/-flag-o(n|ff)$/, '') ?? `run-${i === 0 ? this.shownNumber : this.besideNumber}`}`
		);
	}

	/** An act, here and now. At the end of a run it is added to it; in its past it begins another future, and the one that was stays. */
	act(id: ActId): void {
		const { player, run } = this;
		const steps = player.positions[0] ?? 0;
		const world = seek(run, steps);
		const why = refusal(world, id);
		this.refuse(why === null ? null : `${ACTS[id].label}: ${why}`);
		if (why !== null) return;
		this.breaks = null;
		const next = performActs(run, steps, [id], world.nowMs);
		const untouched = this.#shown && isUntouched(run) ? this.#shown.name : null;
		if (steps < run.entries.length)
			this.#add(next, untouched ?? `${ACTS[id].label} at ${(world.nowMs / 1000).toFixed(3)} s`);
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
		const why = refuseKnobs(knobs);
		this.refuse(why);
		if (why === null) this.#again(this.run, knobs);
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
		this.breaks = null;
		this.#alone(presetFuture(id));
		this.player.seekTo(this.player.durationMs);
		this.tell();
	}

	/** A path of the checker, at its end: one more future. */
	async openPath(link: string, property: PropertyId): Promise<void> {
		const tell = (sentence: string) => (this.notice = sentence);
		const parser = await loadOrTell('this path', () => import('../../scenarios/parsePermalink'), tell);
		const labParser = parser && (await loadOrTell('this path', () => import('./parseLabLink'), tell));
		if (!parser || !labParser) return;
		const opened = parser.parsePermalink(`?${link}`, 1);
		if (!opened || 'error' in opened) {
			this.notice = opened?.error ?? 'This path cannot be read.';
			return;
		}
		this.#alone({ name: labParser.pathName(property), run: opened.runs[0] as History, preset: null });
		this.player.seekStep(opened.positions[0] ?? 0);
		this.breaks = property;
		this.tell();
	}

	/** Keeps the shown future as it is now, under another number; what is done next is done to the one that is shown. */
	keep(): void {
		this.#sync();
		this.kept.add({ name: `A copy of ${this.shownNumber}`, run: this.run, preset: this.#shown?.preset ?? null }, [
			this.shownNumber,
			this.besideNumber
		]);
	}

	/** Nothing done yet, with the same knobs: one more future. */
	anew(): void {
		this.player.pause();
		this.breaks = null;
		const run = performActs(start(this.run.knobs, this.run.outcomes), 0, [], 0);
		this.#add(run, 'A fresh phone');
		this.player.seekTo(0);
		this.tell();
	}

	/** Shows a future, at the moment at which the screen stands or at its end. */
	show(number: number): void {
		if (number !== this.shownNumber) this.breaks = null;
		this.#look(number, number === this.besideNumber ? null : this.besideNumber);
	}

	/** Lays a future beside the one that is shown; null takes it away. */
	beside(number: number | null): void {
		this.#look(this.shownNumber, number === this.shownNumber ? null : number);
	}

	/** Forgets a future; the last one stays. Of the one on the screen, the latest other one takes the place. */
	forget(number: number): void {
		const other = this.futures.findLast((future) => future.number !== number);
		if (!other) return;
		if (number === this.besideNumber) this.beside(null);
		if (number === this.shownNumber) this.show(this.besideNumber ?? other.number);
		this.#sync();
		this.kept.forget([number]);
	}

	/** Forgets all futures that are not on the screen. */
	forgetOthers(): void {
		this.#sync();
		this.kept.forget(
			this.futures
				.map(({ number }) => number)
				.filter((number) => number !== this.shownNumber && number !== this.besideNumber)
		);
	}

	/** The query of a link to what is on the screen. */
	query(): string {
		const moment = formatPermalink({ runs: this.player.runs, positions: this.player.positions });
		return this.view === 'ladder' ? moment : `${moment}&view=${this.view}`;
	}

	/** Everything that is here, to be kept by the tab: each future as a link, in the order of their making. */
	keptText(address: string): string {
		const futures = this.futures.map(({ number, name, preset, run }) => ({
			number,
			name,
			preset,
			link: keyOf(run),
			steps: run.entries.length
		}));
		return JSON.stringify({
			address,
			shown: this.shownNumber,
			beside: this.besideNumber,
			positions: this.player.positions,
			futures
		});
	}

	/**
	 * Opens an address, with what the tab has kept; what cannot be read leaves everything as it is and says why. Gives
	 * whether either could be looked at: what could not must not be written over.
	 */
	async open(search: string, kept: string | null): Promise<boolean> {
		if (kept === null && !/[?&](v|acts|view)=/.test(search)) return true;
		const tell = (sentence: string) => (this.notice = sentence);
		const parser = await loadOrTell('what this address and this tab hold', () => import('./parseLabLink'), tell);
		if (!parser) return false;
		const { futures, shown, beside, positions, view, breaks, notice } = parser.parseLabLink(search, kept);
		this.view = view ?? this.view;
		this.notice = notice;
		if (futures.length === 0) return true;
		this.kept.fill(futures);
		this.shownNumber = shown;
		this.besideNumber = beside;
		this.player.load(
			[shown, beside].flatMap((number) => futures.find((future) => future.number === number)?.run ?? []),
			positions
		);
		this.breaks = breaks;
		return true;
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
		const next = performActs(same, same.entries.length, [], 0);
		this.player.pause();
		const turned = turnedIn(next, this.run).join(', ');
		const { fresh, run: shown } = this.#shown ?? {};
		this.#add(
			next,
			fresh && shown && isUntouched(shown) ? ['A fresh phone', ...turnedIn(next, fresh)].join(', ') : turned
		);
		const later = next.entries.findIndex(({ world }) => world.nowMs > nowMs);
		this.player.seekStep(atEnd || later < 0 ? next.entries.length : later);
		this.tell();
	}

	get #shown(): Future | undefined {
		return this.futures.find(({ number }) => number === this.shownNumber);
	}

	/** One more future in the place of all that is on the screen. */
	#alone(made: Omit<Future, 'number'>): void {
		this.player.pause();
		this.#sync();
		this.besideNumber = null;
		this.#add(made.run, made.name, made.preset);
	}

	/**
	 * One more future, shown in the place of the one that was. One that is there already is shown, not made again; and
	 * a phone on which nothing had been done is no future yet: it is replaced.
	 */
	#add(run: History, name: string, preset: ScenarioId | null = null): void {
		this.#sync();
		const before = this.#shown;
		const untouched = before && isUntouched(before.run) ? before : null;
		const key = keyOf(run);
		const known = this.futures.find((future) => keyOf(future.run) === key);
		const made = { name, run, preset, ...(isUntouched(run) ? { fresh: untouched?.fresh ?? run } : {}) };
		if (!known && untouched && preset === null) this.kept.replace(untouched.number, made);
		else {
			this.shownNumber = known?.number ?? this.kept.add(made, [this.shownNumber, this.besideNumber]);
			if (!known) this.begins(this.shownNumber, name);
			if (untouched && untouched.number !== this.shownNumber) this.kept.drop(untouched.number);
		}
		if (known && known.number === this.besideNumber) this.besideNumber = null;
		this.#put(known?.run ?? run);
	}

	/** The shown future, longer or another one. */
	#put(run: History): void {
		this.player.runs = [run, ...this.player.runs.slice(1)].slice(0, this.besideNumber === null ? 1 : 2);
		this.#sync();
	}

	/** Keeps the futures on the screen as the film has made them. */
	#sync(): void {
		this.kept.kept = this.futures;
	}

	#look(shown: number, beside: number | null): void {
		this.#sync();
		const { nowMs } = seek(this.run, this.player.positions[0] ?? 0);
		const atEnd = this.player.playMs >= this.player.durationMs;
		const runOf = (number: number | null) => this.kept.kept.find((future) => future.number === number)?.run;
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

/** A run of the story, as one future more. */
const presetFuture = (id: ScenarioId): Omit<Future, 'number'> => ({
	name: SCENARIOS[id].title,
	run: presetRun(id),
	preset: id
});
