import type { ScenarioId } from '../../scenarios/scenarios';

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
	#all: readonly Passage[] = [];
	#lastMovedMs = -Infinity;
	#reading: Passage | null = null;

	/** Makes a passage known; gives the way to undo it. */
	add(passage: Passage): () => void {
		this.#all = [...this.#all, passage];
		return () => {
			this.#all = this.#all.filter((other) => other !== passage);
		};
	}

	/** The passage that tells of the last of these moments that the prose tells of at all. */
	ofLatest(titles: readonly string[]): Passage | undefined {
		const told = titles.findLast((title) => this.#all.some((passage) => passage.title === title));
		return this.#all.find(({ title }) => title === told);
	}

	/** Marks the passage of the moment that the figure shows. */
	mark(shown: Passage | undefined): void {
		for (const { element, title } of this.#all) element.toggleAttribute('data-shown', title === shown?.title);
	}

	/** Calls `read` with the passage that has come to the upper third of the window, while the reader moves on. Gives the way to undo it. */
	follow(read: (passage: Passage) => void): () => void {
		const moves = (event: Event) => {
			if (event instanceof KeyboardEvent && !SCROLLING_KEYS.includes(event.key)) return;
			this.#lastMovedMs = performance.now();
		};
		const scrolled = () => {
			if (performance.now() - this.#lastMovedMs > STILL_SCROLLS_MS) return;
			// A long glide goes on being the reader's.
			this.#lastMovedMs = performance.now();
			const reading = this.#atReadingLine();
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

	/** The last passage above the line at which people read: two fifths down the window. */
	#atReadingLine(): Passage | null {
		const line = window.innerHeight * 0.4;
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
