import { KNOB_IDS } from '../machines/knobs';
import type { ActId } from '../sim/acts';
import type { History } from '../sim/history';
import { ARTICLE_OUTCOMES, OUTCOME_IDS } from '../sim/outcomes';
import { MODEL_VERSION } from '../sim/world';
import { anchorAt, formatAnchor } from './anchors';
import { formatScheduleOverride, scheduleOverridesOf } from './scheduleOverrides';

/** A moment that can be sent to somebody: knobs, acts, answers, and how many steps have been taken. */
export interface Permalink {
	readonly runs: readonly History[];
	readonly positions: readonly number[];
}

/** The most characters that a link may have. */
export const LONGEST_LINK = 4_000;
/** Where a link would be longer than this with an anchor for each act, it has one for the moment alone: pages add parts of their own. */
const LONGEST_WITH_ALL_ANCHORS = LONGEST_LINK - 200;

/**
 * Writes a moment as the query of a link. It holds knobs, acts and answers, and no world: the moment is played again.
 * What stands behind `on` is an anchor for each act and for the moment, by which other versions of the model find them.
 * @param moment the runs, and how many steps of each have been taken
 * @returns a query such as `v=3&knobs=…&acts=connect@4&at=27&on=person.seesConnected.0`, without a question mark
 */
export function formatPermalink(moment: Permalink): string {
	const query = queryOf(moment, true);
	return query.length <= LONGEST_WITH_ALL_ANCHORS ? query : queryOf(moment, false);
}

function queryOf({ runs, positions }: Permalink, anchorsActs: boolean): string {
	const query = new URLSearchParams({ v: String(MODEL_VERSION) });
	runs.forEach((run, i) => {
		const suffix = i === 0 ? '' : String(i + 1);
		query.set(`knobs${suffix}`, KNOB_IDS.map((knob) => `${knob}:${String(run.knobs[knob])}`).join(','));
		const { repairs = [] } = run.knobs;
		if (repairs.length > 0) query.set(`repairs${suffix}`, repairs.join(','));
		const acts = actsOf(run);
		query.set(
			`acts${suffix}`,
			acts.map(({ act, step, atMs }) => `${act}@${step}${atMs === undefined ? '' : `.${atMs}`}`).join(',')
		);
		const at = positions[i] ?? 0;
		query.set(`at${suffix}`, String(at));
		const picks = scheduleOverridesOf(run);
		if (picks.length > 0) query.set(`picks${suffix}`, picks.map(formatScheduleOverride).join(','));
		// Acts that came out of the player’s order are told by their steps alone.
		const anchored = [...(anchorsActs && picks.length === 0 ? acts.map(({ step }) => step) : []), at];
		const anchors = anchored.map((steps) => formatAnchor(anchorAt(run, steps)));
		if (anchors.some((anchor) => anchor !== '')) query.set(`on${suffix}`, anchors.join(','));
		const changed = OUTCOME_IDS.filter((id) => run.outcomes[id] !== ARTICLE_OUTCOMES[id]);
		if (changed.length > 0)
			query.set(`outcomes${suffix}`, changed.map((id) => `${id}:${String(run.outcomes[id])}`).join(','));
	});
	return query.toString();
}

/** An act as a link holds it. */
interface PerformedAct {
	readonly act: ActId;
	/** Steps taken before it. */
	readonly step: number;
	readonly atMs?: number;
}

const actsOf = ({ entries }: History): PerformedAct[] =>
	entries.flatMap(({ choice }, step) =>
		choice.type === 'act'
			? [{ act: choice.act, step, ...(choice.atMs === undefined ? {} : { atMs: choice.atMs }) }]
			: []
	);
