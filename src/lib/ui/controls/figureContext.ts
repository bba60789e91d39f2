import { getContext, setContext } from 'svelte';
import type { ScenarioId } from '../../scenarios/scenarios';
import type { FigureId, FigureSpec } from '../../scenarios/figureSpecs';
import type { Told } from '../../scene/storyboard';
import type { FigureSession } from '../../session/figureSession.svelte';

/** What prose can ask of the figure beside it. */
export interface FigureHandle {
	readonly id: FigureId;
	readonly spec: FigureSpec;
	/** False where the figure is a storyboard only: there a moment is its still. */
	readonly live: boolean;
	/** The figure as the reader uses it, for what belongs to it in the prose; null where it is a storyboard only. */
	readonly session: FigureSession | null;
	/** Shows the moment with this title, in the run of this scenario; without one, in the first of the figure's runs that has it. */
	readonly show: (title: string, scenario?: ScenarioId) => void;
	/** What the model tells at that moment. Throws when none of the figure's runs has it. */
	readonly told: (title: string, scenario?: ScenarioId) => Told;
	/** A piece of prose that tells of a moment makes itself known, so that figure and text can follow each other. Gives the way to undo it. */
	readonly passage: (element: HTMLElement, title: string, scenario?: ScenarioId) => () => void;
	/** A reader who asked for it is stopped before this moment as long as the question is open. Gives the way to undo it. */
	readonly askBefore: (title: string, scenario: ScenarioId | undefined, isOpen: () => boolean) => () => void;
}

const KEY = Symbol('figure');

/** Called by the figure, for the prose inside it. */
export const setFigureContext = (handle: FigureHandle): void => void setContext(KEY, handle);
/** The figure that this piece of prose belongs to, if any. */
export const figureContext = (): FigureHandle | undefined => getContext<FigureHandle | undefined>(KEY);
