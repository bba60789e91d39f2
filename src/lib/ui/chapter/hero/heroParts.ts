import type { Component, ComponentProps } from 'svelte';
import type { Staging } from '../../../session/staging.svelte';
import type StagedScreen from './StagedScreen.svelte';

/** What the first screen needs beyond a chapter, which does not carry it. */
export interface HeroParts {
	readonly Staging: typeof Staging;
	readonly StagedScreen: Component<ComponentProps<typeof StagedScreen>>;
}
