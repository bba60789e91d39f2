/** The pages of the build, and the chapters among them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDir } from '../../../scripts/lib/build.mjs';
import { root } from '../../../scripts/lib/run.mjs';
import { FIGURES, type FigureId, type FigureSpec } from '../../../src/lib/scenarios/figureSpecs/index.ts';

/** Every page of the build, as an address below the base. */
export const pages = readdirSync(buildDir, { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.html'))
	.map((name) => `./${name.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
	.sort();

export const FIRST_SCREEN = './';
export const FLIP_THE_FLAG = './flip-the-flag/';
export const THE_UPDATE = './the-update/';
export const THE_WAY_OUT = './the-way-out/';
export const LYING_NETWORK = './why-anyone-wants-it/';
export const PACKET_TUNNEL = './what-a-packet-tunnel-is/';
export const WHO_MAY_SPEAK = './who-may-speak/';
export const EVERY_API = './holding-it-harder/';
export const AROUND_THE_KERNEL = './around-the-kernel/';
export const LAB = './lab/';
export const PAGE_WITHOUT_FIGURE = './glossary/';

const folder = join(root, 'content', 'chapters');

/** The figure of each chapter, by the chapter’s address, as its head says. */
const figures = new Map(
	readdirSync(folder)
		.sort()
		.map((name): [string, FigureId] => {
			const head = readFileSync(join(folder, name, 'index.svx'), 'utf8');
			return [
				name.startsWith('00-') ? FIRST_SCREEN : `./${name.slice(3)}/`,
				/^figure: (.+)$/m.exec(head)?.[1] as FigureId
			];
		})
);

/** The chapters, each with its figure. */
export const chapters = [...figures.keys()];

/** The figure of a chapter. */
export const figureOf = (address: string): FigureSpec => FIGURES[figures.get(address) ?? 'first-screen'];
