import { keyOf } from './future';
import type { Futures } from './futures.svelte';

/** Under this name a tab keeps the lab’s futures: until it is closed, and for no other tab. */
const KEY = 'lab';

/** What this tab has kept of the lab, or null. Where nothing may be kept, nothing is. */
export function readTabStorage(): string | null {
	try {
		return sessionStorage.getItem(KEY);
	} catch {
		return null;
	}
}

/** Keeps the lab in this tab. Private windows and full disks may refuse: then a reload shows what is in the address. */
export function writeTabStorage(text: string): void {
	try {
		sessionStorage.setItem(KEY, text);
	} catch {
		// There is nothing to be done about it.
	}
}

/**
 * What a tab keeps of the lab at an address: each future as a link, in the order of their making, and after how many
 * steps those on the screen stand. `parseLabLink` reads it.
 */
export function formatTabStorage(address: string, futures: Futures, positions: readonly number[]): string {
	return JSON.stringify({
		address,
		shown: futures.shownNumber,
		beside: futures.besideNumber,
		positions,
		futures: futures.all.map(({ number, name, preset, run }) => ({
			number,
			name,
			preset,
			link: keyOf(run),
			steps: run.entries.length
		}))
	});
}
