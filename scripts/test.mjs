/**
 * `npm test`: every check, one after the other, and one closing line that adds them up. A step that fails does not stop
 * the others. `unit` or `e2e` as the argument runs that part alone, and what follows it is handed to its runner:
 * `npm run test:unit -- tests/claims`. Browser tests tagged `@long` look once more, at the longest pages, at what other
 * tests look at too; `npm test` leaves them to `npm run test:long`.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, ensureBuild } from './lib/build.mjs';
import { findBrowser } from './lib/browser.mjs';
import { findOtherBrowsers } from './lib/otherBrowsers.mjs';
import { findTshark } from './lib/tshark.mjs';
import { root, run } from './lib/run.mjs';
import { checkSources } from './lib/sourceChecks.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

const [part = 'all', ...filters] = process.argv.slice(2);

const results = join(root, 'test-results');
const unitReport = join(results, 'unit.json');
// playwright.config.ts writes this one.
const e2eReport = join(results, 'e2e.json');

/** Work that comes before a check is worth a word only when it fails. @param {boolean} worked @returns {Count} */
const preparation = (worked) => ({ passed: 0, failed: worked ? 0 : 1 });

/**
 * What a runner wrote in its report. One that ended badly without a failed test, or without a report, failed once.
 * @param {number} code
 * @param {string} file
 * @param {(report: any) => Count} count
 * @returns {Count}
 */
function reported(code, file, count) {
	try {
		const { passed, failed } = count(JSON.parse(readFileSync(file, 'utf8')));
		return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
	} catch {
		return { passed: 0, failed: 1 };
	}
}

/** A whole tool counts as one check. @returns {Promise<Count>} */
async function sources() {
	const results = await checkSources('types');
	const passed = results.filter(([, ok]) => ok).length;
	return { passed, failed: results.length - passed };
}

async function unitTests() {
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];
	return reported(await run('vitest', ['run', ...reporters, ...filters]), unitReport, (report) => ({
		passed: report.numPassedTests,
		// A file that cannot be loaded has no tests to fail.
		failed:
			report.numFailedTests +
			report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
	}));
}

/** One for the browser tests, which playwright.config.ts reads, and those that some tests compare it with. */
async function findBrowsers() {
	try {
		process.env.E2E_LAUNCH_OPTIONS = JSON.stringify(await findBrowser());
	} catch (error) {
		console.error(error.message);
		return false;
	}
	return findOtherBrowsers();
}

/** @param {string[]} which options that choose among the tests */
async function browserTests(...which) {
	const code = await run('playwright', ['test', '--config=tests/e2e/playwright.config.ts', ...which, ...filters]);
	return reported(code, e2eReport, ({ stats, errors }) => ({
		passed: stats.expected,
		failed: stats.unexpected + errors.length
	}));
}

const sync = { name: 'Prepare', run: async () => preparation((await run('svelte-kit', ['sync'])) === 0) };
const unit = [
	{ name: 'Wireshark', run: async () => preparation(await findTshark()) },
	{ name: 'Unit tests', run: unitTests }
];
/** @param {() => Promise<boolean>} made @param {string[]} which */
const inBrowsers = (made, ...which) => [
	{ name: 'Build', run: async () => preparation(await made()) },
	{ name: 'Browsers', run: async () => preparation(await findBrowsers()) },
	{ name: 'Browser tests', run: () => browserTests(...which) }
];

const parts = {
	all: [sync, { name: 'Types and lint', run: sources }, ...unit, ...inBrowsers(build, '--grep-invert=@long')],
	unit: [sync, ...unit],
	e2e: inBrowsers(build),
	// Comes after the others in .ci/run, with the same build.
	long: inBrowsers(ensureBuild, '--grep=@long')
};
if (!Object.hasOwn(parts, part)) {
	console.error(`There is no part "${part}"; there are ${Object.keys(parts).join(', ')}.`);
	process.exit(2);
}

rmSync(results, { recursive: true, force: true });
const total = { passed: 0, failed: 0 };
for (const step of parts[part]) {
	console.log(`\n== ${step.name}`);
	const { passed, failed } = await step.run();
	total.passed += passed;
	total.failed += failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
