import type { Component } from 'svelte';
import type StopMarks from '../../figures/StopMarks.svelte';
import type { stopLineOf } from '../../scene/stopLine';
import type { ScrollSync } from './scrollSync';

/** What the figure of a chapter needs beyond that of the first screen, which does not carry it. */
export interface ChapterParts {
	/** Keeps text and figure together. */
	readonly ScrollSync: typeof ScrollSync;
	/** The named stops on the line under the picture. */
	readonly StopMarks: typeof StopMarks;
	readonly stopLineOf: typeof stopLineOf;
	readonly OpenInLab: Component<{ query: () => string }>;
}
