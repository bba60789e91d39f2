import type { Scene } from '../scene/drawables';
import { sceneAt } from '../scene/scene';
import type { Player } from './player.svelte';

/** The scene of the moment at which a player stands, for each of its runs. It changes with a step, not with a frame. */
export class Scenes {
	readonly shown: readonly Scene[] = $derived.by(() => {
		const { timelines, positions, knownOnly } = this.#player;
		return timelines.map((timeline, i) => sceneAt(timeline, positions[i] ?? 0, knownOnly));
	});

	readonly #player: Player;

	constructor(player: Player) {
		this.#player = player;
	}
}
