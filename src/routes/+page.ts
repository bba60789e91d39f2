import Words from '$content/chapters/00-one-switch/index.svx';

export const load = () => ({ Words });
