import { scaleLinear } from 'd3-scale';
import type { FigureSpec } from '../scenarios/figureSpecs';
import { isLocked } from '../sim/summary';
import type { Timeline } from './timeline';

/** A stop on a figure’s line: a moment that its storyboard shows. */
export interface Stop {
	readonly title: string;
	/** When it comes, in ms of play time. */
	readonly playMs: number;
	/** On which of two runs it lies, once they have parted; null where there is one line. */
	readonly branch: number | null;
	/** Where it stands on the line, and how much of the line is free for its name: shares of the whole. */
	readonly at: number;
	readonly room: number;
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
type Named = Omit<Stop, 'at' | 'room'>;

/**
 * Lays out the stops of a figure. They stand at the same distance from each other, so that each has room for its name;
 * what lies between two of them is in proportion to play time.
 * @param spec the figure; its stops are the stills of its storyboard
 * @param timelines its runs, laid out for watching
 * @param partsAt the play time at which two runs part, in ms; null where they do not
 * @returns the stops in order, and the scale of the line
 */
export function stopLineOf(spec: Stills, timelines: readonly Timeline[], partsAt: number | null): StopLine {
	const durationMs = Math.max(1, ...timelines.map((timeline) => timeline.durationMs));
	const named = timelines
		.flatMap((timeline, run) => namedIn(timeline, run, spec, partsAt))
		.filter((stop, i, all) => all.findIndex((other) => isSame(stop, other)) === i)
		.sort((a, b) => a.playMs - b.playMs);
	// The fork has a place of its own, just before what is different.
	const forkMs = partsAt === null ? null : Math.max(0, partsAt - 1);
	const times = [...new Set([...named.map(({ playMs }) => playMs), ...(forkMs === null ? [] : [forkMs])])].sort(
		(a, b) => a - b
	);
	const line = scaleLinear([0, ...times, durationMs], [0, ...times.map((_, i) => (i + 0.5) / times.length), 1]).clamp(
		true
	);
	const placed = named.map((stop) => ({ ...stop, at: line(stop.playMs) }));
	return {
		stops: placed.map((stop) => ({ ...stop, room: roomOf(stop, placed) })),
		fork: forkMs === null ? null : line(forkMs),
		locked: timelines.map(({ history }) => isLocked(history.entries.at(-1)?.world ?? history.first)),
		shareOf: (playMs) => line(playMs),
		playMsAt: (share) => line.invert(share)
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

const isSame = (a: Named, b: Named): boolean => a.title === b.title && a.branch === b.branch;

/** What is free on both sides of a name, up to the names that stand on the same side of the line. */
function roomOf(stop: Omit<Stop, 'room'>, all: readonly Omit<Stop, 'room'>[]): number {
	const isAbove = ({ branch }: Named) => branch === 0;
	const distances = all
		.filter((other) => other !== stop && isAbove(other) === isAbove(stop))
		.map(({ at }) => Math.abs(at - stop.at));
	return Math.min(2 * stop.at, 2 * (1 - stop.at), ...distances);
}
