/** What the checker says, in the words of the plain explorer. */
import type { Bounds } from '../../../src/lib/check/bounds.ts';
import { check, PROPERTY_IDS } from '../../../src/lib/check/check.ts';
import { Tables } from '../../../src/lib/check/tables.ts';
import type { Knobs } from '../../../src/lib/machines/knobs.ts';
import type { PlainVerdicts } from './referenceExplorer.ts';

const tables = new Tables();

export function fastCheck(knobs: Knobs, bounds: Bounds): PlainVerdicts {
	const { worlds, transitions, verdicts } = check(knobs, { bounds, tables });
	const broken = PROPERTY_IDS.flatMap((id) => {
		const steps = verdicts[id].counterexamples[0]?.steps;
		return steps === undefined ? [] : [[id, steps]];
	});
	return { worlds, transitions, broken: Object.fromEntries(broken) as PlainVerdicts['broken'] };
}
