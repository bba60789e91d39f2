import { getContext, setContext } from 'svelte';

/** What prose can ask of the figure beside it. */
export interface FigureHandle {
	/** Shows the moment with this title; when a reader's own run has none, the figure starts over. */
	readonly show: (title: string) => void;
}

const KEY = Symbol('figure');

/** Called by the figure, for the prose inside it. */
export const provideFigure = (handle: FigureHandle): void => void setContext(KEY, handle);
/** The figure that this piece of prose belongs to, if any. */
export const figureHere = (): FigureHandle | undefined => getContext<FigureHandle | undefined>(KEY);
