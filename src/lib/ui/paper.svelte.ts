import { flushSync } from 'svelte';
import { browser } from '$app/environment';

let printing = $state(false);

/** Whether the page is being printed. What paper needs has to be there before the browser lays it out, so it is put there at once. */
export const paper = {
	get isPrinting(): boolean {
		return printing;
	}
};

if (browser) {
	window.addEventListener('beforeprint', () => flushSync(() => (printing = true)));
	window.addEventListener('afterprint', () => (printing = false));
}
