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
