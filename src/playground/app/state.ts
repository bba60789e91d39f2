/** `$app/state` of a page of the site that shows all of its chapters. */
import { CHAPTERS } from '../chapters';

export const page = {
	route: { id: '/[chapter]' },
	params: { chapter: 'the-update' },
	data: { chapters: CHAPTERS }
};
