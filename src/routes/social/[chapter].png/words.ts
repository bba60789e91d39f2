import type { Type } from './png';

/** A line of text, where its baseline begins. */
interface Line {
	readonly text: string;
	readonly y: number;
}

/** A paragraph in its place. */
export interface Paragraph {
	readonly id: SettingId;
	readonly type: Type;
	readonly lines: readonly Line[];
}

/** How a kind of paragraph is set: its type and the height of a line, in px. */
interface Setting extends Type {
	readonly leading: number;
}

/** The column left of the drawing that the words stand in, in px. */
export const COLUMN = { x: 48, y: 48, width: 292, height: 534 } as const;
/** The height of the site’s name at its head. */
const HEAD = 40;
/** Between the number of a chapter and its title. */
const GAP = 10;

const SETTINGS = {
	number: { family: 'sans', weight: 600, size: 28, leading: 34 },
	title: { family: 'serif', weight: 700, size: 56, leading: 59 },
	caption: { family: 'sans', weight: 500, size: 26, leading: 34 }
} as const satisfies Record<string, Setting>;
type SettingId = keyof typeof SETTINGS;

/**
 * Breaks text into as few lines as fit, all of them about as long. A word that is longer than a line has one to itself.
 * @param width of a line, in px
 */
export function linesOf(text: string, width: number, measure: (line: string) => number): string[] {
	let lines = filledLines(text, width, measure);
	for (let narrower = width - STEP; narrower > 0; narrower -= STEP) {
		const shorter = filledLines(text, narrower, measure);
		if (shorter.length > lines.length) break;
		lines = shorter;
	}
	return lines;
}

/** By so many px lines are tried shorter. */
const STEP = 8;

function filledLines(text: string, width: number, measure: (line: string) => number): string[] {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const longer = [...lines.slice(-1), word].join(' ');
		if (lines.length > 0 && measure(longer) <= width) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}

/** What a social picture says beside its drawing. */
export interface Words {
	/** Such as “Chapter 8”; the first screen has none. */
	readonly number: string | null;
	readonly title: string;
	readonly caption: string;
}

/** Sets the words in their column: the caption at its foot, the title half-way between it and the site’s name. */
export function setWords(words: Words, measure: (text: string, type: Type) => number): Paragraph[] {
	const broken = (id: SettingId, text: string | null) =>
		text === null ? [] : linesOf(text, COLUMN.width, (line) => measure(line, SETTINGS[id]));
	const number = broken('number', words.number);
	const title = broken('title', words.title);
	const caption = broken('caption', words.caption);

	const numberHeight = number.length > 0 ? SETTINGS.number.leading + GAP : 0;
	const middle = numberHeight + title.length * SETTINGS.title.leading;
	const foot = COLUMN.y + COLUMN.height - caption.length * SETTINGS.caption.leading;
	const top = (COLUMN.y + HEAD + foot - middle) / 2;
	return [placed('number', number, top), placed('title', title, top + numberHeight), placed('caption', caption, foot)];
}

/** The middle of a line lies about a third of the type’s size above its baseline. */
const BASELINE = 0.33;

const placed = (id: SettingId, lines: readonly string[], top: number): Paragraph => {
	const { leading, ...type } = SETTINGS[id];
	const first = top + leading / 2 + type.size * BASELINE;
	return { id, type, lines: lines.map((text, at) => ({ text, y: first + at * leading })) };
};
