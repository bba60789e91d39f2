import type { Component } from 'svelte';
import type { Layout } from '../scene/layout';
import type { Passages } from './passages';

/** What the figure of a chapter needs beyond that of the first screen, which does not carry it. */
export interface Extras {
	/** How two runs are laid out. */
	readonly paired: Layout;
	/** Keeps text and figure together. */
	readonly Passages: typeof Passages;
	readonly OpenInLab: Component<{ query: () => string }>;
}
