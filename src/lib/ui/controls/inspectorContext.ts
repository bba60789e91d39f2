import type { Component } from 'svelte';
import { getContext, setContext } from 'svelte';
import type { Playback } from '../../session/playback.svelte';
import type { InspectorStart } from '../../session/selection.svelte';

export interface InspectorProps {
	playback: Playback;
	start: InspectorStart;
	/** What saved files are called: all alike, or run by run. */
	name: string | readonly string[];
	onclose: () => void;
}

/** Loads the packet inspector. It is handed down by the page, so that no feature has to know another one. */
export type LoadInspector = () => Promise<{ readonly default: Component<InspectorProps> }>;

const KEY = Symbol('packet inspector');

/** Called by the page, for the figures on it. */
export const setInspectorContext = (load: LoadInspector): void => void setContext(KEY, load);
/** How a figure on this page loads the packet inspector. */
export const inspectorContext = (): LoadInspector => getContext<LoadInspector>(KEY);
