import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { decompress } from 'wawoff2';

/** What sites that show links ask for, in px. */
export const PICTURE = { width: 1200, height: 630 } as const;

/** The site’s families, each with the weights that are used. */
const CUTS = { 'source-sans-3': [400, 500, 600, 700], 'source-serif-4': [700], 'source-code-pro': [600] };

/**
 * What the theme’s families are called in these files: cuts of a variable font keep the name of its lightest. The theme
 * leaves code to each reader’s system; a picture has to choose.
 */
export const FAMILIES = {
	sans: 'Source Sans 3 ExtraLight',
	serif: 'Source Serif 4',
	mono: 'Source Code Pro ExtraLight'
} as const;
type Family = keyof typeof FAMILIES;

const require = createRequire(import.meta.url);

/** A font as the file that resvg reads: it knows TrueType and no WOFF2. */
async function unpacked(name: string, weight: number, folder: string): Promise<string> {
	const path = join(folder, `${name}-${weight}.ttf`);
	const packed = readFileSync(require.resolve(`@fontsource/${name}/files/${name}-latin-${weight}-normal.woff2`));
	// Whole or not at all, whoever else does the same.
	const partial = `${path}.${process.pid}`;
	writeFileSync(partial, await decompress(packed));
	renameSync(partial, path);
	return path;
}

async function readFonts(): Promise<NonNullable<ResvgRenderOptions['font']>> {
	const folder = join(process.cwd(), 'node_modules/.cache/social-fonts');
	mkdirSync(folder, { recursive: true });
	const fontFiles: string[] = [];
	// One after the other: wawoff2 hands out a font in memory that the next one overwrites.
	for (const [name, weights] of Object.entries(CUTS))
		for (const weight of weights) fontFiles.push(await unpacked(name, weight, folder));
	return { loadSystemFonts: false, fontFiles, defaultFontFamily: FAMILIES.sans };
}

let fonts: ReturnType<typeof readFonts> | undefined;

/** How text is set. */
export interface Type {
	readonly family: Family;
	readonly weight: number;
	/** In px. */
	readonly size: number;
}

/** Measures text that is set in the site’s own type: from the first ink to the last, in px. */
export async function textRuler(): Promise<(text: string, type: Type) => number> {
	const font = await (fonts ??= readFonts());
	const measured = new Map<string, number>();
	return (text, { family, weight, size }) => {
		const attributes = `font-family="${FAMILIES[family]}" font-weight="${weight}" font-size="${size}"`;
		const letters = text.replace(/[&<]/g, (letter) => `&#${letter.charCodeAt(0)};`);
		const svg = `<svg xmlns="http://www.w3.org/2000/svg"><text ${attributes}>${letters}</text></svg>`;
		const width = measured.get(svg) ?? new Resvg(svg, { font }).getBBox()?.width ?? 0;
		measured.set(svg, width);
		return width;
	};
}

/**
 * Draws an SVG with the site’s own type, whatever is installed on this machine.
 * @returns a PNG of 1200 by 630 pixels
 * @throws when it is no SVG that can be read
 */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
	const font = await (fonts ??= readFonts());
	const drawn = new Resvg(svg, { font, fitTo: { mode: 'width', value: PICTURE.width } }).render();
	return new Uint8Array(drawn.asPng());
}
