import { tick } from 'svelte';
import { Playback } from '../../session/playback.svelte';

/** A show in which futures begin and acts are refused, and which has views that say by themselves what happened. */
export class Announcer extends Playback {
	/** What has still to be said of a future that has just begun. */
	#begun = '';

	/** A future begins: that is said before what happens in it. */
	protected begins(number: number, name: string): void {
		this.#begun = `Future ${number} begins: ${name}.`;
	}

	/** Says what just happened. A view that has the focus and says it itself is left to do so. */
	override tell(filming = false): void {
		const before = this.said;
		super.tell(filming);
		if (this.player.runs.length === 1 && document.activeElement?.matches('[data-tells]')) this.said = before;
		if (this.#begun) this.said = this.said === before ? this.#begun : `${this.#begun} ${this.said}`;
		this.#begun = '';
	}

	/** Says why something is refused, also when the same was refused just before: the words go, and come again. */
	protected refuse(why: string | null): void {
		this.player.refused = null;
		if (why !== null) void tick().then(() => (this.player.refused = why));
	}
}
