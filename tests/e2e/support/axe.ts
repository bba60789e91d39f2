import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Every rule of axe, among them the one of WCAG 2.2 that it leaves out unless asked. */
const ALL_RULES = { 'target-size': { enabled: true } };
/** The rules that look at colours. The themes differ in nothing else, so in the dark these are enough. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
/** The rules that look at where things are. A narrow window changes nothing else, and no colour. */
const GEOMETRY_RULES = ['target-size', 'scrollable-region-focusable', 'aria-hidden-focus', 'color-contrast'];

/** As many elements as axe looks at in one run: beyond, the time that it takes grows faster than the page. */
const MAX_ELEMENTS_PER_RUN = 3_000;

/**
 * What axe finds on the page, or in a part of it, in light and then in dark: WCAG 2.2 AA, and what else axe thinks good. It
 * has to be nothing.
 * @param except rules that this page breaks on purpose
 */
export async function expectAxeToFindNothing(
	page: Page,
	part = ':root',
	except: readonly string[] = []
): Promise<void> {
	await page.emulateMedia({ colorScheme: 'light' });
	await runInPieces(page, part, 'light', (axe) => axe.disableRules([...except]));
	await page.emulateMedia({ colorScheme: 'dark' });
	await runInPieces(page, part, 'dark', (axe) => axe.withRules(COLOUR_RULES));
}

/** What axe finds wrong with the colours of a part of the page, in light and then in dark. It has to be nothing. */
export async function expectAxeToFindNothingInColours(page: Page, part: string): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		await runInPieces(page, part, colorScheme, (axe) => axe.withRules(COLOUR_RULES));
	}
}

/** What axe finds wrong with the same page in another window, where only the places of things are new. It has to be nothing. */
export const expectAxeToFindNothingMoved = (page: Page): Promise<void> =>
	runInPieces(page, ':root', 'light', (axe) => axe.withRules(GEOMETRY_RULES));

async function runInPieces(
	page: Page,
	part: string,
	name: string,
	choose: (axe: AxeBuilder) => AxeBuilder
): Promise<void> {
	const pieces = await page.evaluate(cutIntoPieces, { part, most: MAX_ELEMENTS_PER_RUN });
	for (let piece = 0; piece <= pieces; piece++) {
		// Of a rule that finds nothing wrong nobody reads where; telling it takes longer than finding it.
		const axe = new AxeBuilder({ page })
			.setLegacyMode()
			.options({ rules: ALL_RULES, resultTypes: ['violations'], preload: false });
		const cut = piece === 0 ? axe.include(part).exclude('[data-piece]') : axe.include(`[data-piece="${piece}"]`);
		const { violations } = await choose(cut).analyze();
		expect(
			violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html.slice(0, 160)) })),
			`${name}, piece ${piece} of ${pieces}`
		).toEqual([]);
	}
}

/**
 * Runs in the page: numbers its parts so that those of one number are small enough together, if the whole is not, and
 * gives how many numbers there are. What lies around the parts is what is left when they are taken away.
 */
function cutIntoPieces({ part, most }: { part: string; most: number }): number {
	for (const marked of document.querySelectorAll('[data-piece]')) marked.removeAttribute('data-piece');
	const size = (element: Element) => element.getElementsByTagName('*').length + 1;
	let piece = 0;
	let room = 0;
	const cut = (element: Element): void => {
		for (const child of element.children) {
			if (size(child) > most) cut(child);
			else {
				if (size(child) > room) [piece, room] = [piece + 1, most];
				room -= size(child);
				child.setAttribute('data-piece', String(piece));
			}
		}
	};
	const whole = document.querySelector(part);
	if (whole && size(whole) > most) cut(whole);
	return piece;
}
