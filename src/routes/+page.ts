import Words from '$content/chapters/00-one-switch/index.svx';
import type { PageLoadEvent } from './$types';

export const load = ({ data }: PageLoadEvent) => ({ ...data, Words });
