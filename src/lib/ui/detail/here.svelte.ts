import { browser } from '$app/environment';
import type { FigureSpec } from '../../scenarios/figures';
import type { FigureSession } from '../../session/figure.svelte';
import { figureHere } from '../figure';
import { paper } from '../paper.svelte';

/**
 * The figure that a part in the prose belongs to: what the reader plays with, or null where the part is a still,
 * which it is from the server, on paper and where nothing plays. Throws outside the prose of a figure.
 */
export function sessionHere(): { readonly current: FigureSession | null; readonly spec: FigureSpec } {
	const figure = figureHere();
	if (!figure) throw new Error('This part of a figure stands in the prose of one.');
	const current = $derived(browser && !paper.isPrinting ? figure.session : null);
	return {
		spec: figure.spec,
		get current() {
			return current;
		}
	};
}
