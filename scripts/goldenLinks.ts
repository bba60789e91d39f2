/**
 * Prints the golden links of today’s version of the model, a line each: every scenario at its end and at each of its
 * moments, and pairs of runs. They are written once for each version, and never changed:
 *
 *     npx tsx scripts/goldenLinks.ts > tests/vectors/links-v4.jsonl
 */
import { FIGURES, type FigureSpec } from '../src/lib/scenarios/figureSpecs/index.ts';
import { play, SCENARIO_IDS, SCENARIOS } from '../src/lib/scenarios/scenarios.ts';
import { formatPermalink } from '../src/lib/scenarios/permalink.ts';
import type { History } from '../src/lib/sim/history.ts';
import type { TraceRecord } from '../src/lib/sim/traceRecord.ts';

const identity = ({ component, reason, moment }: TraceRecord) => ({ component, reason, moment });

/** What the last step before this one tells that tells anything. */
function standsAt({ entries }: History, steps: number) {
	const record = entries
		.slice(0, steps)
		.findLast(({ records }) => records.length > 0)
		?.records.at(-1);
	return record ? identity(record) : { component: 'person', reason: null, moment: null };
}

const line = (row: object) => console.log(JSON.stringify(row));
const linkTo = (runs: readonly History[], positions: readonly number[]) => formatPermalink({ runs, positions });

for (const id of SCENARIO_IDS) {
	const run = play(SCENARIOS[id]);
	const steps = run.entries.length;
	line({ at: `${id}, end`, link: linkTo([run], [steps]), steps, ...standsAt(run, steps) });
	const seen = new Set<string>();
	for (const record of run.entries.flatMap(({ records }) => records)) {
		if (record.moment === null || seen.has(record.moment)) continue;
		seen.add(record.moment);
		const at = record.step + 1;
		line({ at: `${id}, ${record.moment}`, link: linkTo([run], [at]), steps: at, ...identity(record) });
	}
}

for (const [id, { runs }] of Object.entries<FigureSpec>(FIGURES)) {
	const [one, other] = runs.map((scenario) => play(SCENARIOS[scenario]));
	if (!one || !other) continue;
	for (const part of [0.5, 1]) {
		const [steps, otherSteps] = [one, other].map(({ entries }) => Math.round(entries.length * part)) as [
			number,
			number
		];
		line({
			at: `${id}, two runs, ${part === 1 ? 'end' : 'halfway'}`,
			link: linkTo([one, other], [steps, otherSteps]),
			steps,
			...standsAt(one, steps),
			other: standsAt(other, otherSteps)
		});
	}
}
