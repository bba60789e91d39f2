import { apiModules } from '$lib/ui/api/reflections';
import project from 'virtual:api';

/** The modules and what each says of itself. Read when the site is built. */
export const load = () => ({
	modules: apiModules(project).map(({ name, words, groups }) => ({
		name,
		words,
		count: groups.reduce((sum, { symbols }) => sum + symbols.length, 0)
	}))
});
