/** The pages of the build, and the chapters among them. */
import { readdirSync } from 'node:fs';
import { buildDir } from '../../../scripts/lib/build.mjs';

/** Every page of the build, as an address below the base. */
export const pages = readdirSync(buildDir, { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.html'))
	.map((name) => `./${name.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
	.sort();

export const FIRST_SCREEN = './';
export const FLIP_THE_FLAG = './flip-the-flag/';
export const THE_UPDATE = './the-update/';
export const THE_WAY_OUT = './the-way-out/';

/** The pages with a figure. */
export const chapters = [FIRST_SCREEN, FLIP_THE_FLAG, THE_UPDATE, THE_WAY_OUT];
