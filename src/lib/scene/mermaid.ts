import { NAMES, type ComponentId } from '../machines/components';
import type { History } from '../sim/history';
import { fateWords, ladderOf, saidOf, type Row } from './ladder';

/** What a diagram is called, and the link under which its run can be played. */
export interface DiagramHead {
	readonly title: string;
	readonly link: string;
}

/**
 * A run as a sequence diagram in Mermaid’s language, to be pasted where that is drawn: the rows of the ladder, in the
 * same order and the same words. Times are comments, and so is the link to the run.
 * @param history the run
 * @param steps how many of its steps are drawn; all of them when not given
 * @param head what stands above it
 * @returns the diagram as text
 */
export function mermaidOf(history: History, steps: number = history.entries.length, head?: DiagramHead): string {
	const { lanes, rows } = ladderOf(history);
	const told = rows.filter(({ entry }) => entry < steps);
	const there = lanes.filter((lane) => told.some((row) => row.lane === lane || row.from === lane));
	const called = head ? [`title: ${escaped(head.title)}`, `%% ${head.link.replace(/\s/g, '')}`] : [];
	return (
		[
			'sequenceDiagram',
			...called,
			...there.map((lane) => `participant ${lane} as ${escaped(NAMES[lane])}`),
			...told.flatMap(linesOf)
		]
			.map((line, i) => (i === 0 ? line : `\t${line}`))
			.join('\n') + '\n'
	);
}

function linesOf(row: Row): string[] {
	const { tick, from, lane, words, states } = row;
	const [said, fate] = [saidOf(row), fateWords(row)];
	const time = tick === null ? [] : [`%% ${tick} s`];
	if (from === null) return [...time, note(lane, states ? `${said}: ${states}` : said)];
	return [
		...time,
		`${from}${fate === 'vanished' ? '-x' : '->>'}${lane}: ${escaped(said)}`,
		...(fate === 'held' ? [note(lane, `held: ${words}`)] : []),
		...(states ? [note(lane, states)] : [])
	];
}

const note = (lane: ComponentId, words: string): string => `Note over ${lane}: ${escaped(words)}`;

/**
 * Text as Mermaid takes it: what could end a line or a statement, or be taken for a comment, for HTML, for a formula or
 * for an order to wrap, stands there as the number of its character.
 * @internal for its tests
 */
export const escaped = (text: string): string =>
	text
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/[#;%"<>&$\\`{}]|(?<=^(?:no)?wrap):/g, (sign) => `#${sign.charCodeAt(0)};`);
