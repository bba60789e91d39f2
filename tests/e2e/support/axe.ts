import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Every rule of axe, among them the one of WCAG 2.2 that it leaves out unless asked. */
const EVERYTHING = { rules: { 'target-size': { enabled: true } } };
/** The rules that look at colours. The themes differ in nothing else, so in the dark these are enough. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** What axe finds on the page, or in a part of it, in light and then in dark: WCAG 2.2 AA, and what else axe thinks good. It has to be nothing. */
export async function expectAxeToFindNothing(page: Page, part = ':root'): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		const axe = new AxeBuilder({ page }).include(part);
		const { violations } = await (
			colorScheme === 'light' ? axe.options(EVERYTHING) : axe.withRules(OF_COLOUR)
		).analyze();
		expect(
			violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html.slice(0, 160)) })),
			colorScheme
		).toEqual([]);
	}
}
