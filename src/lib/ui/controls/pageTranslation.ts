/**
 * A page that is translated goes on changing.
 *
 * Chrome and the browsers made of it translate a page by taking each piece of text out of it and putting
 * `<font><font>…</font></font>` in its place. Svelte goes on writing into the piece that is gone, so nothing that the page
 * says would change any more; and it counts on the piece being there when it takes things away. So here each piece is
 * put back, empty, right before its translation. When something is written into it, the translation goes, and the
 * browser finds a text that it can translate again.
 */

/** What stands in for a piece of text, and what that said. */
interface Translation {
	readonly element: Element;
	readonly words: string;
}

const translations = new WeakMap<Text, Translation>();
/** The piece of text that a translation is of. */
const originals = new WeakMap<Node, Text>();

const SVG = 'http://www.w3.org/2000/svg';
const isTranslation = (node: Node | null): node is HTMLElement =>
	node instanceof HTMLElement && node.localName === 'font';

/** In a drawing only elements of SVG are seen. */
function drawn(font: HTMLElement): Element {
	if (!(font.parentNode instanceof SVGElement)) return font;
	const element = document.createElementNS(SVG, 'tspan');
	element.setAttribute('translate', 'no');
	element.textContent = font.textContent;
	font.replaceWith(element);
	return element;
}

function forget(text: Text, { element }: Translation): void {
	translations.delete(text);
	originals.delete(element);
}

/** A piece of text has been taken out of its place, by a translator or by Svelte; or has been put elsewhere. */
function taken(text: Text, near: readonly (Node | null)[]): void {
	const translation = translations.get(text);
	if (translation) return followed(text, translation);
	const font = near.find((node): node is HTMLElement => isTranslation(node) && !originals.has(node));
	if (text.isConnected || !font) return;
	const element = drawn(font);
	element.before(text);
	translations.set(text, { element, words: text.data });
	originals.set(element, text);
	text.data = '';
	changes.observe(text, { characterData: true });
}

/** A translation goes where its text goes. */
function followed(text: Text, translation: Translation): void {
	const { element } = translation;
	if (text.isConnected && element.isConnected) return void (text.nextSibling !== element && text.after(element));
	if (text.isConnected) return restored(text, translation);
	element.remove();
	forget(text, translation);
}

/** The translator has taken the translation away, to show what was there before. */
function restored(text: Text, translation: Translation): void {
	text.data = translation.words;
	forget(text, translation);
}

/** Something else has been written: that is shown, in the place of the translation of what was there before. */
function written(text: Text): void {
	const translation = translations.get(text);
	if (!translation) return;
	translation.element.replaceWith(text);
	forget(text, translation);
}

function removed(node: Node, { addedNodes, previousSibling, nextSibling }: MutationRecord): void {
	if (node instanceof Text) return taken(node, [...addedNodes, previousSibling, nextSibling]);
	const text = originals.get(node);
	const translation = text && translations.get(text);
	if (!translation || node.isConnected || !text.isConnected) return;
	// A copy of what was there before is one too many.
	for (const added of addedNodes) if (added instanceof Text && added !== text) added.remove();
	restored(text, translation);
}

let changes: MutationObserver;

/**
 * Lets the page be translated from now on. To be called before it comes alive: what has been translated until then
 * becomes its text, in which the page finds its place.
 */
export function allowTranslation(): void {
	for (const font of document.body.querySelectorAll(':not(font) > font')) font.replaceWith(font.textContent);
	changes = new MutationObserver((records) => {
		for (const record of records)
			if (record.type === 'characterData') written(record.target as Text);
			else record.removedNodes.forEach((node) => removed(node, record));
		// What has just been done here is nobody else's.
		changes.takeRecords();
	});
	changes.observe(document.body, { childList: true, subtree: true });
}
