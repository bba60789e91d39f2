import { expect, type Page } from '@playwright/test';

/** From a small phone, or a page enlarged four times (WCAG 1.4.10), to a laptop. In px. */
export const WIDTHS = [320, 390, 820, 1440];
export const HEIGHT = 844;

/** How far the page could be scrolled sideways, in px: in its own type, and in any other, as a reader may choose or be left with (font-display: optional). */
const sideways = (page: Page) =>
	page.evaluate(() => {
		const { style } = document.documentElement;
		const measured = () => (document.scrollingElement?.scrollWidth ?? 0) - document.documentElement.clientWidth;
		const own = measured();
		style.setProperty('--sans', 'sans-serif');
		style.setProperty('--serif', 'serif');
		const other = measured();
		style.removeProperty('--sans');
		style.removeProperty('--serif');
		return { 'in its own type': own, 'in another': other };
	});

/** Fails where the page, or what `what` names of it, can be scrolled sideways. */
export async function expectNothingSideways(page: Page, { widths = WIDTHS, what = '' } = {}): Promise<void> {
	for (const width of widths) {
		await page.setViewportSize({ width, height: HEIGHT });
		expect(await sideways(page), `${what} ${width} px wide`).toEqual({ 'in its own type': 0, 'in another': 0 });
	}
}
