import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [sveltekit()],
	environments: {
		client: {
			build: {
				rolldownOptions: {
					// What nearly every page needs of the packages comes in one file: small files compress badly, and each costs a request.
					output: { codeSplitting: { groups: [{ name: 'packages', test: /node_modules/, minShareCount: 8 }] } }
				}
			}
		}
	},
	// Chapters live beside src, not in it.
	server: { fs: { allow: ['content'] } }
});
