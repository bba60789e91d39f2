import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/**/*.test.ts'],
		environment: 'node',
		// Every core works: while these tests run nothing else does. Vitest would leave one of two alone.
		maxWorkers: '100%',
		// Nothing here is a matter of time, and a busy machine may take its own.
		testTimeout: 600_000
	}
});
