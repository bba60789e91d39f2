/** The history that a browser computes is the one that Node computes, byte for byte; and no actor does it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { expect, test, type Page } from '@playwright/test';
import { build } from 'vite';
import type * as Built from './support/model.ts';

type Model = typeof Built;
declare const model: Model;

const bundle = fileURLToPath(new URL('../../test-results/model/model.js', import.meta.url));
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

// One bundle for both: what differs can only be what runs it.
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
	const [outDir, file] = [bundle.replace(/\/[^/]+$/, ''), 'model.js'];
	const entry = fileURLToPath(new URL('support/model.ts', import.meta.url));
	await build({
		configFile: false,
		logLevel: 'error',
		build: {
			outDir,
			emptyOutDir: true,
			minify: false,
			lib: { entry, name: 'model', formats: ['iife'], fileName: () => file }
		}
	});
});

const inNode = (): Model => {
	const sandbox = {} as { model: Model };
	runInNewContext(`${readFileSync(bundle, 'utf8')};this.model = model`, sandbox);
	return sandbox.model;
};

/** An empty page of no site, with the model in it. */
async function inBrowser(page: Page): Promise<void> {
	await page.goto('about:blank');
	await page.addScriptTag({ path: bundle });
}

test('every scenario gives the same bytes in the browser and in Node', async ({ page }) => {
	await inBrowser(page);
	const { ids, historyOf } = inNode();
	expect(ids.length).toBeGreaterThan(15);
	for (const id of ids) {
		const there = await page.evaluate((scenario) => model.historyOf(scenario), id);
		const here = historyOf(id);
		expect(here.length).toBeGreaterThan(1_000);
		expect({ id, length: there.length, sha256: sha256(there) }).toEqual({
			id,
			length: here.length,
			sha256: sha256(here)
		});
	}
});

test('every scenario gives the same bytes in a page whose clock, time zone and chance are others', async ({
	browser,
	page
}) => {
	await inBrowser(page);
	const context = await browser.newContext({ timezoneId: 'Pacific/Kiritimati', locale: 'tr-TR' });
	const elsewhere = await context.newPage();
	await elsewhere.addInitScript(() => {
		Math.random = () => 0.5;
		Date.now = () => 0;
		performance.now = () => 0;
	});
	await inBrowser(elsewhere);
	const all = () => model.ids.map((id) => model.historyOf(id)).join('\n');
	// The scenarios in the other order, so that nothing that is remembered helps.
	const backwards = () =>
		[...model.ids]
			.reverse()
			.map((id) => model.historyOf(id))
			.reverse()
			.join('\n');
	expect(sha256(await elsewhere.evaluate(backwards))).toBe(sha256(await page.evaluate(all)));
	await context.close();
});

test('the model starts no actor, and one that was started would be seen', async ({ page }) => {
	await inBrowser(page);
	const inThePage = await page.evaluate(() => {
		for (const id of model.ids) model.historyOf(id);
		return { byTheModel: model.actorsStarted(), onPurpose: (model.startAnActor(), model.actorsStarted()) };
	});
	expect(inThePage).toEqual({ byTheModel: [], onPurpose: ['on purpose'] });
});
