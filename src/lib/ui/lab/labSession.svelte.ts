import { tick } from 'svelte';
import { PROPERTIES, type PropertyId } from '../../check/properties';
import { loadOrTell } from '../../figures/onDemand/loadPart';
import { refuseKnobs, type Knobs } from '../../machines/knobs';
import { inOrder, type RepairId } from '../../machines/repairs';
import { turnedIn } from '../../scene/futures';
import type { ScenarioId } from '../../scenarios/scenarios';
import { formatPermalink } from '../../scenarios/permalink';
import { Notices } from '../../session/notices.svelte';
import { performActs } from '../../session/performActs';
import { Playback } from '../../session/playback.svelte';
import type { Player } from '../../session/player.svelte';
import { Selection } from '../../session/selection.svelte';
import { ACTS, refusal, type ActId } from '../../sim/acts';
import { sameActs, seek, start, type History } from '../../sim/history';
import type { Outcomes } from '../../sim/outcomes';
import { isUntouched, presetFuture, type NewFuture } from './future';
import { Futures } from './futures.svelte';
import { presetRun } from './presetRun';
import { ViewSelection } from './viewSelection.svelte';

/**
 * The lab: any knobs, any acts, and all futures that came of them. It owns the breach at which the checker’s path ends
 * that was opened last; all else is owned by its parts: what plays, the futures, what is opened, and what is to be said.
 */
export class LabSession {
	readonly playback: Playback;
	readonly futures: Futures;
	readonly selection: Selection;
	readonly views = new ViewSelection();
	readonly notices = new Notices();
	#breaks = $state<PropertyId | null>(null);

	/** @param first the run of the story with which it opens, at its end */
	constructor(first: ScenarioId) {
		this.playback = new Playback([presetRun(first)], {
			runNames: () => this.futures.runNames,
			// Some views say by themselves what happened, as long as there is one run.
			isToldByFocus: () => this.player.runs.length === 1 && document.activeElement?.matches('[data-tells]') === true,
			onSeek: () => this.notices.closeRefusal()
		});
		this.futures = new Futures(this.player, first);
		this.selection = new Selection(this.player);
		this.player.seekTo(this.player.durationMs);
	}

	get player(): Player {
		return this.playback.player;
	}

	/** What is true at the end of a checker’s path, or null where none has been opened. */
	get breach(): { readonly name: string; readonly broken: string } | null {
		return this.#breaks && PROPERTIES[this.#breaks];
	}

	closeBreach(): void {
		this.#breaks = null;
	}

