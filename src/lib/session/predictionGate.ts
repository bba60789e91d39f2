import type { ScenarioId } from '../scenarios/scenarios';

/** A question in the prose about what happens at a moment. */
export interface GatedMoment {
	readonly title: string;
	readonly scenario: ScenarioId | undefined;
	readonly isOpen: () => boolean;
}

/** Owns the questions that a figure waits for, of a reader who asked to be asked first. */
export class PredictionGate {
	#asked: readonly GatedMoment[] = [];

	/** Adds a question; gives the way to take it back. */
	add(question: GatedMoment): () => void {
		this.#asked = [...this.#asked, question];
		return () => {
			this.#asked = this.#asked.filter((other) => other !== question);
		};
	}

	/**
	 * The play time just before the first moment on this way that an open question is about, in ms; null where there is
	 * none. `playMsOf` says where a moment is, if it is in the runs at hand.
	 */
	stopBetween(fromMs: number, toMs: number, playMsOf: (moment: GatedMoment) => number | undefined): number | null {
		const stops = this.#asked
			.filter(({ isOpen }) => isOpen())
			.flatMap((moment) => playMsOf(moment) ?? [])
			.map((atMs) => atMs - 1)
			.filter((stop) => stop > fromMs && stop <= toMs);
		return stops.length > 0 ? Math.min(...stops) : null;
	}
}
