/**
 * What a figure or the lab has to say to its reader beside what happens. Owns two places: one for what was wrong with
 * the link that opened it or why it has stopped, and one for why the last act was refused.
 */
export class Notices {
	#notice = $state<string | null>(null);
	#refusal = $state<string | null>(null);

	/** What was wrong with a link, or why playback waits; null where there is nothing to say. */
	get notice(): string | null {
		return this.#notice;
	}
	/** The last act or knob that was refused, and why; null where none was. */
	get refusal(): string | null {
		return this.#refusal;
	}

	/** Shows a notice in the place of the last one; null shows none. */
	show(notice: string | null): void {
		this.#notice = notice;
	}

	closeNotice(): void {
		this.#notice = null;
	}

	/** Says why something is refused; null when it is not, and then the last refusal goes. */
	refuse(why: string | null): void {
		this.#refusal = why;
	}

	closeRefusal(): void {
		this.#refusal = null;
	}
}
