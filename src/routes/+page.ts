import Words from '$content/chapters/00-one-switch/index.svx';
import { loadFigure } from '$lib/scenarios/figures/load';
import { rehearse } from '$lib/session/rehearse';
import type { PageLoadEvent } from './$types';

export const load = async ({ data }: PageLoadEvent) => ({
	...data,
	spec: await rehearse(await loadFigure(data.figure)),
	Words
});
