/** What the site calls itself. */
export const NAME = 'Flip the Flag';

/** The colour around the page, for the browser’s own frame; theme.css has the same as --paper. */
export const PAPER = { light: '#f4ecda', dark: '#12161c' } as const;
