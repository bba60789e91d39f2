import { ACTS } from '../../sim/acts';
import type { Entry, History } from '../../sim/history';
import type { TraceRecord } from '../../sim/traceRecord';
import type { World } from '../../sim/world';
import { isSameWall, wallOf, type Arrival, type Wall } from './walls';

/** One thing that happened: what arrived, and what there is to tell of it. */
export interface Happening {
	readonly entry: number;
	readonly arrival: Arrival;
	readonly record: TraceRecord;
}

/** What led to a step and happened at the same wall, in causal order; the last is what just happened. */
export interface Episode {
	readonly wall: Wall;
	readonly happenings: readonly Happening[];
}

const pendingOf = ({ pending }: World, message: number) => pending.find(({ id }) => id === message) ?? null;

/** What arrives with an act: it comes from the person, or else nobody has done it. */
function actOf({ choice, records }: Entry): Arrival | null {
	if (choice.type !== 'act') return null;
	const to = records[0]?.component ?? 'person';
	const isPersons = to === 'person' || ACTS[choice.act].by === 'person';
	return { from: isPersons ? 'person' : 'environment', to, event: { type: 'act', act: choice.act } };
}

/** A step with what caused it: the step that posted what arrived, or null for acts and what is there at the beginning. */
interface Link {
	readonly cause: number | null;
	readonly happenings: readonly Happening[];
}

const byHistory = new WeakMap<History, readonly Link[]>();

/** What happened in each step of a run: read once, then looked up. */
function linksOf(history: History): readonly Link[] {
	const known = byHistory.get(history);
	if (known) return known;
	const made = history.entries.map((entry, i): Link => {
		const before = history.entries[i - 1]?.world ?? history.first;
		const message = entry.choice.type === 'act' ? null : pendingOf(before, entry.choice.id);
		const arrival = message ?? actOf(entry);
		const cause = message && message.cause >= 0 ? message.cause : null;
		return { cause, happenings: arrival ? entry.records.map((record) => ({ entry: i, arrival, record })) : [] };
	});
	byHistory.set(history, made);
	return made;
}

/** How far back a moment reaches: what led to it before that is another moment. */
const MOST_STEPS = 40;

/**
 * What just happened and what led to it at the same wall.
 * @param history the run
 * @param steps how many of its steps have happened
 * @param knownOnly leaves out what is assumed
 * @param asked the wall to look at; where it just happened, when none is
 * @returns null before anything has happened there
 */
export function episodeAt(history: History, steps: number, knownOnly = false, asked?: Wall): Episode | null {
	const links = linksOf(history);
	const told = (i: number) =>
		(links[i]?.happenings ?? []).filter(({ record }) => !knownOnly || record.evidence !== 'assumed');
	let focus = Math.min(steps, links.length) - 1;
	// What the person believes is told in words; the picture stays with what made them believe it.
	const isThere = ({ arrival, record }: Happening) =>
		asked ? isSameWall(wallOf(arrival, record), asked) : record.component !== 'person' || record.refused;
	while (focus >= 0 && !told(focus).some(isThere)) focus--;
	const last = told(focus).findLast(isThere);
	if (!last) return null;
	const wall = wallOf(last.arrival, last.record);
	const family = familyOf(links, focus);
	const happenings = [...family]
		.sort((a, b) => a - b)
		.flatMap((i) => told(i))
		.filter(({ arrival, record }) => isSameWall(wallOf(arrival, record), wall));
	return { wall, happenings };
}

/** The steps that led to one and those that they led to as well, up to it: the causes back to an act or a start, and their children. */
function familyOf(links: readonly Link[], focus: number): ReadonlySet<number> {
	const family = new Set<number>();
	for (let i: number | null = focus; i !== null && family.size < MOST_STEPS; i = links[i]?.cause ?? null) family.add(i);
	const first = Math.min(...family);
	for (let i = first; i <= focus; i++) {
		const cause = links[i]?.cause ?? null;
		if (cause !== null && family.has(cause)) family.add(i);
	}
	return family;
}
