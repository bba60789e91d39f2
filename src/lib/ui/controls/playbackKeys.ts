import { pressKey } from '../../figures/keyWalker';

interface Commands {
	readonly play: () => void;
	readonly step: () => void;
	readonly back: () => void;
	readonly next: () => void;
	readonly previous: () => void;
}

/**
 * The keys of a figure, wherever in it the focus is: arrows step in causal order, with Shift from
 * moment to moment, K plays and pauses. Fields and the keys of a focused button stay as they are;
 * the timeline is no field, and has its own arrows.
 */
export function playbackKeys(commands: Commands): (event: KeyboardEvent) => void {
	return (event) => {
		const target = event.target as HTMLElement;
		if (event.defaultPrevented) return;
		if (target.matches('input:not([type=range]), select, textarea, [contenteditable]')) return;
		pressKey(event, {
			ArrowRight: event.shiftKey ? commands.next : commands.step,
			ArrowLeft: event.shiftKey ? commands.previous : commands.back,
			k: commands.play
		});
	};
}
