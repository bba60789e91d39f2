/** “Show me” is a promise: where a claim is said to be seen, a record of that moment names it. */
import { describe, expect, test } from 'vitest';
import { CLAIMS, KNOWN_CLAIMS } from '../../src/lib/machines/claims.ts';
import { timelineIn } from '../../src/lib/scene/figureRuns.ts';
import { momentOf, toldAt } from '../../src/lib/scene/storyboard.ts';
import { FIGURES, scenariosOf } from '../../src/lib/scenarios/figureSpecs/index.ts';
import { CLAIM_MOMENTS } from '../../src/lib/scenarios/claimMoments.ts';

test('every claim that the model shows has its moment, and no other has one', () => {
	expect(KNOWN_CLAIMS.filter((id) => CLAIM_MOMENTS[id])).toEqual(
		KNOWN_CLAIMS.filter((id) => CLAIMS[id].shown === 'model')
	);
});

describe.each(KNOWN_CLAIMS.flatMap((id) => (CLAIM_MOMENTS[id] ? [{ id, ...CLAIM_MOMENTS[id] }] : [])))(
	'$id is shown at “$moment” of $scenario',
	({ id, figure, scenario, moment }) => {
		test('the figure can show that run', () => {
			expect(scenariosOf(FIGURES[figure])).toContain(scenario);
		});

		test('a record of that moment names it', () => {
			const timeline = timelineIn(FIGURES[figure], scenario);
			const { entry } = momentOf(timeline, moment);
			expect(timeline.history.entries[entry]?.records.flatMap(({ claims }) => claims)).toContain(id);
			expect(toldAt(timeline, moment).claims).toContain(id);
		});
	}
);
