import { KNOB_VALUES } from '../machines/knobs';
import type { ActId } from '../sim/acts';
import type { History } from '../sim/history';
import { ARTICLE_OUTCOMES, OUTCOME_IDS } from '../sim/outcomes';
import { MODEL_VERSION } from '../sim/world';
import { scheduleOverridesOf, formatScheduleOverride } from './scheduleOverrides';

/** A moment that can be sent to somebody: knobs, acts, answers, and how many steps have been taken. */
export interface Permalink {
	readonly runs: readonly History[];
	readonly positions: readonly number[];
}

const KNOBS = Object.keys(KNOB_VALUES) as (keyof typeof KNOB_VALUES)[];

/**
 * Writes a moment as the query of a link. It holds knobs, acts and answers, and no world: the moment is played again.
 * @param moment the runs, and how many steps of each have been taken
 * @returns a query such as `v=3&knobs=includeAllNetworks:true,…&acts=connect@4&at=27`, without a question mark
 */
export function formatPermalink({ runs, positions }: Permalink): string {
	const query = new URLSearchParams({ v: String(MODEL_VERSION) });
	runs.forEach((run, i) => {
		const suffix = i === 0 ? '' : String(i + 1);
		query.set(`knobs${suffix}`, KNOBS.map((knob) => `${knob}:${String(run.knobs[knob])}`).join(','));
		const { repairs = [] } = run.knobs;
		if (repairs.length > 0) query.set(`repairs${suffix}`, repairs.join(','));
		query.set(
			`acts${suffix}`,
			actsOf(run)
				.map(({ act, step, atMs }) => `${act}@${step}${atMs === undefined ? '' : `.${atMs}`}`)
				.join(',')
		);
		query.set(`at${suffix}`, String(positions[i] ?? 0));
		const picks = scheduleOverridesOf(run);
		if (picks.length > 0) query.set(`picks${suffix}`, picks.map(formatScheduleOverride).join(','));
		const changed = OUTCOME_IDS.filter((id) => run.outcomes[id] !== ARTICLE_OUTCOMES[id]);
		if (changed.length > 0)
			query.set(`outcomes${suffix}`, changed.map((id) => `${id}:${String(run.outcomes[id])}`).join(','));
	});
	return query.toString();
}

/** An act as a link holds it. */
export interface PerformedAct {
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
