import { bisector, rollup } from 'd3-array';
import { COMPONENTS, NAMES, type ComponentId } from '../machines/components';
import { EVIDENCE, FATES, type Evidence, type Fate } from '../machines/evidence';
import type { Protocol } from '../machines/packets';
import type { History } from '../sim/history';
import type { TraceRecord } from '../sim/traceRecord';
import { PROTOCOLS } from './protocolLayers';

/** Which records are wanted. Each list names what may pass; an empty one lets everything pass. */
export interface RecordFilter {
	readonly components: readonly ComponentId[];
	readonly protocols: readonly Protocol[];
	readonly fates: readonly Fate[];
	readonly evidence: readonly Evidence[];
}

/** Lets everything pass. */
export const NO_FILTER: RecordFilter = { components: [], protocols: [], fates: [], evidence: [] };

/** A record in a list. */
export interface RecordRow {
	/** Its own for as long as the run is, whatever is filtered. */
	readonly key: string;
	/** The position after it: so many steps have been taken. */
	readonly steps: number;
	readonly record: TraceRecord;
}

const lists = new WeakMap<History, readonly RecordRow[]>();

/**
 * All records of a run as rows, in order: read once per history, then looked up.
 * @internal for its tests
 */
export function rowsOf(history: History): readonly RecordRow[] {
	const known = lists.get(history);
	if (known) return known;
	const made: RecordRow[] = [];
	history.entries.forEach(({ records }, entry) => {
		for (const [i, record] of records.entries()) made.push({ key: `${entry}-${i}`, steps: entry + 1, record });
	});
	lists.set(history, made);
	return made;
}

/** The protocol of the packet that a record speaks of, or null when it speaks of none. */
export const protocolOf = ({ packet, carries }: TraceRecord): Protocol | null => (packet ?? carries)?.protocol ?? null;

const fateOf = ({ packet }: TraceRecord): Fate | null => packet?.fate ?? null;

type Passes = (record: TraceRecord) => boolean;

/** Whether what is read off a record is among those that are wanted; null when there is nothing to ask. */
const among = <T>(wanted: readonly T[], read: (record: TraceRecord) => T | null): Passes | null => {
	const set = new Set<T | null>(wanted);
	return set.size === 0 ? null : (record) => set.has(read(record));
};

/** What somebody was refused is no claim about phones, so it stays when what is assumed goes. */
const isKnown: Passes = ({ evidence, refused }) => refused || evidence !== 'assumed';

/**
 * The records that pass a filter.
 * @param history the run
 * @param filter what is wanted; `NO_FILTER` lets everything pass
 * @param knownOnly leaves out what is assumed
 * @returns rows, in order
 */
export function filterRecords(history: History, filter: RecordFilter, knownOnly = false): readonly RecordRow[] {
	const questions = [
		knownOnly ? isKnown : null,
		among(filter.components, ({ component }) => component),
		among(filter.protocols, protocolOf),
		among(filter.fates, fateOf),
		among(filter.evidence, ({ evidence }) => evidence)
	].filter((question) => question !== null);
	const rows = rowsOf(history);
	return questions.length === 0 ? rows : rows.filter(({ record }) => questions.every((passes) => passes(record)));
}

const bySteps = bisector<RecordRow, number>(({ steps }) => steps);

/** The last row that has happened at a position, or -1 before the first. */
export const lastRowAt = (rows: readonly RecordRow[], position: number): number => bySteps.right(rows, position) - 1;

/** The first row of an entry or after it; as many as there are rows when there is none. */
export const firstRowFrom = (rows: readonly RecordRow[], entry: number): number => bySteps.left(rows, entry + 1);

/** Something to filter by, and how many records of the run have it. */
export interface FilterOption<T extends string = string> {
	readonly value: T;
	readonly name: string;
	readonly count: number;
}

/** What may be chosen in each part of a filter. */
export interface FilterOptions {
	readonly components: readonly FilterOption<ComponentId>[];
	readonly protocols: readonly FilterOption<Protocol>[];
	readonly fates: readonly FilterOption<Fate>[];
	readonly evidence: readonly FilterOption<Evidence>[];
}

type Counts = { readonly [Key in keyof RecordFilter]: ReadonlyMap<string | null, number> };

const counted = new WeakMap<History, Counts>();

/** How many records of a run have what: counted once per history. */
function countsOf(history: History): Counts {
	const known = counted.get(history);
	if (known) return known;
	const rows = rowsOf(history);
	const count = (read: (record: TraceRecord) => string | null) =>
		rollup(
			rows,
			(having) => having.length,
			({ record }) => read(record)
		);
	const made = {
		components: count(({ component }) => component),
		protocols: count(protocolOf),
		fates: count(fateOf),
		evidence: count(({ evidence }) => evidence)
	};
	counted.set(history, made);
	return made;
}

/** What occurs or is wanted already, each with its name and its number of records. */
const offered = <T extends string>(
	all: readonly T[],
	counts: ReadonlyMap<string | null, number>,
	wanted: readonly T[],
	nameOf: (value: T) => string
): FilterOption<T>[] =>
	all
		.filter((value) => counts.has(value) || wanted.includes(value))
		.map((value) => ({ value, name: nameOf(value), count: counts.get(value) ?? 0 }));

const keysOf = <T extends string>(table: Record<T, unknown>) => Object.keys(table) as T[];

/**
 * What a run can be filtered by.
 * @param history the run
 * @param wanted the filter so far: what it asks for is offered even where it does not occur, so that it can be taken
 * back
 * @returns for each part of a filter, what may be chosen
 */
export function filterOptions(history: History, wanted: RecordFilter = NO_FILTER): FilterOptions {
	const counts = countsOf(history);
	return {
		components: offered(COMPONENTS, counts.components, wanted.components, (id) => NAMES[id]),
		protocols: offered(keysOf(PROTOCOLS), counts.protocols, wanted.protocols, (protocol) => PROTOCOLS[protocol]),
		fates: offered(keysOf(FATES), counts.fates, wanted.fates, (fate) => fate),
		evidence: offered(keysOf(EVIDENCE), counts.evidence, wanted.evidence, (level) => EVIDENCE[level].name)
	};
}
