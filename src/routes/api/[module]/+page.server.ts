import { apiModules, moduleNames } from '$lib/ui/api/reflections';
import { error } from '@sveltejs/kit';
import project from 'virtual:api';
import type { PageServerLoadEvent } from './$types';

const modules = apiModules(project);

export const entries = () => moduleNames(project).map((module) => ({ module }));

/** One module of the model, with everything that it exports. Read when the site is built. */
export function load({ params }: PageServerLoadEvent) {
	const module = modules.find(({ name }) => name === params.module);
	if (!module) error(404, 'The model has no such module.');
	return { module };
}
