import { pressKey } from '../../figures/keyWalker';
import type { LabSession } from './labSession.svelte';
import { playbackKeys } from '../controls/playbackKeys';

/** The keys of the lab: those of every figure, and in its lists a space plays as well. It would scroll the page away below them. */
export function labKeys(session: LabSession): (event: KeyboardEvent) => void {
	const { player } = session;
	const filmKeys = playbackKeys({
		play: () => player.toggle(),
		step: session.step,
		back: session.back,
		next: session.next,
		previous: session.previous
	});
	return (event) => {
		if (event.key !== ' ' || !(event.target as Element).matches('[role=listbox], [role=grid]')) return filmKeys(event);
		pressKey(event, { ' ': () => player.toggle() });
	};
}
