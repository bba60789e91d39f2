import { pressKey } from '../../figures/keyWalker';
import type { Playback } from '../../session/playback.svelte';
import { playbackKeys } from '../controls/playbackKeys';

/** The keys of the lab: those of every figure, and in its lists a space plays as well. It would scroll the page away below them. */
export function labKeys(playback: Playback): (event: KeyboardEvent) => void {
	const { player } = playback;
	const figureKeys = playbackKeys(playback);
	return (event) => {
		if (event.key !== ' ' || !(event.target as Element).matches('[role=listbox], [role=grid]'))
			return figureKeys(event);
		pressKey(event, { ' ': () => player.toggle() });
	};
}
