/** What the site calls itself. */
export const NAME = 'Flip the Flag';

/** The colour around the page, for the browser’s own frame; theme.css has the same as --paper. */
export const PAPER = { light: '#faf7f1', dark: '#12151b' } as const;
