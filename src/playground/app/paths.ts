/** `$app/paths` where the site’s other pages are not: every way to them stays on this one. */
export const resolve = (): string => '';
