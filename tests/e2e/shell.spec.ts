/** What is around the essay: what pages say of themselves, the map, the pictures for links, the model page, listings. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { buildDir } from '../../scripts/lib/build.mjs';
import { siteUrl } from '../../scripts/lib/site.mjs';
import { EVIDENCE } from '../../src/lib/machines/evidence.ts';
import { REPAIRS } from '../../src/lib/machines/repairLabels.ts';
import { RULES, type Rule } from '../../src/lib/machines/rules.ts';
import { SOURCES } from '../../src/lib/machines/sources.ts';
import { awake } from './support/figure.ts';
import { tabTo } from './support/keyboard.ts';
import { FLIP_THE_FLAG, pages } from './support/pages.ts';

const ARTICLE = SOURCES.article.href ?? '';

/** The page for unknown addresses has none of its own to name. */
const named = pages.filter((address) => address !== './404.html');

/** What the head of a built page says, by name. */
function headOf(address: string): Record<string, string[]> {
	// Drawings in the body have titles as well.
	const [html = ''] = readFileSync(join(buildDir, address, 'index.html'), 'utf8').split('</head>');
	const said: Record<string, string[]> = {
		title: [...html.matchAll(/<title>([^<]*)<\/title>/g)].map(([, text]) => text ?? '')
	};
	for (const [, name, content] of html.matchAll(/<meta (?:name|property)="([^"]+)"[^>]*? content="([^"]*)"/g))
		(said[name ?? ''] ??= []).push(content ?? '');
	said.canonical = [...html.matchAll(/<link rel="canonical" href="([^"]*)"/g)].map(([, href]) => href ?? '');
	return said;
}

for (const address of named) {
	const full = siteUrl + address.slice(1);

	test(`${address} says what it is, once, and where`, () => {
		const head = headOf(address);
		expect(head.title).toEqual([expect.stringContaining('Flip the Flag')]);
		expect(head.description).toEqual([expect.stringMatching(/^.{40,250}$/)]);
		expect(head.canonical).toEqual([full]);
		expect(head['og:url']).toEqual([full]);
		expect(head['og:description']).toEqual(head.description);
		expect(head['twitter:card']).toEqual(['summary_large_image']);
		expect(head['theme-color']).toHaveLength(2);
	});

	test(`${address} comes with a picture of 1200 by 630`, () => {
		const [image = ''] = headOf(address)['og:image'] ?? [];
		expect(image).toMatch(/\/social\/[a-z-]+\.png$/);
		expect(image.startsWith(`${siteUrl}/`)).toBe(true);
		const png = readFileSync(join(buildDir, image.slice(siteUrl.length)));
		// A PNG says its size in the first chunk.
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
	});
}

test('no two pages have the same title or the same description', () => {
	const heads = named.map(headOf);
	for (const part of ['title', 'description'])
		expect(new Set(heads.map((head) => head[part]?.[0])).size).toBe(named.length);
});

test('the map has every page and nothing else', async ({ request }) => {
	const response = await request.get('./sitemap.xml');
	expect(response.headers()['content-type']).toContain('xml');
	const listed = [...(await response.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url ?? '');
	expect(listed.sort()).toEqual(named.map((address) => siteUrl + address.slice(1)).sort());
});

test('robots are told where the map is', async ({ request }) => {
	expect(await (await request.get('./robots.txt')).text()).toContain(`Sitemap: ${siteUrl}/sitemap.xml`);
});

test.describe('the model page', () => {
	test('prints the rules in their order, with what is known of each', async ({ page }) => {
		await page.goto('./model/');
		const items = page.getByRole('list').filter({ hasText: RULES.noRoute.when }).getByRole('listitem');
		const rules = Object.values<Rule>(RULES).filter(({ repair }) => !repair);
		await expect(items).toHaveCount(rules.length);
		for (const [at, { name, evidence }] of rules.entries()) {
			await expect(items.nth(at)).toContainText(name);
			await expect(items.nth(at)).toContainText(EVIDENCE[evidence].name);
		}
	});

	test('names every repair that can be tried', async ({ page }) => {
		await page.goto('./model/');
		for (const { says } of Object.values(REPAIRS))
			await expect(page.getByRole('definition').filter({ hasText: says })).toBeVisible();
	});

	test('lists every source, with a link where there is an address', async ({ page }) => {
		await page.goto('./model/');
		const items = page.getByRole('list').last().getByRole('listitem');
		await expect(items).toHaveCount(Object.keys(SOURCES).length);
		await expect(items.filter({ hasText: 'the engineering article' }).getByRole('link')).toHaveAttribute(
			'href',
			ARTICLE
		);
	});

	test('refers to its sources by name and date', async ({ page }) => {
		await page.goto('./model/');
		await expect(page.getByRole('link', { name: '[Mullvad, the article, 26 March 2025]' }).first()).toHaveAttribute(
			'href',
			ARTICLE
		);
		await expect(page.getByText('[Horowitz, 2022]')).toBeVisible();
	});

	test('says apart where the sources disagree', async ({ page }) => {
		await page.goto('./model/');
		const aside = page.getByRole('note', { name: 'Where sources disagree' });
		await expect(aside).toContainText('4 of 10');
		await expect(aside).toContainText('URLSession');
	});
});

test.describe('a listing', () => {
	const listing = (page: Page) => page.getByRole('group', { name: 'Listing in Swift' }).first();

	test('is copied by its button, and says so', async ({ page, context }) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await page.goto(FLIP_THE_FLAG);
		await awake(page);
		const button = listing(page).getByRole('button', { name: 'Copy' });
		await tabTo(button);
		await page.keyboard.press('Enter');
		await expect(listing(page).getByRole('status')).toHaveText('Copied');
		const shown = await listing(page).getByRole('code').innerText();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
		expect(shown).toContain('includeAllNetworks = true');
	});

	test('says so when the browser does not allow it', async ({ page }) => {
		await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
		await page.goto(FLIP_THE_FLAG);
		await awake(page);
		await listing(page).getByRole('button', { name: 'Copy' }).click();
		await expect(listing(page).getByRole('status')).toHaveText(/^The browser does not allow copying/);
	});

	test.describe('without scripts', () => {
		test.use({ javaScriptEnabled: false });

		test('is there, without a button that would do nothing', async ({ page }) => {
			await page.goto(FLIP_THE_FLAG);
			await expect(listing(page)).toContainText('NETunnelProviderProtocol');
			await expect(listing(page).getByRole('button')).toHaveCount(0);
		});
	});
});
