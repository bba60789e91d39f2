/**
 * The playground: every figure, room, glyph, statechart and state of the controls on one page, for people and for the
 * tests of pictures. It is no page of the site: Vite builds it by itself, from src/playground, and SvelteKit never sees it.
 */
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, createServer, preview } from 'vite';
import siteConfig from '../../svelte.config.js';
import { root } from './run.mjs';

const folder = join(root, 'src', 'playground');
const playgroundDir = join(root, 'test-results', 'playground');

/** What the site's components ask of SvelteKit, answered without it. */
const appModule = (/** @type {string} */ name) => join(folder, 'app', `${name}.ts`);
const alias = {
	$lib: join(root, 'src', 'lib'),
	$content: join(root, 'content'),
	'$app/environment': appModule('environment'),
	'$app/navigation': appModule('navigation'),
	'$app/paths': appModule('paths'),
	'$app/state': appModule('state'),
	'$env/static/public': appModule('publicEnv')
};

/** A picture is looked at where it is built as strictly as on the site: nothing comes from elsewhere, and no style or script stands in the page. */
const POLICY =
	"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";
const contentPolicy = () => ({
	name: 'content-policy',
	apply: /** @type {const} */ ('build'),
	transformIndexHtml: () => [
		{
			tag: 'meta',
			attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
			injectTo: /** @type {const} */ ('head-prepend')
		}
	]
});

/** As on the site, but for its short class names: what follows every change needs those that stay. */
const { cssHash: _, ...compilerOptions } = siteConfig.compilerOptions ?? {};

/** @type {import('vite').InlineConfig} */
const config = {
	configFile: false,
	root: folder,
	base: './',
	publicDir: join(root, 'static'),
	cacheDir: join(root, 'node_modules', '.vite-playground'),
	resolve: { alias },
	plugins: [
		svelte({
			configFile: false,
			extensions: siteConfig.extensions ?? [],
			preprocess: siteConfig.preprocess ?? [],
			compilerOptions
		}),
		contentPolicy()
	],
	worker: { format: 'es' },
	build: { outDir: playgroundDir, emptyOutDir: true, chunkSizeWarningLimit: 5_000, copyPublicDir: false },
	server: { host: '127.0.0.1', fs: { allow: [root] } },
	preview: { host: '127.0.0.1' }
};

/** Serves the playground, prints its address, and follows every change. */
export async function developPlayground() {
	const server = await createServer(config);
	await server.listen();
	server.printUrls();
}

/**
 * Builds the playground into test-results/playground, and serves that on a free port of loopback.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function servePlayground() {
	await build({ ...config, logLevel: 'error' });
	const server = await preview({ ...config, logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
	const [url = ''] = server.resolvedUrls?.local ?? [];
	return { url, close: () => server.close() };
}
