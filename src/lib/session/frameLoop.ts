/** After a pause of the whole page, time has not passed for a figure: as much as one frame counts at most, in ms. */
const LONGEST_FRAME_MS = 100;

/** Owns the animation frames of one player: at most one is asked for at a time, and only while something moves. */
export class FrameLoop {
	#frame: number | null = null;
	#lastMs = 0;
	readonly #advance: (passedMs: number) => boolean;

	/** @param advance moves what moves by so many ms, and says whether it goes on */
	constructor(advance: (passedMs: number) => boolean) {
		this.#advance = advance;
	}

	/** Begins to count the time, unless it does already. */
	start(): void {
		if (this.#frame !== null) return;
		this.#lastMs = performance.now();
		this.#request();
	}

	stop(): void {
		if (this.#frame !== null) cancelAnimationFrame(this.#frame);
		this.#frame = null;
	}

	#request(): void {
		this.#frame ??= requestAnimationFrame((nowMs) => {
			this.#frame = null;
			const passedMs = Math.min(LONGEST_FRAME_MS, Math.max(0, nowMs - this.#lastMs));
			this.#lastMs = nowMs;
			if (this.#advance(passedMs)) this.#request();
		});
	}
}
