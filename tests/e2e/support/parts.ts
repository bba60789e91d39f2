/** The parts that a page fetches only when somebody asks for them: taken away, given back, and what is said meanwhile. */
import type { Page } from '@playwright/test';

/** Scripts, styles and workers: everything that a page of the site may fetch later. */
export const PARTS = '**/_app/immutable/**';
export const UPDATED = 'could not be loaded: the site has probably been updated since this page was opened.';
export const OFFLINE = 'could not be loaded: this device seems to be offline.';

/** From now on nothing more comes: it is gone, as after an update of the site. */
export const takeAway = (page: Page) => page.route(PARTS, (route) => route.fulfill({ status: 404, body: 'gone' }));
export const giveBack = (page: Page) => page.unroute(PARTS);

/** Takes away the file in which these words are, also while the page comes alive. */
export const takeAwayWith = (page: Page, words: RegExp) =>
	page.route(`${PARTS}/*.js`, async (route) => {
		const response = await route.fetch({ maxRetries: 3 });
		if (words.test(await response.text())) await route.abort();
		else await route.fulfill({ response });
	});

export const alertOf = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words });
export const again = (page: Page) => page.getByRole('button', { name: 'Try again' });
export const reload = (page: Page) => page.getByRole('button', { name: 'Reload the page' });
export const inspector = (page: Page) => page.getByRole('dialog', { name: 'Packets' });

/** Everything that is thrown and that nobody catches. */
export function listenForErrors(page: Page): string[] {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	return errors;
}
