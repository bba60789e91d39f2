import Words from '$content/chapters/00-one-switch/index.svx';
import { loadFigure } from '$lib/scenarios/figures/load';
import type { PageLoadEvent } from './$types';

export const load = async ({ data }: PageLoadEvent) => ({ ...data, spec: await loadFigure(data.figure), Words });
