import { bisectRight } from 'd3-array';
import type { MomentMark } from '../scenarios/figureSpecs';
import type { Entry, History } from '../sim/history';
import type { TraceRecord } from '../sim/traceRecord';
import type { Pending } from '../sim/world';
import { logarithmic } from './logarithmic';

/** A message on its way: from the step that posted it to the step that delivered it. */
export interface Flight {
	readonly message: Pending;
	/** Indices into the history’s entries; `arrives` is null when it was never delivered. */
	readonly departs: number;
	readonly arrives: number | null;
}

/** A moment that matters, for the timeline under the figure. */
export interface Moment {
	readonly entry: number;
	readonly title: string;
	readonly record: TraceRecord;
}

/**
 * A history laid out for watching. Model time is uneven: a hop takes a millisecond, a timeout
 * fifteen seconds. Play time stretches the one and shortens the other, and never changes the order.
 */
export interface Timeline {
	readonly history: History;
	/** Play time of each entry, in ms. */
	readonly playMs: readonly number[];
	readonly durationMs: number;
	readonly flights: readonly Flight[];
	readonly moments: readonly Moment[];
}

/** The shortest and the longest that a gap between two events is shown, and what a tie gets, in ms of play time. */
const SHORTEST_MS = 420;
const LONGEST_MS = 1_500;
const TIE_MS = 90;
/** How much longer a moment stays that has to be read: a packet’s fate, or a moment with a title. In ms of play time. */
const READ_MS = 1_100;
/** Time to look at the beginning and at the end. */
const MARGIN_MS = 500;

/** How long a gap of model time is shown: it grows with the logarithm, so that all gaps can be told apart. */
export const shownMs = logarithmic({ none: TIE_MS, least: SHORTEST_MS, perDecade: 240, most: LONGEST_MS });

/**
 * Play times for several histories at once, so that figures in lockstep show the same model time at
 * the same moment. Gives, for each history, the play time of each entry.
 */
export function pace(histories: readonly History[]): number[][] {
	const slots = new Map<number, number>();
	/** The moments of model time at which something happens that has to be read. */
	const telling = new Set<number>();
	for (const { entries } of histories) {
		const counts = new Map<number, number>();
		for (const { world, records } of entries) {
			counts.set(world.nowMs, (counts.get(world.nowMs) ?? 0) + 1);
			if (records.some(isTelling)) telling.add(world.nowMs);
		}
		for (const [atMs, count] of counts) slots.set(atMs, Math.max(slots.get(atMs) ?? 0, count));
	}
	const begins = new Map<number, number>();
	let play = MARGIN_MS;
	let last: number | null = null;
	for (const atMs of [...slots.keys()].sort((a, b) => a - b)) {
		if (last !== null) play += shownMs(atMs - last) + (telling.has(last) ? READ_MS : 0);
		begins.set(atMs, play);
		play += ((slots.get(atMs) ?? 1) - 1) * TIE_MS;
		last = atMs;
	}
	return histories.map(({ entries }) => {
		let previous = -1;
		let nth = 0;
		return entries.map(({ world: { nowMs } }) => {
			nth = nowMs === previous ? nth + 1 : 0;
			previous = nowMs;
			return (begins.get(nowMs) ?? 0) + nth * TIE_MS;
		});
	});
}

/** Whether a record has to be read: what becomes of a packet, but for those that arrive, or a moment with a title. */
const isTelling = ({ packet, moment }: TraceRecord): boolean =>
	moment !== null || (packet !== null && packet.fate !== 'delivered' && packet.fate !== 'exempt');

/**
 * Lays a run out for watching.
 * @param history the run
 * @param playMs the play time of each entry in ms, where it shares its pace with another run
 * @param marks moments that matter in a figure beyond those that always do
 * @returns the run with play times, flights and moments
 */
export function layOut(
	history: History,
	playMs: readonly number[] = pace([history])[0] ?? [],
	marks: readonly MomentMark[] = []
): Timeline {
	return {
		history,
		playMs,
		durationMs: (playMs.at(-1) ?? 0) + MARGIN_MS,
		flights: flightsOf(history),
		moments: momentsOf(history, marks)
	};
}

