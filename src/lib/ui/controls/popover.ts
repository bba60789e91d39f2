/** Where a note stands beside the word that it explains. */

/** How far from the word and from the edge of the screen, in px. */
const GAP = 6;

/**
 * Puts a note that is shown under its word, or over it where there is no room below, and keeps it on the screen. It is
 * placed on the page and not on the screen, so that it scrolls with its word.
 */
export function placeBelow(word: HTMLElement, note: HTMLElement): void {
	// A word may be broken over two lines: the note belongs to where it begins.
	const at = word.getClientRects()[0] ?? word.getBoundingClientRect();
	const { clientWidth, clientHeight } = document.documentElement;
	const { width, height } = note.getBoundingClientRect();
	const left = Math.max(GAP, Math.min(at.left, clientWidth - width - GAP));
	const roomBelow = at.bottom + GAP + height <= clientHeight;
	const top = roomBelow ? at.bottom + GAP : Math.max(GAP, at.top - GAP - height);
	note.style.left = `${left + scrollX}px`;
	note.style.top = `${top + scrollY}px`;
}
