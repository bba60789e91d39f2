/** Where the site will be read, as far as whoever builds it says so. */

/** The address prefix that the site is built for, as svelte.config.js reads it: "" or "/folder". */
export const basePath = /** @type {'' | `/${string}`} */ (process.env.BASE_PATH ?? '');

/** The full address of the site’s root, without a slash at its end; that of `npm start` when SITE_URL does not say. */
export const siteUrl = (process.env.SITE_URL || `http://127.0.0.1:4173${basePath}`).replace(/\/+$/, '');

const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = process.env;
/** The full address of the project’s repository, for links to its forms; "" when nobody says, and GitHub does not build. */
export const repositoryUrl = (process.env.SITE_REPOSITORY || (server && name ? `${server}/${name}` : '')).replace(
	/\/+$/,
	''
);
