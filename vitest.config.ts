import { defineConfig } from 'vitest/config';
import { KNOB_VALUES } from './src/lib/machines/knobs.ts';

const shared = {
	environment: 'node',
	// Nothing here is a matter of time, and a busy machine may take its own.
	testTimeout: 600_000,
	hookTimeout: 600_000
} as const;

/** The claims of the article are tested under each of the ways in which the app’s code has told the system that it is up. */
const claims = KNOB_VALUES.startTunnelReturns.map((way) => ({
	test: { ...shared, name: way, include: ['tests/claims/**/*.test.ts'], env: { START_TUNNEL_RETURNS: way } }
}));

export default defineConfig({
	test: {
		// Every core works: while these tests run nothing else does. Vitest would leave one of two alone.
		maxWorkers: '100%',
		projects: [{ test: { ...shared, name: 'unit', include: ['tests/unit/**/*.test.ts'] } }, ...claims]
	}
});
