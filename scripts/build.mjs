/**
 * `npm run build`: the site as it is published, in build/. A claim whose test is missing or fails stops it before
 * anything is built: what the site says of the article has to be what the model does.
 */
import { build } from './lib/build.mjs';
import { run } from './lib/run.mjs';

// The tests read tsconfig.json, which reads what SvelteKit writes.
if ((await run('svelte-kit', ['sync'])) !== 0 || (await run('vitest', ['run', 'tests/claims'])) !== 0) {
	console.error('There is no new build: a claim is not shown by the model, and the reason is above.');
	process.exitCode = 1;
} else if (!(await build())) {
	console.error('The site could not be built; the reason is above.');
	process.exitCode = 1;
}
