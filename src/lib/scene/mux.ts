import { seek } from '../sim/history';
import type { TraceRecord } from '../sim/traceRecord';
import { stateOf } from '../sim/world';
import { stepsAt, type Timeline } from './timeline';

/** The ways inside the tunnel process that a packet can take through the mux. */
export type MuxWay = 'fromStack' | 'fromUtun' | 'toStack' | 'toUtun';

/** What the opened tunnel process shows at one instant. */
export interface MuxScene {
	readonly running: boolean;
	readonly usesStack: boolean;
	readonly multihop: boolean;
	/** How many packets went each way so far. */
	readonly counts: Readonly<Record<MuxWay, number>>;
	/** The ways that were taken in the last step that had one, and that step; null before the first. */
	readonly last: { readonly ways: readonly MuxWay[]; readonly step: number } | null;
}

const BEFORE = { counts: { fromStack: 0, fromUtun: 0, toStack: 0, toUtun: 0 }, last: null } as const;

/** Which way a record tells of: what the stack built, what was read from utun, and for whom an envelope was opened. */
function wayOfRecord({ reason, event }: Pick<TraceRecord, 'reason' | 'event'>): MuxWay | null {
	if (reason === 'stack.muxes') return 'fromStack';
	if (reason === 'wireguard.forStack') return 'toStack';
	if (reason === 'wireguard.forUtun') return 'toUtun';
	return event === 'packet.read' && reason?.startsWith('wireguard.') ? 'fromUtun' : null;
}

type Running = Pick<MuxScene, 'counts' | 'last'>;
const known = new WeakMap<Timeline, readonly Running[]>();

/** What had passed the mux after each number of steps: read once for each timeline. */
function passedIn(timeline: Timeline): readonly Running[] {
	const remembered = known.get(timeline);
	if (remembered) return remembered;
	const made: Running[] = [BEFORE];
	for (const { records } of timeline.history.entries) made.push(records.reduce(passed, made.at(-1) ?? BEFORE));
	known.set(timeline, made);
	return made;
}

function passed(before: Running, record: TraceRecord): Running {
	const way = wayOfRecord(record);
	if (!way) return before;
	const { step } = record;
	const earlier = before.last?.step === step ? before.last.ways : [];
	return { counts: { ...before.counts, [way]: before.counts[way] + 1 }, last: { ways: [...earlier, way], step } };
}

/** The opened tunnel process of a timeline at a play time. */
export function muxAt(timeline: Timeline, nowMs: number): MuxScene {
	const steps = stepsAt(timeline, nowMs);
	const world = seek(timeline.history, steps);
	return {
		running: stateOf(world, 'tunnelProcess') !== 'absent',
		usesStack: world.knobs.transport === 'userspaceStack',
		multihop: world.knobs.multihop,
		...(passedIn(timeline)[steps] ?? BEFORE)
	};
}
