import { MediaQuery } from 'svelte/reactivity';

/** Whether the reader has asked for less motion. Follows the setting while the page is open. */
export const reducedMotion = new MediaQuery('(prefers-reduced-motion: reduce)', false);
