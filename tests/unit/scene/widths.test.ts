/** How wide a line is set: the table against the fonts themselves. */
import * as fontkit from 'fontkit';
import { describe, expect, test } from 'vitest';
import { linesOf, widthOf, type Face } from '../../../src/lib/scene/type/widths.ts';

const FONTS: Record<Exclude<Face, 'mono'>, string> = {
	sans: 'source-sans-3/files/source-sans-3-latin-400-normal',
	italic: 'source-sans-3/files/source-sans-3-latin-400-italic',
	semibold: 'source-sans-3/files/source-sans-3-latin-600-normal',
	bold: 'source-sans-3/files/source-sans-3-latin-700-normal',
	serif: 'source-serif-4/files/source-serif-4-latin-600-normal'
};
const LINES = ['thrown away', 'The tunnel process’s own “probe”…', 'own, into the tunnel: drop', '10.64.0.1'];

describe.each(Object.entries(FONTS) as [Exclude<Face, 'mono'>, string][])('%s', (face, file) => {
	const font = fontkit.openSync(`node_modules/@fontsource/${file}.woff2`) as fontkit.Font;
	test.each(LINES)('“%s” is as wide as the font sets it, but for kerning', (line) => {
		const set = (font.layout(line).advanceWidth / font.unitsPerEm) * 100;
		const said = widthOf(line, 100, face);
		expect(said).toBeGreaterThan(set * 0.995);
		expect(said).toBeLessThan(set * 1.03);
	});
});

test('lines break between words, and no word is lost', () => {
	expect(linesOf('flag on, tunnel down: connections wait', 80, 14)).toEqual([
		'flag on,',
		'tunnel down:',
		'connections',
		'wait'
	]);
	expect(linesOf('one', 1, 14)).toEqual(['one']);
});
