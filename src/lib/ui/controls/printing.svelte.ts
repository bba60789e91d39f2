import { flushSync } from 'svelte';
import { browser } from '$app/environment';

let isPrinting = $state(false);

/** Whether the page is being printed. What paper needs has to be there before the browser lays it out, so it is put there at once. */
export const printing = {
	get isPrinting(): boolean {
		return isPrinting;
	}
};

if (browser) {
	window.addEventListener('beforeprint', () => flushSync(() => (isPrinting = true)));
	window.addEventListener('afterprint', () => (isPrinting = false));
}
