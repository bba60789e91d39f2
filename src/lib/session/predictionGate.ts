import type { ScenarioId } from '../scenarios/scenarios';

/** A question in the prose about what happens at a moment. */
export interface GatedMoment {
	readonly title: string;
	readonly scenario: ScenarioId | undefined;
	readonly isOpen: () => boolean;
}

/** The questions that a figure waits for, of a reader who asked to be asked first. */
export class PredictionGate {
	#asked: readonly GatedMoment[] = [];

	/** Adds a question; gives the way to take it back. */
	add(question: GatedMoment): () => void {
		this.#asked = [...this.#asked, question];
		return () => {
			this.#asked = this.#asked.filter((other) => other !== question);
		};
	}

	/** Those that are not answered yet. */
	get open(): readonly GatedMoment[] {
		return this.#asked.filter(({ isOpen }) => isOpen());
	}
}
