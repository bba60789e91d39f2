import { bisector } from 'd3-array';
import type { ComponentId } from '../machines/components';
import type { History } from '../sim/history';
import { ROW, rowsOf, TOP, type Row, type Rows } from './ladderRows';
import { LANES } from './lanes';
import { arrowsOf, barsOf, type Arrow, type Bar } from './ladderSpans';
import { isAssumed, layOut } from './timeline';

export { fateWords, ROW, saidOf, sentenceOf, type Row } from './ladderRows';
export type { Arrow, Bar } from './ladderSpans';

/** A run as a ladder diagram: time goes down, a line each for the components that have anything to do. In px from its top. */
export interface Ladder extends Rows {
	readonly lanes: readonly ComponentId[];
	/** In the order of their upper ends. */
	readonly arrows: readonly Arrow[];
	readonly bars: readonly Bar[];
	/** For every arrow, and every bar, how far down it and those before it reach: what makes looking for them quick. */
	readonly reach: { readonly arrows: readonly number[]; readonly bars: readonly number[] };
	readonly height: number;
}

/** What a ladder leaves out, and where it begins to differ. */
export interface LadderOptions {
	/** Leaves out what is only assumed. */
	readonly knownOnly?: boolean;
	/** The entry at which another run begins to differ: room is left for a line above it. */
	readonly partsAt?: number | null;
}

/** Room below the last row, for what is still under way there. */
const BOTTOM = 44;

/**
 * Draws up a run as a ladder: one pass over all of it. What is seen of it is looked up.
 * @param history the run
 * @param options whether only what is known is drawn, and where the run parts from another
 * @returns lanes, rows, arrows and bars, with their places
 */
export function ladderOf(history: History, { knownOnly = false, partsAt = null }: LadderOptions = {}): Ladder {
	const flights = layOut(history, []).flights.filter(
		({ departs }) => !knownOnly || !isAssumed(history.entries[departs] ?? { records: [] })
	);
	const { rows, ys, partsY } = rowsOf(history, flights, knownOnly, partsAt);
	const height = (ys.at(-1) ?? TOP) + BOTTOM;
	const arrows = arrowsOf(history, flights, ys, height, new Set(rows.map(({ entry }) => entry)));
	const busy = new Set(rows.map(({ lane }) => lane));
	for (const { from, to } of arrows) busy.add(from).add(to);
	const bars = barsOf(history, ys, height).filter(({ lane }) => busy.has(lane));
	return {
		lanes: LANES.filter((lane) => busy.has(lane)),
		rows,
		ys,
		partsY,
		arrows,
		bars,
		reach: { arrows: reachOf(arrows), bars: reachOf(bars) },
		height
	};
}

const reachOf = (spans: readonly { readonly y2: number }[]): number[] => {
	let furthest = -Infinity;
	return spans.map(({ y2 }) => (furthest = Math.max(furthest, y2)));
};

const rowsByY = bisector(({ y }: Row) => y);
const rowsByEntry = bisector(({ entry }: Row) => entry);
const spansByTop = bisector(({ y1 }: { readonly y1: number }) => y1);
const numbers = bisector((px: number) => px);

/** Those of some spans that cross a window: a long one is found however far above it begins. */
const crossing = <Span extends { readonly y1: number; readonly y2: number }>(
	spans: readonly Span[],
	reach: readonly number[],
	fromPx: number,
	toPx: number
): Span[] => spans.slice(numbers.left(reach, fromPx), spansByTop.right(spans, toPx)).filter(({ y2 }) => y2 >= fromPx);

/** What can be seen of a ladder through a window; what is looked at hardly grows with the run. */
export const inSight = (
	{ rows, arrows, bars, reach }: Ladder,
	fromPx: number,
	toPx: number
): Pick<Ladder, 'rows' | 'arrows' | 'bars'> => ({
	rows: rows.slice(rowsByY.left(rows, fromPx - ROW.below), rowsByY.right(rows, toPx + ROW.above)),
	arrows: crossing(arrows, reach.arrows, fromPx, toPx),
	bars: crossing(bars, reach.bars, fromPx, toPx)
});

/** Where the line of the present is after so many steps: below the row of the last one. */
export const yAt = ({ ys }: Pick<Ladder, 'ys'>, steps: number): number =>
	steps <= 0 ? TOP - ROW.above : (ys[Math.min(steps, ys.length) - 1] ?? TOP - ROW.height) + ROW.below;

/** The row of the last thing that has happened after so many steps, or -1 before the first. */
export const rowAt = ({ rows }: Pick<Ladder, 'rows'>, steps: number): number => rowsByEntry.left(rows, steps) - 1;
