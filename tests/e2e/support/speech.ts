/** What a screen reader would be told: every change of a live region, in order. */
import { type Page } from '@playwright/test';

declare global {
	interface Window {
		spoken?: string[];
	}
}

/** Listens from now on, to be called before the page is opened. The announcer of page titles is not counted. */
export const listen = (page: Page) =>
	page.addInitScript(() => {
		const spoken: string[] = (window.spoken = []);
		new MutationObserver((changes) => {
			const regions = new Set(
				changes.map(({ target }) =>
					(target instanceof Element ? target : target.parentElement)?.closest(
						'[aria-live], [role=status], [role=alert]'
					)
				)
			);
			const fresh = changes
				.flatMap(({ addedNodes }) => [...addedNodes])
				.filter((node) => node instanceof Element && node.matches('[aria-live], [role=status], [role=alert]'));
			for (const region of new Set([...regions, ...fresh])) {
				if (!region || (region as Element).id === 'svelte-announcer' || !region.textContent) continue;
				spoken.push(region.textContent);
			}
		}).observe(document, { subtree: true, childList: true, characterData: true });
	});

export const spoken = (page: Page) => page.evaluate(() => window.spoken ?? []);
