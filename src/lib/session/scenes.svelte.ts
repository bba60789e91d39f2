import type { Scene } from '../scene/drawables';
import type { Layout } from '../scene/layout';
import { TALL } from '../scene/layoutTall';
import { WIDE } from '../scene/layoutWide';
import { sceneAt } from '../scene/scene';
import type { Player } from './player.svelte';

/** The scenes of the moment at which a player stands. Owns which layouts there is room for. */
export class Scenes {
	/** Null before it is known, and then both layouts are made. */
	#narrow = $state<boolean | null>(null);

	/** For each run its scene in the layouts that are needed; null where one is not. */
	readonly perRun: readonly { readonly wide: Scene | null; readonly tall: Scene | null }[] = $derived.by(() => {
		const { timelines, playMs, knownOnly } = this.#player;
		const pair = timelines.length > 1;
		return timelines.map((timeline) => ({
			wide: pair || this.#narrow === true ? null : sceneAt(timeline, WIDE, playMs, knownOnly),
			tall: !pair && this.#narrow === false ? null : sceneAt(timeline, pair ? this.paired : TALL, playMs, knownOnly)
		}));
	});
	/** One scene of each run, whichever layout it is in: for the words. */
	readonly shown: readonly Scene[] = $derived(this.perRun.flatMap(({ wide, tall }) => wide ?? tall ?? []));

	readonly #player: Player;

	/** @param paired how two runs are laid out; a page that never has two need not carry it */
	constructor(
		player: Player,
		readonly paired: Layout = TALL
	) {
		this.#player = player;
	}

	/** Follows the room that there is: the wide layout or the tall one. */
	setNarrow(narrow: boolean): void {
		this.#narrow = narrow;
	}
}
