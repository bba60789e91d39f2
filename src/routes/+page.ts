import Words from '$content/chapters/00-one-switch/index.svx';
import { loadFigure } from '$lib/scenarios/figureSpecs/load';
import { prewarm } from '$lib/session/prewarm';
import type { PageLoadEvent } from './$types';

export const load = async ({ data }: PageLoadEvent) => ({
	...data,
	spec: await prewarm(await loadFigure(data.figure)),
	Words
});
