import type { ActId } from '../../sim/acts';
import { advance, settle, type History } from '../../sim/history';
import type { Choice } from '../../sim/step';
import type { Anchor } from '../anchors';
import type { ScheduleOverride } from '../scheduleOverrides';
import { deliveryOf, StepCounter } from './stepCounter';

/** An act of a link, by the steps of the version that it was made with. */
export interface LinkedAct {
	/** Null for one that is unknown here. */
	readonly act: ActId | null;
	readonly step: number;
	readonly atMs?: number;
	readonly anchor: Anchor | null;
}

/** What a link of another version says of a run. */
export interface LinkedRun {
	readonly acts: readonly LinkedAct[];
	readonly picks: readonly ScheduleOverride[];
	readonly at: number;
	readonly anchor: Anchor | null;
}

/** A run as today’s model takes it, and whether it stands where the link’s anchor says; null where the link has none. */
export interface ReplayedRun {
	readonly run: History;
	readonly position: number;
	readonly isAnchored: boolean | null;
}

/** However many steps were added, a link does not go on for longer. */
const STEPS_MOST = 40_000;
/** How far ahead of where it should be an anchor’s record is looked for, in steps. */
const SEARCH_STEPS = 200;

/**
 * Plays a link of another version with today’s model: its steps are counted as that version counted them, and where its
 * anchors say otherwise they are right, for as long as they are found.
 */
export function replayLink(version: number, first: History, { acts, picks, at, anchor }: LinkedRun): ReplayedRun {
	const counter = new StepCounter(version, first);
	for (const each of acts) perform(counter, each, picks);
	reach(counter, (picks.at(-1)?.step ?? -1) + 1, picks);
	const count = countFor(counter, at, anchor, picks);
	reach(counter, count, picks);
	const position = counter.today(count);
	const run = advance(settle(counter.history), (_, steps) => steps >= position);
	return { run, position, isAnchored: anchor && counter.toldAt(anchor) === count - anchor.stepsSince };
}

/** On to where the other version had taken so many steps: by the player’s schedule, and as picked where something is. */
function reach(counter: StepCounter, steps: number, picks: readonly ScheduleOverride[]): void {
	while (counter.count < steps && counter.length < STEPS_MOST) {
		const choice = pickedAt(counter, picks) ?? counter.next();
		if (!choice) return;
		const kind = counter.take(choice);
		// Where time does not matter, the rest of a step comes at once, and so does what the other version knows nothing of.
		if (picks.length === 0) continue;
		if (kind === 'begins') counter.finish();
		counter.catchUp();
	}
}

/** What the link picked here, by its place among what the other version knows; null where nothing was or it is not there. */
function pickedAt(counter: StepCounter, picks: readonly ScheduleOverride[]): Choice | null {
	const pick = picks.find(({ step }) => step === counter.count);
	if (!pick) return null;
	const message = counter.world.pending.filter((each) => counter.kindOf(deliveryOf(each)) !== 'added')[pick.place];
	if (!message || (message.asks === undefined) !== (pick.answer === undefined)) return null;
	return deliveryOf(message, pick.answer);
}

/** Performs an act. What the other version knows nothing of comes first, as far as it is due by then. */
function perform(
	counter: StepCounter,
	{ act, step, atMs, anchor }: LinkedAct,
	picks: readonly ScheduleOverride[]
): void {
	reach(counter, countFor(counter, step, anchor, picks), picks);
	for (let choice = counter.next(); choice; choice = counter.next()) {
		const dueMs = counter.world.pending[0]?.dueMs ?? 0;
		if (dueMs > (atMs ?? Infinity) || counter.kindOf(choice) === 'own') break;
		counter.take(choice);
	}
	if (act === null) counter.skip();
	else counter.take({ type: 'act', act, ...(atMs === undefined ? {} : { atMs }) });
}

/** After how many steps something is meant: as many as the link says, unless its anchor is found elsewhere. */
function countFor(
	counter: StepCounter,
	steps: number,
	anchor: Anchor | null,
	picks: readonly ScheduleOverride[]
): number {
	if (!anchor) return steps;
	const ahead = counter.copy();
	const farthest = steps + SEARCH_STEPS;
	let reached = -1;
	while (ahead.toldAt(anchor) === null && ahead.count < farthest && ahead.count > reached) {
		reached = ahead.count;
		reach(ahead, reached + 1, picks);
	}
	const toldAt = ahead.toldAt(anchor);
	return toldAt === null ? steps : toldAt + anchor.stepsSince;
}
