/** The addresses of the built site: one for each html file, as a visitor would write it. */
import { readdirSync } from 'node:fs';
import { buildDir } from './build.mjs';

/** @returns {string[]} such as "/", "/the-update/" and "/404.html", without a base path */
export const builtPages = () =>
	readdirSync(buildDir, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.html'))
		.map((name) => `/${name.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
		.sort();
