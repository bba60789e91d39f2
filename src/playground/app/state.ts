/** `$app/state` of a page of the site, the one about the update, with what such a page knows. */
import type { Chapter } from '../../lib/ui/controls/chapters';

let data: { readonly chapters?: readonly Chapter[] } = {};

export const page = {
	route: { id: '/[chapter]' },
	params: { chapter: 'the-update' },
	get data() {
		return data;
	}
};

/** Called once, before anything is shown: the chapters themselves ask for the page. */
export const setPageData = (known: typeof data): void => void (data = known);
