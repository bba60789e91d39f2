/** The pictures that links are shown with, and the addresses that pages give themselves. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FIGURES, type FigureSpec } from '../../src/lib/scenarios/figureSpecs';
import { WIDE } from '../../src/lib/scene/layoutWide';
import { PAPER } from '../../src/lib/ui/controls/site';
import { focusOf, tellingStill } from '../../src/routes/card/[chapter]/telling';
import { pathsOf, sitemapOf } from '../../src/routes/sitemap.xml/paths';

const PROPORTIONS = 830 / 630;

describe.each(Object.entries(FIGURES) as [string, FigureSpec][])('the card of %s', (_, spec) => {
	const { scene, title } = tellingStill(spec, WIDE);
	const focus = focusOf(scene, WIDE, PROPORTIONS);

	it('shows the still that the figure names', () => {
		expect(title).toBe(spec.card ?? spec.frames[0]?.title ?? spec.frames[0]?.moment);
	});

	it('shows a part of the drawing, all of it inside, in the proportions of the card', () => {
		expect(focus.width / focus.height).toBeCloseTo(PROPORTIONS);
		expect(Math.min(focus.x, focus.y)).toBeGreaterThanOrEqual(0);
		expect(focus.x + focus.width).toBeLessThanOrEqual(WIDE.width + 0.001);
		expect(focus.y + focus.height).toBeLessThanOrEqual(WIDE.height + 0.001);
	});

	it('shows every packet, and what becomes of it', () => {
		for (const { at } of [...scene.packets, ...scene.fates]) {
			expect(at.x).toBeGreaterThan(focus.x);
			expect(at.x).toBeLessThan(focus.x + focus.width);
			expect(at.y).toBeGreaterThan(focus.y);
			expect(at.y).toBeLessThan(focus.y + focus.height);
		}
	});
});

it('a card for a still that the figure does not have says which is missing', () => {
	const spec: FigureSpec = { ...FIGURES['the-update'], card: 'Nowhere' };
	expect(() => tellingStill(spec, WIDE)).toThrow('No still of the figure is called “Nowhere”');
});

describe('without what they are made from, the pictures', () => {
	let build = '';
	beforeEach(() => {
		build = mkdtempSync(join(tmpdir(), 'build-'));
	});
	afterEach(() => {
		rmSync(build, { recursive: true });
		vi.doUnmock('../../scripts/lib/browser.mjs');
		vi.resetModules();
	});

	it('say in one sentence that there are no cards', async () => {
		const { photographCards } = await import('../../scripts/social.mjs');
		expect(await photographCards(build, '')).toBe('The build has no cards to make the social pictures from.');
	});

	it('say in one sentence that there is no browser', async () => {
		mkdirSync(join(build, 'card'));
		vi.doMock('../../scripts/lib/browser.mjs', () => ({ findBrowser: () => Promise.reject(new Error('none')) }));
		const { photographCards } = await import('../../scripts/social.mjs');
		expect(await photographCards(build, '')).toBe(
			'The social pictures need Chromium or Chrome: install one, then build again.'
		);
	});
});

describe('the address of the site', () => {
	afterEach(() => {
		vi.unstubAllEnvs();
		vi.resetModules();
	});
	const siteWith = async (given: { SITE_URL: string; BASE_PATH: string }) => {
		for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value);
		return (await import('../../scripts/lib/site.mjs')).siteUrl;
	};

	it('is that of npm start when nobody says', async () => {
		expect(await siteWith({ SITE_URL: '', BASE_PATH: '' })).toBe('http://127.0.0.1:4173');
	});

	it('has the path that the site is built for', async () => {
		expect(await siteWith({ SITE_URL: '', BASE_PATH: '/flag' })).toBe('http://127.0.0.1:4173/flag');
	});

	it('is the one that is given, without a slash at its end', async () => {
		expect(await siteWith({ SITE_URL: 'https://example.org/flag/', BASE_PATH: '/flag' })).toBe(
			'https://example.org/flag'
		);
	});
});

describe('the map of the site', () => {
	it('has the chapters in their order, then the pages with a folder of their own', () => {
		const files = [
			'/src/routes/model/+page.svelte',
			'/src/routes/claims/+page.svelte',
			'/src/routes/[chapter]/+page.svelte',
			'/src/routes/card/[chapter]/+page.svelte'
		];
		expect(pathsOf(['', 'the-update'], files)).toEqual(['/', '/the-update/', '/claims/', '/model/']);
	});

	it('gives each its full address', () => {
		expect(sitemapOf('https://example.org/flag', ['/', '/model/']).match(/<loc>.+<\/loc>/g)).toEqual([
			'<loc>https://example.org/flag/</loc>',
			'<loc>https://example.org/flag/model/</loc>'
		]);
	});
});

it('the browser’s frame has the colours of the paper', () => {
	const theme = readFileSync(join(import.meta.dirname, '../../src/lib/ui/controls/theme.css'), 'utf8');
	expect(theme).toContain(`--paper: light-dark(${PAPER.light}, ${PAPER.dark});`);
});
