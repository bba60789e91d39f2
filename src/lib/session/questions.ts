import type { ScenarioId } from '../scenarios';

/** A question in the prose about what happens at a moment. */
export interface Question {
	readonly title: string;
	readonly scenario: ScenarioId | undefined;
	readonly isOpen: () => boolean;
}

/** The questions that a figure waits for, of a reader who asked to be asked first. */
export class Questions {
	#asked: readonly Question[] = [];

	/** Adds a question; gives the way to take it back. */
	add(question: Question): () => void {
		this.#asked = [...this.#asked, question];
		return () => {
			this.#asked = this.#asked.filter((other) => other !== question);
		};
	}

	/** Those that are not answered yet. */
	get open(): readonly Question[] {
		return this.#asked.filter(({ isOpen }) => isOpen());
	}
}