	/** An act, here and now. At the end of a run it is added to it; in its past it begins another future, and the one that was stays. */
	act(id: ActId): void {
		const { player, futures } = this;
		const { run, shown } = futures;
		const steps = player.positions[0] ?? 0;
		const world = seek(run, steps);
		const why = refusal(world, id);
		this.#refuse(why === null ? null : `${ACTS[id].label}: ${why}`);
		if (why !== null) return;
		this.#breaks = null;
		const next = performActs(run, steps, [id], world.nowMs);
		const untouched = shown && isUntouched(run) ? shown.name : null;
		if (steps < run.entries.length)
			this.#begin({
				name: untouched ?? `${ACTS[id].label} at ${(world.nowMs / 1000).toFixed(3)} s`,
				run: next,
				preset: null
			});
		else futures.prolong(next);
		player.seekStep(steps);
		player.stepForward();
		player.play();
		this.#tell();
	}

	/** Other knobs: another future, with the same acts at the same moments. Knobs that cannot be are refused with a reason. */
	turn(change: Partial<Knobs>): void {
		const { run } = this.futures;
		const { repairs = [], ...settings } = { ...run.knobs, ...change };
		const knobs: Knobs = repairs.length > 0 ? { ...settings, repairs } : settings;
		const why = refuseKnobs(knobs);
		this.#refuse(why);
		if (why === null) this.#again(run, knobs);
	}

	/** Makes a repair, or takes it back. */
	repair(id: RepairId, made: boolean): void {
		const { repairs = [] } = this.futures.run.knobs;
		this.turn({ repairs: inOrder(made ? [...repairs, id] : repairs.filter((other) => other !== id)) });
	}

	/** The other answers to what the evidence leaves open: another future. */
	answer(change: Partial<Outcomes>): void {
		const { run } = this.futures;
		this.#again({ ...run, outcomes: { ...run.outcomes, ...change } }, run.knobs);
	}

	/** A run of the story at its end: one more future, unless it is there already. */
	preset(id: ScenarioId): void {
		this.#breaks = null;
		this.#beginAlone(presetFuture(id));
		this.player.seekTo(this.player.durationMs);
		this.#tell();
	}

	/** A path of the checker, at its end: one more future. */
	async openPath(link: string, property: PropertyId): Promise<void> {
		const tell = (sentence: string) => this.notices.show(sentence);
		const parser = await loadOrTell('this path', () => import('../../scenarios/parsePermalink'), tell);
		const labParser = parser && (await loadOrTell('this path', () => import('./parseLabLink'), tell));
		if (!parser || !labParser) return;
		const opened = parser.parsePermalink(`?${link}`, 1);
		if (!opened || 'error' in opened) {
			this.notices.show(opened?.error ?? 'This path cannot be read.');
			return;
		}
		this.#beginAlone({ name: labParser.pathName(property), run: opened.runs[0] as History, preset: null });
		this.player.seekStep(opened.positions[0] ?? 0);
		this.#breaks = property;
		this.#tell();
	}

	/** Nothing done yet, with the same knobs: one more future. */
	freshPhone(): void {
		const { knobs, outcomes } = this.futures.run;
		this.player.pause();
		this.#breaks = null;
		this.#begin({ name: 'A fresh phone', run: performActs(start(knobs, outcomes), 0, [], 0), preset: null });
		this.player.seekTo(0);
		this.#tell();
	}

	/** Shows a future, at the moment at which the screen stands or at its end. */
	show(number: number): void {
		const { shownNumber, besideNumber } = this.futures;
		if (number !== shownNumber) this.#breaks = null;
		this.futures.show(number, number === besideNumber ? null : besideNumber);
		this.#tell();
	}

	/** Lays a future beside the one that is shown; null takes it away. */
	layBeside(number: number | null): void {
		const { shownNumber } = this.futures;
		this.futures.show(shownNumber, number === shownNumber ? null : number);
		this.#tell();
	}

	/** Forgets a future; the last one stays. Of the one on the screen, the latest other one takes the place. */
	forget(number: number): void {
		const { futures } = this;
		const other = futures.all.findLast((future) => future.number !== number);
		if (!other) return;
		if (number === futures.besideNumber) this.layBeside(null);
		if (number === futures.shownNumber) this.show(futures.besideNumber ?? other.number);
		futures.forget([number]);
	}

	/** Forgets all futures that are not on the screen. */
	forgetOthers(): void {
		const { all, shownNumber, besideNumber } = this.futures;
		this.futures.forget(
			all.map(({ number }) => number).filter((number) => number !== shownNumber && number !== besideNumber)
		);
	}

	/** The query of a link to what is on the screen. */
	query(): string {
		const moment = formatPermalink({ runs: this.player.runs, positions: this.player.positions });
		return this.views.view === 'ladder' ? moment : `${moment}&view=${this.views.view}`;
	}

	/**
	 * Opens an address, with what the tab has kept; what cannot be read leaves everything as it is and says why. Gives
	 * whether either could be looked at: what could not must not be written over.
	 */
	async open(search: string, kept: string | null): Promise<boolean> {
		if (kept === null && !/[?&](v|acts|view)=/.test(search)) return true;
		const tell = (sentence: string) => this.notices.show(sentence);
		const parser = await loadOrTell('what this address and this tab hold', () => import('./parseLabLink'), tell);
		if (!parser) return false;
		const { futures, shown, beside, positions, view, breaks, notice } = parser.parseLabLink(search, kept);
		if (view) this.views.open(view);
		this.notices.show(notice);
		if (futures.length === 0) return true;
		this.futures.open(futures, shown, beside, positions);
		this.#breaks = breaks;
		return true;
	}

	/** The same acts with other knobs or answers, at the moment that was shown. */
	#again(acted: History, knobs: Knobs): void {
		const { player, futures } = this;
		const { run, shown } = futures;
		const { nowMs } = seek(run, player.positions[0] ?? 0);
		const atEnd = player.positions[0] === run.entries.length;
		this.#breaks = null;
		const same = sameActs(acted, knobs);
		const next = performActs(same, same.entries.length, [], 0);
		player.pause();
		const fresh = shown && isUntouched(shown.run) ? shown.fresh : undefined;
		const name = fresh ? ['A fresh phone', ...turnedIn(next, fresh)] : turnedIn(next, run);
		this.#begin({ name: name.join(', '), run: next, preset: null });
		const later = next.entries.findIndex(({ world }) => world.nowMs > nowMs);
		player.seekStep(atEnd || later < 0 ? next.entries.length : later);
		this.#tell();
	}

	#begin(made: NewFuture): void {
		if (this.futures.begin(made)) this.#announceBegun(made);
	}

	#beginAlone(made: NewFuture): void {
		if (this.futures.beginAlone(made)) this.#announceBegun(made);
	}

	/** A future begins: that is said before what happens in it. */
	#announceBegun({ name }: NewFuture): void {
		this.playback.announcer.sayBeforeNext(`Future ${this.futures.shownNumber} begins: ${name}.`);
	}

	#tell(): void {
		this.playback.announcer.tell();
	}

	/** Says why something is refused, also when the same was refused just before: the words go, and come again. */
	#refuse(why: string | null): void {
		this.notices.closeRefusal();
		if (why !== null) void tick().then(() => this.notices.refuse(why));
	}
}
