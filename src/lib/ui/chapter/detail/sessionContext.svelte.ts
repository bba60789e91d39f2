import { browser } from '$app/environment';
import type { FigureSpec } from '../../../scenarios/figureSpecs';
import type { FigureSession } from '../../../session/figureSession.svelte';
import { playPath } from '../playPath';
import type { History } from '../../../sim/history';
import { figureContext } from '../../controls/figureContext';
import { reducedMotion } from '../../controls/reducedMotion.svelte';
import { printing } from '../../controls/printing.svelte';

/**
 * The figure that a part in the prose belongs to: what the reader plays with, or null where the part is a still,
 * which it is from the server, on paper and where nothing plays. Throws outside the prose of a figure.
 */
export function sessionContext(): { readonly current: FigureSession | null; readonly spec: FigureSpec } {
	const figure = figureContext();
	if (!figure) throw new Error('This part of a figure stands in the prose of one.');
	const current = $derived(browser && !printing.isPrinting ? figure.session : null);
	return {
		spec: figure.spec,
		get current() {
			return current;
		}
	};
}

/** Plays paths in a figure, and knows which of them it shows: until the reader acts there, or another run comes. */
export class PathPlayer {
	#last = $state.raw<{ readonly link: string; readonly run: History } | null>(null);

	constructor(readonly session: FigureSession) {}

	/** The link of the path that the figure shows, if it is one of these. A run that has gone on is still the same. */
	get shown(): string | null {
		const played = this.#last?.run.entries ?? [];
		const now = this.session.player.runs[0]?.entries ?? [];
		return this.#last && now[played.length - 1] === played.at(-1) ? this.#last.link : null;
	}

	/** Plays a path, where it can be seen. The focus stays with what was pressed, from where the reader goes on. */
	readonly play = async (link: string): Promise<void> => {
		const pressed = document.activeElement;
		const run = await playPath(this.session, link);
		this.#last = run && { link, run };
		bringIntoSight(pressed?.closest('.explorable')?.querySelector('.picture'));
	};
}

/** The picture, with what is told right under it: nothing moves where all of that can be seen. */
function bringIntoSight(picture: Element | null | undefined): void {
	if (!picture) return;
	const { top, bottom } = picture.getBoundingClientRect();
	if (top >= 0 && bottom <= innerHeight) return;
	picture.scrollIntoView({ block: 'start', behavior: reducedMotion.current ? 'instant' : 'smooth' });
}
