import { defineConfig } from 'vitest/config';

export default defineConfig({
	// Every core works: while these tests run nothing else does. Vitest would leave one of two alone.
	test: { include: ['tests/**/*.test.ts'], environment: 'node', maxWorkers: '100%' }
});
