import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [sveltekit()],
	// Chapters live beside src, not in it.
	server: { fs: { allow: ['content'] } }
});
