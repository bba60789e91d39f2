/** Close-ups of every moment of every run: nothing lies over anything, nothing is cut off, in any outline. */
import { describe, expect, test } from 'vitest';
import { closeUpOf } from '../../../src/lib/scene/closeup/closeUp.ts';
import { drawCloseUp } from '../../../src/lib/scene/closeup/compose.ts';
import { faultsIn } from '../../../src/lib/scene/closeup/boxes.ts';
import type { Outline } from '../../../src/lib/scene/closeup/frame.ts';
import { play, SCENARIO_IDS, SCENARIOS } from '../../../src/lib/scenarios/scenarios.ts';

const OUTLINES: readonly Outline[] = [
	{ kind: 'circle' },
	{ kind: 'panel', width: 336, height: 292 },
	{ kind: 'panel', width: 360, height: 260 },
	{ kind: 'panel', width: 300, height: 400 },
	{ kind: 'panel', width: 300, height: 300 }
];

describe.each(SCENARIO_IDS)('%s', (id) => {
	const history = play(SCENARIOS[id]);
	test.each(OUTLINES)('lies clear in $kind $width $height', (outline) => {
		const faults = new Map<string, string>();
		for (let steps = 0; steps <= history.entries.length; steps++) {
			const closeUp = closeUpOf(history, steps);
			const where = `${closeUp.left.name} | ${closeUp.right.name}, ${closeUp.beats.map(({ happening }) => happening.record.reason).join(' > ')}`;
			for (const fault of faultsIn(drawCloseUp(closeUp, outline))) faults.set(fault, `after ${steps} steps, ${where}`);
		}
		expect(Object.fromEntries(faults)).toEqual({});
	});
});
