import { join } from 'node:path';
import adapter from '@sveltejs/adapter-static';
import { mdsvex } from 'mdsvex';
import { fence } from './scripts/lib/fence.mjs';
import { basePath, repositoryUrl, siteUrl } from './scripts/lib/site.mjs';

// Pages name themselves by their full address ($env/static/public), so there has to be one, whoever builds.
process.env.SITE_URL = siteUrl;
// And one of the repository, or none ($env/static/public knows no name that is not there).
process.env.SITE_REPOSITORY = repositoryUrl;

/** @type {import('@sveltejs/kit').Config} */
export default {
	extensions: ['.svelte', '.svx', '.md'],
	preprocess: [
		mdsvex({
			extensions: ['.svx', '.md'],
			layout: join(import.meta.dirname, 'src/lib/ui/controls/Prose.svelte'),
			layoutPropForwarding: 'runes',
			highlight: { highlighter: fence }
		})
	],
	compilerOptions: {
		// Dependencies choose for themselves; everything of ours is in runes mode.
		// mdsvex still writes context="module" at the head of a chapter; Svelte takes it.
		warningFilter: ({ code }) => code !== 'script_context_deprecated',
		// Class names of components stand in scripts and pages hundreds of times: five letters tell sixty components apart.
		cssHash: ({ hash, css }) => `s${hash(css).slice(0, 5)}`,
		runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true)
	},
	kit: {
		adapter: adapter({ fallback: '404.html', precompress: false }),
		alias: { $content: 'content' },
		env: { publicPrefix: 'SITE_' },
		paths: { base: basePath, relative: true },
		// All styles of a page weigh less than one round trip on a slow network costs: nothing waits for a second request.
		inlineStyleThreshold: Infinity,
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				// SvelteKit's route announcer hides itself with an inline style; this is its hash, and nothing else passes.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'base-uri': ['self'],
				'form-action': ['none'],
				'object-src': ['none']
			}
		}
	}
};
