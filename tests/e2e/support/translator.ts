/** A browser that translates the page, as Chrome does, into the same language: so what is read can be compared. */
import { expect, type Page } from '@playwright/test';

declare global {
	interface Window {
		translatedFrom?: Map<HTMLElement, string>;
	}
}

/** Puts `<font><font>…</font></font>` in the place of every piece of text that is in the page now. */
export const translate = (page: Page) =>
	page.evaluate(() => {
		const originals = (window.translatedFrom ??= new Map());
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const pieces: Text[] = [];
		while (walker.nextNode()) pieces.push(walker.currentNode as Text);
		for (const text of pieces) {
			const around = text.parentElement;
			const isDone = around?.closest('font, script, style, [translate=no]');
			if (isDone || text.data.trim() === '') continue;
			const [outer, inner] = [document.createElement('font'), document.createElement('font')];
			for (const font of [outer, inner]) font.style.verticalAlign = 'inherit';
			inner.textContent = text.data;
			outer.append(inner);
			originals.set(outer, text.data);
			text.replaceWith(outer);
		}
	});

/** Takes every translation back, as “Show original” does. */
export const showOriginal = (page: Page) =>
	page.evaluate(() => {
		for (const [font, words] of window.translatedFrom ?? []) if (font.isConnected) font.replaceWith(words);
	});

/** Every word that can be seen, in the order of the page: what is not drawn has no boxes. */
export const visibleWords = (page: Page): Promise<string> =>
	page.evaluate(() => {
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const words: string[] = [];
		const range = document.createRange();
		while (walker.nextNode()) {
			const text = walker.currentNode as Text;
			range.selectNodeContents(text);
			const element = text.parentElement;
			if (range.getClientRects().length === 0 || !element || getComputedStyle(element).visibility === 'hidden')
				continue;
			// A piece of text per line, so that what differs can be found; spaces at the ends are the source's.
			if (text.data.trim() !== '') words.push(text.data.replace(/\s+/g, ' ').trim());
		}
		return words.join('\n');
	});

/** The same page twice: one is translated again and again, the other never. */
export class Twins {
	readonly #errors: string[] = [];

	constructor(
		readonly translated: Page,
		readonly untouched: Page
	) {
		for (const page of [translated, untouched])
			page.on('pageerror', ({ stack, message }) => this.#errors.push(stack ?? message));
	}

	/** Does the same on both, and looks whether both say the same then: before the translator has come by again, and after it. */
	async both(act: (page: Page) => Promise<unknown>): Promise<void> {
		for (const page of [this.untouched, this.translated]) await act(page);
		await this.expectSame();
		await translate(this.translated);
		await this.expectSame();
	}

	async expectSame(): Promise<void> {
		const words = async () => (await visibleWords(this.untouched)).split('\n');
		await expect
			.poll(async () => {
				const [ours, theirs] = [await words(), (await visibleWords(this.translated)).split('\n')];
				return {
					'missing in the translated page': ours.filter((line) => !theirs.includes(line)),
					'stale in the translated page': theirs.filter((line) => !ours.includes(line)),
					'in the same order': ours.join('\n') === theirs.join('\n')
				};
			})
			.toEqual({ 'missing in the translated page': [], 'stale in the translated page': [], 'in the same order': true });
		expect(this.#errors).toEqual([]);
	}
}
