import { tick } from 'svelte';

/** What is to be looked at in a figure: a packet by its name there, or else a room. */
export interface Wanted {
	readonly packet: string | null;
	readonly room: string;
}

const isThere = (element: Element) => element.getClientRects().length > 0;

/** The first that begins with these words, among what can be pressed in the picture. */
const named = (picture: Element, words: string) =>
	[...picture.querySelectorAll<SVGElement>('[role=button]')].find(
		(each) => isThere(each) && each.getAttribute('aria-label')?.toLowerCase().startsWith(words.toLowerCase())
	);

/**
 * Leads the focus to what was asked for, once the figure shows that moment: the packet, or the room where it was, or
 * the timeline. A packet is ringed as long as it has the focus.
 */
export async function focusInFigure(figure: Element, run: number, { packet, room }: Wanted): Promise<void> {
	await tick();
	const pictures = [...figure.querySelectorAll('svg.plate')].filter(isThere);
	const picture = pictures[run] ?? pictures[0];
	const glyph = picture && packet !== null ? named(picture, `Open the ${packet}`) : undefined;
	const found = glyph ?? (picture && named(picture, room)) ?? figure.querySelector<HTMLElement>('input[type=range]');
	if (!found) return;
	if (glyph) {
		glyph.classList.add('asked');
		glyph.addEventListener('blur', () => glyph.classList.remove('asked'), { once: true });
	}
	found.focus();
}
