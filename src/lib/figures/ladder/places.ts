import { scalePoint, type ScalePoint } from 'd3-scale';
import type { ComponentId } from '../../machines/components';
import type { Ladder, Row } from '../../scene/ladder';

/** Where the lanes are, in px from the left, and how wide that makes the ladder. */
export interface Places {
	readonly x: ScalePoint<ComponentId>;
	readonly gap: number;
	readonly width: number;
}

/** The column of times; the smallest distance between two lanes; what a box beyond the outermost lane needs. */
export const TICKS = 58;
const NARROWEST = 84;
const BEYOND = 130;

export type Side = 'left' | 'right';

/** On which side of its lane a row says what came: where it came from. Its box with the new state is on the other one. */
export function sideOf({ lane, from, kind }: Row, lanes: readonly ComponentId[]): Side {
	if (from === null) return kind === 'act' ? 'right' : 'left';
	return lanes.indexOf(from) < lanes.indexOf(lane) ? 'left' : 'right';
}

const opposite = (side: Side): Side => (side === 'left' ? 'right' : 'left');
export const boxSideOf = (row: Row, lanes: readonly ComponentId[]): Side => opposite(sideOf(row, lanes));

/** Whether any row of a lane has words on this side of it that do not lie along an arrow. */
const juts = ({ rows, lanes }: Ladder, lane: ComponentId | undefined, side: Side): boolean =>
	rows.some(
		(row) => row.lane === lane && (sideOf(row, lanes) === side || (row.states !== '' && boxSideOf(row, lanes) === side))
	);

/** Spreads the lanes over a width; where that is too narrow for them the ladder is wider, and is scrolled. */
export function placesOf(ladder: Ladder, width: number): Places {
	const { lanes } = ladder;
	const [left, right] = [juts(ladder, lanes[0], 'left'), juts(ladder, lanes.at(-1), 'right')].map((jut) =>
		jut ? BEYOND : NARROWEST / 2
	);
	const first = TICKS + (left ?? 0);
	const beyond = right ?? 0;
	const gaps = lanes.length - 1;
	const last = Math.max(width - beyond, first + gaps * NARROWEST);
	return {
		x: scalePoint(lanes, [first, last]),
		gap: gaps > 0 ? (last - first) / gaps : last - first,
		width: last + beyond
	};
}
