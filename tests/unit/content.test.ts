import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLAIMS } from '../../src/lib/machines/claims';
import { layOut } from '../../src/lib/scene/timeline';
import { play, SCENARIOS } from '../../src/lib/scenarios';
import { FIGURES, type FigureId } from '../../src/lib/scenarios/figures';

const ROOT = join(import.meta.dirname, '../../content/chapters');
const chapters = readdirSync(ROOT).map((folder) => ({ folder, text: readFileSync(join(ROOT, folder, 'index.svx'), 'utf8') }));

const attributes = (text: string, tag: string, name: string) => [...text.matchAll(new RegExp(`<${tag}\\s+${name}="([^"]+)"`, 'g'))].map(([, value]) => value);

describe.each(chapters)('the chapter $folder', ({ text }) => {
	const figure = /^figure: (.+)$/m.exec(text)?.[1] as FigureId;

	it('names only claims that exist', () => {
		for (const id of attributes(text, 'Claim', 'id')) expect(Object.keys(CLAIMS)).toContain(id);
	});

	it('leads only to moments that its figure has', () => {
		const titles = FIGURES[figure].runs.flatMap((run) => layOut(play(SCENARIOS[run])).moments.map(({ title }) => title));
		for (const moment of attributes(text, 'Show', 'moment')) expect(titles).toContain(moment);
	});

	it('has a still for every moment it leads to, for readers without scripts', () => {
		const stills = FIGURES[figure].frames.map(({ moment, ...still }) => ('title' in still ? still.title : moment));
		for (const moment of attributes(text, 'Show', 'moment')) expect(stills).toContain(moment);
	});

	it('begins no paragraph with a component, which Markdown would not wrap in a paragraph', () => {
		expect(text.split('\n').filter((line) => /^<(Show|Claim)/.test(line))).toEqual([]);
	});
});
