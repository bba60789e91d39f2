import { bisectRight } from 'd3-array';
import type { RecordRow } from '../scene/recordFilter';
import { packetLabel, ruleLabel } from '../scene/recordLabels';

/** Where there is room: everything beside each other; a line of facts above the words; or another one below them. */
export type RowShape = 'wide' | 'middle' | 'narrow';

/** From these widths of the list on, in px. */
const WIDE = 1_200;
const MIDDLE = 620;
export const shapeOf = (width: number): RowShape => (width >= WIDE ? 'wide' : width >= MIDDLE ? 'middle' : 'narrow');

/** In px, as the styles of a row have it: a line of words, a line of facts, what is around both. */
const LINE = 22;
const FACTS = 24;
const AROUND = 8;
/** As high as a row is at least. */
export const LOWEST = LINE + AROUND;
/** What the words of a wide row leave to its other columns. */
const BESIDE = 788;
const PADDING = 16;
/** Browsers round. */
const SLACK = 3;

/** Stands before the words of the row at which two runs part. */
export const PARTING = 'they part here';

/** Says how many lines a text takes in a width, broken between words as a browser breaks it. Each text is measured once. */
export function lineCounter(font: string): (text: string, width: number) => number {
	const canvas = document.createElement('canvas').getContext('2d');
	if (canvas) canvas.font = font;
	const widths = new Map<string, number>();
	const widthOf = (word: string): number => {
		const known = widths.get(word) ?? canvas?.measureText(word).width ?? 0;
		widths.set(word, known);
		return known;
	};
	let known = new Map<string, number>();
	let at = 0;
	return (text, width) => {
		if (width !== at) known = new Map();
		at = width;
		const lines = known.get(text) ?? broken(text.split(' ').map(widthOf), widthOf(' '), width);
		known.set(text, lines);
		return lines;
	};
}

function broken(words: readonly number[], space: number, width: number): number {
	let [lines, used] = [1, 0];
	for (const word of words) {
		if (used > 0 && used + space + word > width) [lines, used] = [lines + 1, word];
		else used += (used > 0 ? space : 0) + word;
	}
	return lines;
}

/** Where each row begins, in px from the first one; one more number says where the last one ends. */
export function placesOf(
	rows: readonly RecordRow[],
	width: number,
	parting: number,
	count: (text: string, width: number) => number
): Float64Array {
	const shape = shapeOf(width);
	const room = width - PADDING - SLACK - (shape === 'wide' ? BESIDE - PADDING : 0);
	const places = new Float64Array(rows.length + 1);
	rows.forEach(({ record }, at) => {
		const lines = count(at === parting ? `${PARTING.toUpperCase()} ${record.text}` : record.text, room);
		const facts = shape === 'wide' ? 0 : shape === 'narrow' && (packetLabel(record) || ruleLabel(record)) ? 2 : 1;
		places[at + 1] = (places[at] ?? 0) + lines * LINE + facts * FACTS + AROUND;
	});
	return places;
}

/** The row that is so many px below the first one’s beginning. */
export const rowAtPx = (places: Float64Array, px: number): number =>
	Math.max(0, Math.min(bisectRight(places, px) - 1, places.length - 2));
