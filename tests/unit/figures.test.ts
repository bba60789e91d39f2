import { describe, expect, it } from 'vitest';
import { TALL } from '../../src/lib/scene/layoutTall';
import { stillOf } from '../../src/lib/scene/storyboard';
import { layOut } from '../../src/lib/scene/timeline';
import { play, SCENARIOS } from '../../src/lib/scenarios';
import { FIGURES, type FigureSpec } from '../../src/lib/scenarios/figures';

describe.each(Object.entries(FIGURES) as [string, FigureSpec][])('the figure %s', (_, spec) => {
	it('has a description for those who do not see it', () => {
		expect(spec.description.length).toBeGreaterThan(80);
	});

	it.each(spec.frames)('has a still of “$moment” in $scenario', ({ scenario, moment }) => {
		const frame = stillOf(layOut(play(SCENARIOS[scenario])), TALL, moment);
		expect(frame.scene.caption.text).toContain(frame.text);
	});

	it('opens at a moment that its first run has', () => {
		const titles = layOut(play(SCENARIOS[spec.runs[0]])).moments.map(({ title }) => title);
		expect(['end', undefined, ...titles]).toContain(spec.opensAt);
	});
});
