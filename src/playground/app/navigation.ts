/** `$app/navigation` where there is one page: nobody goes anywhere, and has arrived at once. */
import { onMount } from 'svelte';

export const goto = (): Promise<void> => Promise.resolve();
export const afterNavigate = (arrived: () => void): void => onMount(arrived);
