import type { ComponentId } from '../machines/components';
import { EVIDENCE_LEVELS, type Evidence } from '../machines/evidence';
import type { RuleAction } from '../machines/rule';
import type { Entry, History } from '../sim/history';
import type { TraceRecord } from '../sim/traceRecord';
import type { Caption, Scene } from './drawables';

/** What is true after a step and depends on all the steps before it. */
export interface RunningSummary {
	readonly tally: Scene['tally'];
	readonly caption: Caption;
	/** The caption without what is assumed. */
	readonly known: Caption;
	/** How the last transition of each room is known. */
	readonly rooms: Readonly<Partial<Record<ComponentId, Evidence>>>;
}

const BEFORE: Caption = {
	text: 'The phone is about to join its Wi-Fi.',
	evidence: null,
	source: null,
	claims: [],
	rule: null,
	refused: false,
	step: null
};

export const NOTHING_YET: RunningSummary = {
	tally: { vanished: 0, leaked: 0, held: 0 },
	caption: BEFORE,
	known: BEFORE,
	rooms: {}
};

const digests = new WeakMap<History, readonly RunningSummary[]>();

/** The digest after each number of steps, from 0 on: read once per history, then looked up. */
export function runningSummaryOf(history: History): readonly RunningSummary[] {
	const known = digests.get(history);
	if (known) return known;
	const made = [NOTHING_YET];
	for (const entry of history.entries) made.push(next(made.at(-1) ?? NOTHING_YET, entry));
	digests.set(history, made);
	return made;
}

function next(before: RunningSummary, { records }: Entry): RunningSummary {
	if (records.length === 0) return before;
	const known = records.filter(({ evidence, refused }) => refused || evidence !== 'assumed');
	return {
		tally: counted(before.tally, records),
		caption: captionOf(records),
		known: known.length > 0 ? captionOf(known) : before.known,
		rooms: {
			...before.rooms,
			...Object.fromEntries(
				records.filter(({ reason }) => reason !== null).map(({ component, evidence }) => [component, evidence])
			)
		}
	};
}

function counted(tally: Scene['tally'], records: readonly TraceRecord[]): Scene['tally'] {
	const count = (fate: string) => records.filter(({ packet }) => packet?.fate === fate).length;
	return {
		vanished: tally.vanished + count('vanished'),
		leaked: tally.leaked + count('leaked'),
		held: tally.held + count('held')
	};
}

/** What a rule does with a packet, in the words of the board and of the table. */
export const RULE_ACTION_LABELS: Readonly<Record<RuleAction, string>> = {
	utun: 'to utun',
	physicalInterface: 'to the physical interface',
	localNetwork: 'to the local network',
	drop: 'dropped, with no error',
	hold: 'into the waiting bay',
	refuse: 'turned away'
};

function captionOf(records: readonly TraceRecord[]): Caption {
	const last = records.at(-1);
	return {
		text: records.map(({ text }) => text).join(' '),
		evidence: weakest(records),
		source: records.map(({ source }) => source).find(Boolean) ?? null,
		claims: [...new Set(records.flatMap(({ claims }) => claims))],
		rule: records.find(({ rule }) => rule)?.rule ?? null,
		refused: last?.refused ?? false,
		step: last?.step ?? null
	};
}

/** Several sentences are only as well known as the least well known of them. */
function weakest(records: readonly TraceRecord[]): Caption['evidence'] {
	return EVIDENCE_LEVELS.findLast((level) => records.some(({ evidence }) => evidence === level)) ?? null;
}
