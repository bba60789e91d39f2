import { getContext, setContext } from 'svelte';

const KEY = Symbol('headings');

/** Called by a page on which the prose stands deeper than usual: the headings inside it begin at this level. */
export const headingsBeginAt = (level: 2 | 3): void => void setContext(KEY, level);
/** The level of a heading of the prose: 2, unless the page says otherwise. */
export const headingLevel = (): number => getContext<number | undefined>(KEY) ?? 2;
