import { REASONS, type ReasonId } from '../../machines/reasons';
import { formatPermalink } from '../../scenarios/permalink';
import { recordsIn } from '../../sim/history';
import type { NamedRun } from './runs';

/** A moment at which a reason is told. */
export interface FirstMoment {
	/** What the run is called. */
	readonly run: string;
	readonly atMs: number;
	/** The query of a link to the moment, for the lab. */
	readonly link: string;
}

/** Of each reason the first moment in these runs, with its words there. Plays no more of them than it takes. */
export function firstMoments(
	runs: Iterable<NamedRun>
): ReadonlyMap<ReasonId, { readonly seen: FirstMoment; readonly told: string }> {
	const found = new Map<ReasonId, { seen: FirstMoment; told: string }>();
	const toldAtAll = (Object.keys(REASONS) as ReasonId[]).filter((id) => !REASONS[id].quiet);
	for (const { name, play } of runs) {
		const run = play();
		for (const { reason, step, atMs, text } of recordsIn(run)) {
			if (reason === null || found.has(reason)) continue;
			const link = formatPermalink({ runs: [run], positions: [step + 1] });
			found.set(reason, { seen: { run: name, atMs, link }, told: text });
		}
		if (found.size === toldAtAll.length) break;
	}
	return found;
}
