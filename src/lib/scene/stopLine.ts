import { bisectRight } from 'd3-array';
import type { FigureSpec } from '../scenarios/figureSpecs';
import { isLocked } from '../sim/summary';
import type { Timeline } from './timeline';

/** A stop on a figure’s line: a moment that its storyboard shows. */
interface Stop {
	readonly title: string;
	/** When it comes, in ms of play time. */
	readonly playMs: number;
	/** On which of two runs it lies, once they have parted; null where there is one line. */
	readonly branch: number | null;
	/** Whether its name stands above the line. */
	readonly above: boolean;
	/** Where it stands on the line, and from where to where there is room for its name: shares of the whole. */
	readonly at: number;
	readonly room: readonly [from: number, to: number];
}

/** A run, or two side by side, as a line with named stops. */
export interface StopLine {
	readonly stops: readonly Stop[];
	/** Where the line forks because its two runs part, as a share of it; null where there is one line. */
	readonly fork: number | null;
	/** Which of the runs end in a lockout. */
	readonly locked: readonly boolean[];
	/** Where a play time stands on the line, as a share of it, and the play time that stands there, in ms. */
	readonly shareOf: (playMs: number) => number;
	readonly playMsAt: (share: number) => number;
}

type Stills = Pick<FigureSpec, 'runs' | 'also' | 'frames'>;
type Named = Omit<Stop, 'at' | 'room' | 'above'>;
/** As many names as have room side by side; of more every other one stands above the line. */
const MOST_IN_A_ROW = 6;

/**
 * From one row of growing numbers to another, in proportion between two of them. (scaleLinear of d3-scale gives the same
 * and weighs 9 kB, for the colours and formats that it knows.)
 */
const between =
	(from: readonly number[], to: readonly number[]) =>
	(value: number): number => {
		const i = Math.min(Math.max(1, bisectRight(from as number[], value)), from.length - 1);
		const [a = 0, b = 1, low = 0, high = 1] = [from[i - 1], from[i], to[i - 1], to[i]];
		const part = b > a ? (value - a) / (b - a) : 0;
		return low + Math.min(1, Math.max(0, part)) * (high - low);
	};

/**
 * Lays out the stops of a figure, of those that come at once the first. They stand at the same distance from each other,
 * so that each has room for its name; what lies between two of them is in proportion to play time.
 * @param spec the figure; its stops are the stills of its storyboard
 * @param timelines its runs, laid out for watching
 * @param partsAt the play time at which two runs part, in ms; null where they do not
 * @returns the stops in order, and the scale of the line
 */
export function stopLineOf(spec: Stills, timelines: readonly Timeline[], partsAt: number | null): StopLine {
	const durationMs = Math.max(1, ...timelines.map((timeline) => timeline.durationMs));
	const named = timelines
		.flatMap((timeline, run) => namedIn(timeline, run, spec, partsAt))
		.filter(
			(stop, i, all) => all.findIndex(({ playMs, branch }) => playMs === stop.playMs && branch === stop.branch) === i
		)
		.sort((a, b) => a.playMs - b.playMs);
	// The fork has a place of its own, just before what is different.
	const forkMs = partsAt === null ? null : Math.max(0, partsAt - 1);
	const times = [...new Set([...named.map(({ playMs }) => playMs), ...(forkMs === null ? [] : [forkMs])])].sort(
		(a, b) => a - b
	);
	const marks = [0, ...times, durationMs];
	const shares = [0, ...times.map((_, i) => (i + 0.5) / times.length), 1];
	const line = between(marks, shares);
	const crowded = partsAt === null && named.length > MOST_IN_A_ROW;
	const placed = named.map((stop, i) => ({
		...stop,
		at: line(stop.playMs),
		above: stop.branch === 0 || (crowded && i % 2 === 1)
	}));
	return {
		stops: placed.map((stop) => ({ ...stop, room: roomOf(stop, placed) })),
		fork: forkMs === null ? null : line(forkMs),
		locked: timelines.map(({ history }) => isLocked(history.entries.at(-1)?.world ?? history.first)),
		shareOf: line,
		playMsAt: between(shares, marks)
	};
}

/**
 * The moments of a run that the storyboard shows of its column, each where it first comes. They have the moment’s own
 * title: that of a still says of which run it is.
 */
function namedIn(timeline: Timeline, run: number, spec: Stills, partsAt: number | null): Named[] {
	const scenarios = [spec.runs, ...(spec.also ?? [])].map((set) => set[run]);
	const moments = spec.frames.filter(({ scenario }) => scenarios.includes(scenario)).map(({ moment }) => moment);
	return [...new Set(moments)].flatMap((title) => {
		const playMs = timeline.playMs[timeline.moments.find((each) => each.title === title)?.entry ?? -1];
		if (playMs === undefined) return [];
		return { title, playMs, branch: partsAt === null || playMs < partsAt ? null : run };
	});
}

/** Half the way to the names next to it on its side of the line; beyond the ends there is none. */
function roomOf(stop: Omit<Stop, 'room'>, all: readonly Omit<Stop, 'room'>[]): Stop['room'] {
	const distances = all
		.filter((other) => other !== stop && other.above === stop.above)
		.map(({ at }) => Math.abs(at - stop.at));
	const half = Math.min(1, ...distances) / 2;
	return [Math.max(0, stop.at - half), Math.min(1, stop.at + half)];
}
