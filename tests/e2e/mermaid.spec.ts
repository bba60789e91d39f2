/** Every scenario’s Mermaid text is drawn by Mermaid itself, in a browser, with all its messages and notes. */
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { Mermaid } from 'mermaid';
import { play, SCENARIO_IDS, SCENARIOS } from '../../src/lib/scenarios/scenarios.ts';
import { mermaidOf } from '../../src/lib/scene/mermaid.ts';

declare const mermaid: Mermaid;

const library = fileURLToPath(new URL('../../node_modules/mermaid/dist/mermaid.min.js', import.meta.url));
const linesLike = (text: string, pattern: RegExp) => text.split('\n').filter((line) => pattern.test(line));

test('every scenario is drawn, with as many messages and notes as its text has, and in its words', async ({ page }) => {
	await page.goto('about:blank');
	await page.addScriptTag({ path: library });
	await page.evaluate(() => mermaid.initialize({ startOnLoad: false }));
	for (const id of SCENARIO_IDS) {
		const text = mermaidOf(play(SCENARIOS[id]));
		const arrows = linesLike(text, /(->>|-x)\w+: /);
		const drawn = await page.evaluate(async (source) => {
			const { svg } = await mermaid.render('drawn', source);
			document.body.innerHTML = svg;
			const words = (selector: string) =>
				[...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
			return {
				messages: words('.messageText'),
				notes: words('.noteText').length,
				crosses: document.querySelectorAll('[marker-end*=crosshead]').length
			};
		}, text);
		expect({ id, ...drawn }).toEqual({
			id,
			messages: arrows.map((line) =>
				line.replace(/^.*?: /, '').replace(/#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
			),
			notes: linesLike(text, /Note over /).length,
			crosses: linesLike(text, /-x\w+: /).length
		});
	}
});

test('with a head, the drawing bears the run’s name, and the text its link', async ({ page }) => {
	await page.goto('about:blank');
	await page.addScriptTag({ path: library });
	await page.evaluate(() => mermaid.initialize({ startOnLoad: false }));
	const run = play(SCENARIOS['update-flag-on']);
	const text = mermaidOf(run, run.entries.length, {
		title: '2: a “path”; #1',
		link: 'https://example.org/lab/?v=2&acts=connect@4'
	});
	expect(text).toContain('%% https://example.org/lab/?v=2&acts=connect@4\n');
	const drawn = await page.evaluate(async (source) => {
		const { svg } = await mermaid.render('drawn', source);
		document.body.innerHTML = svg;
		return {
			texts: [...document.querySelectorAll('text')].map(({ textContent }) => textContent),
			messages: document.querySelectorAll('.messageText').length
		};
	}, text);
	expect(drawn.texts).toContain('2: a “path”; #1');
	expect(drawn.messages).toBe(linesLike(text, /(->>|-x)\w+: /).length);
});
