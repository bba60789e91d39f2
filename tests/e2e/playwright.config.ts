import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../scripts/lib/browser.mjs';

// Every worker reads this file again: the first process looks for the browser and hands the answer down.
process.env.E2E_LAUNCH_OPTIONS ??= JSON.stringify(await findBrowser());

export default defineConfig({
	testDir: '.',
	testMatch: '**/*.spec.ts',
	globalSetup: './global-setup.ts',
	outputDir: '../../test-results/e2e',
	// test.mjs counts from this report.
	reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
	// Tests wait for frames and timers a third of their time: two for each core keep it busy.
	workers: '200%',
	fullyParallel: true,
	retries: 0,
	// Nothing here is a matter of time. The longest test takes a fifth of this on two busy cores that are slowed four times.
	timeout: 900_000,
	expect: { timeout: 60_000 },
	forbidOnly: true,
	use: {
		browserName: 'chromium',
		baseURL: process.env.E2E_URL,
		launchOptions: JSON.parse(process.env.E2E_LAUNCH_OPTIONS) as { executablePath?: string },
		// A trace of every test costs as much time as the tests; TRACE=1 keeps those of the failed ones.
		trace: process.env.TRACE ? 'retain-on-failure' : 'off',
		screenshot: 'only-on-failure'
	}
});
