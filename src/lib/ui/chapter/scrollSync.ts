import type { ScenarioId } from '../../scenarios/scenarios';
import type { FigureSpec } from '../../scenarios/figureSpecs';
import { placeOf } from '../../scene/figureRuns';
import type { FigureSession } from '../../session/figureSession.svelte';
import type { Player } from '../../session/player.svelte';
import type { History } from '../../sim/history';

/** A piece of prose that tells of a moment. */
export interface Passage {
	readonly element: HTMLElement;
	readonly title: string;
	readonly scenario: ScenarioId | undefined;
}

/** What a reader does to move on in the text: only that lets the figure follow, never a jump that a browser makes. */
const SCROLLING_KEYS = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', ' ', 'Home', 'End'];
/** How long after such an act a scroll still comes from it, in ms. */
const STILL_SCROLLS_MS = 1_200;

/**
 * The passages of a chapter, and which of them is being read. Text and figure follow each other:
 * reading on shows a passage’s moment, and a moment that is shown marks its passage.
 */
export class ScrollSync {
	readonly #spec: FigureSpec;
	#all: readonly Passage[] = [];
	#lastMovedMs = -Infinity;
	#reading: Passage | null = null;

	/** @param spec the figure of whose moments the prose tells */
	constructor(spec: FigureSpec) {
		this.#spec = spec;
	}

	/** Makes a piece of prose known that tells of a moment of the figure; gives the way to undo it. */
	add(element: HTMLElement, title: string, scenario?: ScenarioId): () => void {
		const passage = { element, ...(placeOf(this.#spec, title, scenario) ?? { title, scenario }) };
		this.#all = [...this.#all, passage];
		return () => {
			this.#all = this.#all.filter((other) => other !== passage);
		};
	}

	/** Marks the passage of the moment that the figure shows. */
	mark(player: Player): void {
		const shown = this.#latest(player);
		for (const { element, title } of this.#all) element.toggleAttribute('data-shown', title === shown?.title);
	}

	/** Leads from the figure to the passage that tells of its moment. */
	scrollToLatest(player: Player, still: boolean): void {
		this.#latest(player)?.element.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
	}

	/** The passage that tells of the last moment that the runs have passed and that the prose tells of at all. */
	#latest({ timelines, playMs: nowMs }: Player): Passage | undefined {
		const told = timelines
			.flatMap(({ moments, playMs }) => moments.map(({ title, entry }) => ({ title, atMs: playMs[entry] ?? 0 })))
			.filter(({ title, atMs }) => atMs <= nowMs && this.#all.some((passage) => passage.title === title))
			.sort((a, b) => a.atMs - b.atMs)
			.at(-1);
		return this.#all.find(({ title }) => title === told?.title);
	}

	/**
	 * Lets a figure show the moment of the passage that is being read, while `mayLead` says so. Playback that the reader has
	 * set going, and a run that the reader has made, are never taken away by reading on. `coveredTo` says how far down the
	 * window something lies over the text, in px. Gives the way to undo it.
	 */
	lead(session: FigureSession, mayLead: () => boolean, coveredTo: () => number = () => 0): () => void {
		return this.#follow(coveredTo, ({ title, scenario }) => {
			const { player, futures } = session;
			if (mayLead() && !player.isWatched && !isReadersOwn(player.runs, futures.scripts)) session.show(title, scenario);
		});
	}

	/** Calls `read` with the passage that has come to where people read, while the reader moves on. Gives the way to undo it. */
	#follow(coveredTo: () => number, read: (passage: Passage) => void): () => void {
		const moves = (event: Event) => {
			if (event instanceof KeyboardEvent && !SCROLLING_KEYS.includes(event.key)) return;
			this.#lastMovedMs = performance.now();
		};
		const scrolled = () => {
			if (performance.now() - this.#lastMovedMs > STILL_SCROLLS_MS) return;
			// A long glide goes on being the reader's.
			this.#lastMovedMs = performance.now();
			const reading = this.#atReadingLine(coveredTo());
			if (reading && reading !== this.#reading) read(reading);
			this.#reading = reading;
		};
		const acts = ['wheel', 'touchmove', 'keydown'] as const;
		for (const act of acts) window.addEventListener(act, moves, { passive: true });
		window.addEventListener('scroll', scrolled, { passive: true });
		return () => {
			for (const act of acts) window.removeEventListener(act, moves);
			window.removeEventListener('scroll', scrolled);
		};
	}

	/** The last passage above the line at which people read: two fifths down what they see of the text. */
	#atReadingLine(coveredTo: number): Passage | null {
		const line = coveredTo + (window.innerHeight - coveredTo) * 0.4;
		const above = this.#all
			.map((passage) => ({ passage, top: passage.element.getBoundingClientRect().top }))
			.filter(({ top }) => top <= line);
		return (
			above.reduce<(typeof above)[number] | null>(
				(lowest, each) => (lowest === null || each.top >= lowest.top ? each : lowest),
				null
			)?.passage ?? null
		);
	}
}

/** Whether the reader has acted or turned a knob: then the runs are not those of their scripts any more. */
function isReadersOwn(runs: readonly History[], scripts: readonly History[]): boolean {
	const acts = (run: History) => run.entries.filter(({ choice }) => choice.type === 'act').length;
	return runs.some((run, i) => {
		const script = scripts[i];
		return !script || run.entries[script.entries.length - 1] !== script.entries.at(-1) || acts(run) !== acts(script);
	});
}
