/** Serves the finished build on a free port for as long as the browser tests run. */
import { buildDir } from '../../scripts/lib/build.mjs';
import { serveBuild } from '../../scripts/lib/serve.mjs';

export default async function setup() {
	const { url, close } = await serveBuild({ dir: buildDir });
	// playwright.config.ts, read again in every worker, makes this the base of all addresses.
	process.env.E2E_URL = url;
	return close;
}
