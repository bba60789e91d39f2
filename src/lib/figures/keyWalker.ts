/** The keys of everything that is walked through with the keyboard: one way to read them. */

/** How a list, a grid or a row of tabs is walked through. */
export interface Walk {
	/** Where one is; −1 before the first. */
	readonly at: number;
	/** How many places there are. */
	readonly count: number;
	/** `column`: up and down lead on; `row`: left and right; `grid`: both, and up and down lead a line of `across` on. */
	readonly along: 'column' | 'row' | 'grid';
	/** How many places a line of a grid has. */
	readonly across?: number;
	/** How many places, or lines of a grid, Page Up and Page Down pass; without it they are left to the browser. */
	readonly page?: number;
	/** Whether the last place leads to the first. */
	readonly wraps?: boolean;
}

/** Whether a key is the browser’s or the system’s: with Alt, Ctrl or Meta it always is. Alt and the left arrow go back a page. */
export const isBrowsersKey = ({ altKey, ctrlKey, metaKey }: KeyboardEvent): boolean => altKey || ctrlKey || metaKey;

/**
 * Does what belongs to a key, by its name (UI Events KeyboardEvent key Values). Then nobody else hears of it. Other keys,
 * and those of the browser, are left alone.
 */
export function pressKey(event: KeyboardEvent, keys: Readonly<Record<string, (() => void) | undefined>>): void {
	const act = isBrowsersKey(event) ? undefined : keys[event.key];
	if (!act) return;
	event.preventDefault();
	event.stopPropagation();
	act();
}

/** Where a key leads from a place, or undefined for a key that leads nowhere. */
export function walkedTo(key: string, { at, count, along, across = 1, page, wraps = false }: Walk): number | undefined {
	const line = along === 'grid' ? across : 1;
	const steps: Readonly<Record<string, number | undefined>> = {
		...(along !== 'row' && { ArrowDown: line, ArrowUp: -line }),
		...(along !== 'column' && { ArrowRight: 1, ArrowLeft: -1 }),
		...(page !== undefined && { PageDown: page * line, PageUp: -page * line }),
		Home: -Infinity,
		End: Infinity
	};
	const step = steps[key];
	if (step === undefined || count === 0) return undefined;
	const to = at + step;
	if (wraps && Math.abs(step) === 1) return (to + count) % count;
	return Math.max(0, Math.min(to, count - 1));
}

/** Goes where a key leads. A key that leads nowhere, and one of the browser, is left alone. */
export function walkKeys(event: KeyboardEvent, walk: Walk, go: (to: number) => void): void {
	const to = walkedTo(event.key, walk);
	if (to !== undefined) pressKey(event, { [event.key]: () => go(to) });
}
