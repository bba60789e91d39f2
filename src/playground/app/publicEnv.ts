/** `$env/static/public`: the playground has no address of its own. */
export const SITE_URL = '';
export const SITE_REPOSITORY = '';
