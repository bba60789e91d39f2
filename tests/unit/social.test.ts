/** The pictures that links are shown with, and the addresses that pages give themselves. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { FIGURE_IDS, FIGURES, type FigureSpec } from '../../src/lib/scenarios/figureSpecs';
import { PAPER } from '../../src/lib/ui/controls/site';
import type * as Endpoint from '../../src/routes/social/[chapter].png/+server';
import type * as Picture from '../../src/routes/social/[chapter].png/picture';
import { FAMILIES, PICTURE, textRuler } from '../../src/routes/social/[chapter].png/png';
import { tellingStill } from '../../src/routes/social/[chapter].png/still';
import { lightTokens, plainStyles } from '../../src/routes/social/[chapter].png/styles';
import { COLUMN, linesOf, setWords } from '../../src/routes/social/[chapter].png/words';
import { pathsOf, sitemapOf } from '../../src/routes/sitemap.xml/paths';

const root = join(import.meta.dirname, '../..');
const theme = readFileSync(join(root, 'src/lib/ui/controls/theme.css'), 'utf8');

describe.each(Object.entries(FIGURES) as [string, FigureSpec][])('the social picture’s drawing of %s', (_, spec) => {
	const { scene, title } = tellingStill(spec);

	it('shows the still that the figure names', () => {
		expect(title).toBe(spec.card ?? spec.frames[0]?.title ?? spec.frames[0]?.moment);
	});

	it('shows it close up', () => {
		expect(scene.closeUp.beats.length).toBeGreaterThan(0);
	});
});

it('a picture of a still that the figure does not have says which is missing', () => {
	const spec: FigureSpec = { ...FIGURES['the-update'], card: 'Nowhere' };
	expect(() => tellingStill(spec)).toThrow('No still of the figure is called “Nowhere”');
});

/** Chapters, with what their pictures are called. */
const CHAPTERS = readdirSync(join(root, 'content/chapters')).map((folder) =>
	folder.startsWith('00-') ? 'first-screen' : folder.slice(3)
);

describe('as the site is built', () => {
	let server: ViteDevServer;
	let endpoint: typeof Endpoint;
	beforeAll(async () => {
		server = await createServer({
			root,
			configFile: join(root, 'vite.config.ts'),
			server: { middlewareMode: true, watch: null, ws: false },
			optimizeDeps: { noDiscovery: true },
			logLevel: 'error'
		});
		endpoint = (await server.ssrLoadModule('/src/routes/social/[chapter].png/+server.ts')) as typeof Endpoint;
	}, 120_000);
	afterAll(() => server.close());

	const pictureOf = async (chapter: string) => {
		const response = await endpoint.GET({ params: { chapter } } as Parameters<typeof Endpoint.GET>[0]);
		return Buffer.from(await response.arrayBuffer());
	};

	it('every chapter has a picture', async () => {
		expect((await endpoint.entries()).map(({ chapter }) => chapter).sort()).toEqual([...CHAPTERS].sort());
	});

	it.each(CHAPTERS)('%s is a PNG of 1200 by 630, on light paper, with words and a drawing', async (chapter) => {
		const png = await pictureOf(chapter);
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([PICTURE.width, PICTURE.height]);
		const { at, colours } = pixelsOf(png);
		expect(at(10, 10)).toBe(PAPER.light);
		const tokens = lightTokens(theme);
		for (const token of ['--ink', '--panel', '--soft']) expect(colours, token).toContain(tokens.get(token));
	});

	it('all that is written has letters that the fonts have', async () => {
		const path = '/src/routes/social/[chapter].png/picture.ts';
		const { pictureOf } = (await server.ssrLoadModule(path)) as typeof Picture;
		for (const figure of FIGURE_IDS) {
			const svg = await pictureOf({ number: 1, slug: '', title: 'Title', description: '', figure });
			// The cuts are those for Latin.
			expect(svg.replace(/<[^>]*>/g, '').match(/[^\s!-~\u00a0-\u00ff\u2010-\u2027]/g), figure).toBeNull();
		}
	});

	it('a chapter that there is not has none', async () => {
		await expect(pictureOf('nowhere')).rejects.toMatchObject({ status: 404 });
	});
});

/** The colours of an image file, by place and all of them, as `#rrggbb`. */
function pixelsOf(png: Buffer) {
	const { width, height } = PICTURE;
	const image = `<image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/>`;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`;
	const rgba = Buffer.from(new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels);
	const numbers = new Set<number>();
	for (let offset = 0; offset < rgba.length; offset += 4) numbers.add(rgba.readUIntBE(offset, 3));
	const hex = (number: number) => `#${number.toString(16).padStart(6, '0')}`;
	return {
		at: (x: number, y: number) => hex(rgba.readUIntBE(4 * (y * width + x), 3)),
		colours: [...numbers].map(hex)
	};
}

