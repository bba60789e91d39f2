import type { Wall } from '../scene/closeup/walls';
import type { Scene } from '../scene/drawables';
import { sceneAt } from '../scene/scene';
import type { Player } from './player.svelte';

/**
 * The scene of the moment at which a player stands, for each of its runs: it changes with a step, not with a frame. Owns
 * where the loupe looks: at the wall at which the moment happens, unless somebody has asked for another.
 */
export class Scenes {
	/** The wall that was asked for, and at which steps: as soon as something happens, the loupe is the story’s again. */
	#asked = $state.raw<{ readonly wall: Wall; readonly at: string } | null>(null);

	readonly shown: readonly Scene[] = $derived.by(() => {
		const { timelines, positions, knownOnly } = this.#player;
		const wall = this.#asked?.at === positions.join() ? this.#asked.wall : undefined;
		return timelines.map((timeline, i) => sceneAt(timeline, positions[i] ?? 0, knownOnly, wall));
	});

	readonly #player: Player;

	constructor(player: Player) {
		this.#player = player;
	}

	/** Lets the loupe look at a wall for as long as nothing happens; null gives it back to the story. */
	lookAt(wall: Wall | null): void {
		this.#asked = wall && { wall, at: this.#player.positions.join() };
	}
}
