import type { Component } from 'svelte';
import type { Layout } from '../../scene/layout';
import type { ScrollSync } from './scrollSync';

/** What the figure of a chapter needs beyond that of the first screen, which does not carry it. */
export interface ChapterParts {
	/** How two runs are laid out. */
	readonly paired: Layout;
	/** Keeps text and figure together. */
	readonly ScrollSync: typeof ScrollSync;
	readonly OpenInLab: Component<{ query: () => string }>;
}
