import { resolve } from '$app/paths';
import type { Chapter } from './chapters';

/** The address of a chapter, wherever the site lives. */
export const hrefOf = ({ slug }: Pick<Chapter, 'slug'>) =>
	slug === '' ? resolve('/') : resolve('/[chapter]', { chapter: slug });
