import type { Component } from 'svelte';
import type { ScrollSync } from './scrollSync';

/** What the figure of a chapter needs beyond that of the first screen, which does not carry it. */
export interface ChapterParts {
	/** Keeps text and figure together. */
	readonly ScrollSync: typeof ScrollSync;
	readonly OpenInLab: Component<{ query: () => string }>;
}