function flightsOf({ first, entries }: History): Flight[] {
	const open = new Map<number, { message: Pending; departs: number }>();
	const flights: Flight[] = [];
	let nextId = first.nextId;
	entries.forEach(({ choice, world }, i) => {
		const landed = choice.type === 'act' ? undefined : open.get(choice.id);
		if (landed) flights.push({ ...landed, arrives: i });
		if (landed) open.delete(landed.message.id);
		for (const message of world.pending) {
			if (message.id >= nextId && message.timer === undefined) open.set(message.id, { message, departs: i });
		}
		nextId = world.nextId;
	});
	return [...flights, ...[...open.values()].map((flight) => ({ ...flight, arrives: null }))].sort(
		(a, b) => a.departs - b.departs
	);
}

function momentsOf({ entries }: History, marks: readonly MomentMark[]): Moment[] {
	return entries.flatMap(({ records }, entry) =>
		records.flatMap((record) => {
			const marked = marks.filter((mark) => isMarked(record, mark)).map(({ title }) => title);
			return [...(record.moment ? [record.moment] : []), ...marked].map((title) => ({ entry, title, record }));
		})
	);
}

const isMarked = ({ reason, carries }: TraceRecord, mark: MomentMark): boolean =>
	reason === mark.reason && (mark.purpose === undefined || (carries?.inner ?? carries)?.purpose === mark.purpose);

/**
 * How many entries have happened by a play time: the position to seek to.
 * @param timeline the run, laid out for watching
 * @param atMs the play time, in ms
 * @returns a number of steps
 */
export const stepsAt = ({ playMs }: Timeline, atMs: number): number => bisectRight(playMs as number[], atMs);

/**
 * The play time at which so many entries have just happened.
 * @param timeline the run, laid out for watching
 * @param steps how many entries
 * @returns a play time, in ms
 */
export const playMsOf = ({ playMs }: Timeline, steps: number): number =>
	steps <= 0 ? 0 : (playMs[Math.min(steps, playMs.length) - 1] ?? 0);

/**
 * Where two runs first part. The words of the flag itself differ from the start by intent, so only what happens
 * counts: component, states, rule and fate.
 * @param one a run
 * @param other another
 * @returns the index of the first entry whose records differ, from 0, or null
 */
export function firstDifference(one: History, other: History): number | null {
	const shape = (history: History, i: number) => JSON.stringify((history.entries[i]?.records ?? []).map(whatHappened));
	const length = Math.max(one.entries.length, other.entries.length);
	for (let i = 0; i < length; i++) if (shape(one, i) !== shape(other, i)) return i;
	return null;
}

/** A record without its words. */
export const whatHappened = ({ component, event, from, to, rule, packet }: TraceRecord) => [
	component,
	event,
	from,
	to,
	rule,
	packet?.fate
];

/** Whether all that there is to tell of a step is our own filling of a gap. */
export const isAssumed = ({ records }: Pick<Entry, 'records'>): boolean =>
	records.length > 0 && records.every(({ evidence }) => evidence === 'assumed');

/**
 * Every play time at which something happens: the stops of the step buttons.
 * @param timelines the runs that are watched together
 * @param knownOnly leaves out what is assumed
 * @returns play times in ms, in order
 */
export const stopsOf = (timelines: readonly Timeline[], knownOnly = false): number[] =>
	ordered(
		timelines.flatMap(({ playMs, history }) =>
			playMs.filter((_, i) => !knownOnly || !isAssumed(history.entries[i] ?? { records: [] }))
		)
	);

/** The play times of the moments that matter in any of these. */
export const momentStopsOf = (timelines: readonly Timeline[]): number[] =>
	ordered(timelines.flatMap(({ moments, playMs }) => moments.map(({ entry }) => playMs[entry] ?? 0)));

const ordered = (times: readonly number[]): number[] => [...new Set(times)].sort((a, b) => a - b);
