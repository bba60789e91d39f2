import { pressKey } from '../../figures/keyWalker';
import type { Playback } from '../../session/playback.svelte';

/**
 * The keys of a figure, wherever in it the focus is: arrows step in causal order, with Shift from
 * moment to moment, K plays and pauses. Fields and the keys of a focused button stay as they are;
 * the timeline is no field, and has its own arrows.
 */
export function playbackKeys({ player, step, back, next, previous }: Playback): (event: KeyboardEvent) => void {
	return (event) => {
		const target = event.target as HTMLElement;
		if (event.defaultPrevented) return;
		if (target.matches('input:not([type=range]), select, textarea, [contenteditable]')) return;
		pressKey(event, {
			ArrowRight: event.shiftKey ? next : step,
			ArrowLeft: event.shiftKey ? previous : back,
			k: () => player.toggle()
		});
	};
}