describe('the words of a social picture', () => {
	const titles = readdirSync(join(root, 'content/chapters')).map((folder) => {
		const text = readFileSync(join(root, 'content/chapters', folder, 'index.svx'), 'utf8');
		return /^title: (.+)$/m.exec(text)?.[1] ?? '';
	});
	const captions = Object.values<FigureSpec>(FIGURES).map((spec) => tellingStill(spec).title);

	it.each(titles)('fit their column: %s', async (title) => {
		const measure = await textRuler();
		for (const caption of captions)
			for (const { lines, type } of setWords({ number: 'Chapter 10', title, caption }, measure))
				for (const { text, y } of lines) {
					expect(measure(text, type), text).toBeLessThanOrEqual(COLUMN.width);
					expect(y - type.size).toBeGreaterThan(COLUMN.y + 40);
					expect(y).toBeLessThan(COLUMN.y + COLUMN.height);
				}
	});

	it('can be read at half the size: 12 px and more, with a contrast of 4.5', () => {
		const paragraphs = setWords({ number: 'Chapter 1', title: 'Title', caption: 'Caption' }, () => 100);
		expect(Math.min(...paragraphs.map(({ type }) => type.size / 2))).toBeGreaterThanOrEqual(12);
		const tokens = lightTokens(theme);
		for (const ink of ['--ink', '--soft'])
			expect(contrast(tokens.get(ink) ?? '', tokens.get('--paper') ?? ''), ink).toBeGreaterThanOrEqual(4.5);
	});

	it('are set in the site’s own type: its families differ, and bold is wider', async () => {
		const measure = await textRuler();
		const width = (family: keyof typeof FAMILIES, weight: number) =>
			measure('Kernel router', { family, weight, size: 30 });
		// A family that is not found is set in another one, silently.
		expect(width('serif', 700)).not.toBe(width('sans', 700));
		expect(width('mono', 600)).not.toBe(width('sans', 600));
		const sans = [400, 500, 600, 700].map((weight) => width('sans', weight));
		expect(sans).toEqual([...new Set(sans)].sort((a, b) => a - b));
	});

	it('are broken into as few lines as fit, about equally long', () => {
		const letters = ({ length }: string) => 10 * length;
		expect(linesOf('one two three four', 140, letters)).toEqual(['one two', 'three four']);
		expect(linesOf('includeAllNetworks is it', 100, letters)).toEqual(['includeAllNetworks', 'is it']);
		expect(linesOf('one', 100, letters)).toEqual(['one']);
	});
});

/** WCAG 2.2, “contrast ratio”. */
function contrast(one: string, other: string): number {
	const luminance = (colour: string) => {
		const [r = 0, g = 0, b = 0] = [1, 3, 5]
			.map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
			.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (lighter + 0.05) / (darker + 0.05);
}

describe('the styles of a drawing', () => {
	const tokens = lightTokens(':root { --ink: light-dark(#111111, #eeeeee); --gap: 2px; --sans: sans-serif }');

	it('have the colours of the light, where the theme and where a component names them', () => {
		expect(plainStyles('.a { fill: var(--ink); stroke: light-dark(#aaaaaa, #bbbbbb) }', tokens)).toBe(
			'.a { fill: #111111; stroke: #aaaaaa }'
		);
	});

	it('name their fonts as the files do', () => {
		expect(plainStyles('.a { font-family: var(--sans) }', tokens)).toContain(FAMILIES.sans);
	});

	it('have weights that there are cuts of', () => {
		expect(plainStyles('.a { font-weight: 650 } .b { font-weight: 400 }', tokens)).toBe(
			'.a { font-weight: 700 } .b { font-weight: 400 }'
		);
	});

	it('keep to their component without :where()', () => {
		expect(plainStyles('.a.s1 rect:where(.s1) { x: 0 }', tokens)).toBe('.a.s1 rect.s1 { x: 0 }');
	});

	it('that use a token which the theme does not have say which', () => {
		expect(() => plainStyles('.a { fill: var(--nothing) }', tokens)).toThrow(
			'The theme has no --nothing, which a drawing uses.'
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
			'/src/routes/[chapter]/+page.svelte'
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
	expect(theme).toContain(`--paper: light-dark(${PAPER.light}, ${PAPER.dark});`);
});
