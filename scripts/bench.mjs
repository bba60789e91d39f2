/**
 * `npm run bench`: how fast the model, the seeking and the pages are, as figures and as ratios from one and the same
 * run. It judges nothing: a time that passes here would fail on a busier machine. `--only` takes one part, `--json`
 * prints everything as one object.
 */
import { findBrowser } from './lib/browser.mjs';
import { basePath, buildDir, ensureBuild } from './lib/build.mjs';
import { readOptions } from './lib/options.mjs';
import { builtPages } from './lib/pages.mjs';
import { serveBuild } from './lib/serve.mjs';
import { benchBytes } from './bench/bytes.mjs';
import { benchCaptures } from './bench/captures.mjs';
import { benchChecker } from './bench/checker.mjs';
import { benchModel, benchSeek } from './bench/child.mjs';
import { benchFrames } from './bench/frames.mjs';
import { benchLab } from './bench/lab.mjs';
import { benchLighthouse } from './bench/lighthouse.mjs';
import { tableOf } from './bench/table.mjs';

const PARTS = {
	model: { title: 'The model', run: benchModel },
	seek: { title: 'Seeking', run: benchSeek },
	checker: { title: 'The checker', site: true, run: benchChecker },
	frames: { title: 'Frames, on a desktop', site: true, run: benchFrames },
	lab: { title: 'The lab with ten thousand records', site: true, run: benchLab },
	captures: { title: 'A hundred thousand packets as a capture', site: true, run: benchCaptures },
	bytes: { title: 'Bytes of a page on its own', site: true, run: benchBytes },
	lighthouse: { title: 'Lighthouse, on a phone', site: true, run: benchLighthouse }
};

const { only, json } = readOptions({ only: Object.keys(PARTS), json: true });
const parts = Object.entries(PARTS).filter(([name]) => only === undefined || name === only);

/** The built site, served, and a browser to look at it; only for the parts that want it. */
async function openSite() {
	// What the build has to say is not part of the JSON.
	if (!(await ensureBuild())) return null;
	const [server, launchOptions] = await Promise.all([serveBuild({ dir: buildDir, base: basePath }), findBrowser()]);
	return { ...server, launchOptions, pages: builtPages() };
}

const site = parts.some(([, part]) => part.site) ? await openSite() : undefined;
if (site === null) {
	console.error('The site could not be built; the reason is above.');
	process.exit(1);
}
/** @type {Record<string, object>} */
const results = {};
for (const [name, { title, run }] of parts) {
	const outcome = await run(site);
	const { rows, notes = [] } = Array.isArray(outcome) ? { rows: outcome } : outcome;
	results[name] = { rows, ...(notes.length > 0 && { notes }) };
	if (!json) console.log([tableOf(title, rows), ...notes.map((note) => `  ${note}`)].join('\n'));
}
if (json) console.log(JSON.stringify(results, null, '\t'));
await site?.close();
