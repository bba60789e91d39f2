import { describe, expect, it } from 'vitest';
import { refuseKnobs } from '../../src/lib/machines/knobs';
import { timelineIn } from '../../src/lib/scene/figureRuns';
import { stillOf } from '../../src/lib/scene/storyboard';
import { knobsOf, SCENARIOS } from '../../src/lib/scenarios/scenarios';
import { FIGURE_IDS, FIGURES, scenariosOf, type FigureSpec } from '../../src/lib/scenarios/figureSpecs';
import { loadFigure } from '../../src/lib/scenarios/figureSpecs/load';

describe.each(Object.entries(FIGURES) as [string, FigureSpec][])('the figure %s', (_, spec) => {
	it('has a description for those who do not see it', () => {
		expect(spec.description.length).toBeGreaterThan(80);
	});

	it.each(spec.frames)('has a still of “$moment” in $scenario', ({ scenario, moment }) => {
		expect(scenariosOf(spec)).toContain(scenario);
		const frame = stillOf(timelineIn(spec, scenario), moment);
		expect(frame.scene.caption.text).toContain(frame.text);
	});

	it('calls no two of its stills by the same name', () => {
		const titles = spec.frames.map(({ moment, title = moment }) => title);
		expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
	});

	it('opens at a moment that its first run has', () => {
		const titles = timelineIn(spec, spec.runs[0]).moments.map(({ title }) => title);
		expect(['end', undefined, ...titles]).toContain(spec.opensAt);
	});

	it('shows as many runs at a time as it has places for', () => {
		for (const others of spec.also ?? []) expect(others).toHaveLength(spec.runs.length);
	});

	it('finds every moment that it marks in one of its runs', () => {
		const titles = scenariosOf(spec).flatMap((scenario) =>
			timelineIn(spec, scenario).moments.map(({ title }) => title)
		);
		for (const { title } of spec.marks ?? []) expect(titles).toContain(title);
	});

	it('has its social picture among its stills', () => {
		const titles = spec.frames.map(({ moment, title = moment }) => title);
		expect([undefined, ...titles]).toContain(spec.card);
	});

	it('offers only knobs that can be turned', () => {
		for (const { knobs } of (spec.choices ?? []).flatMap(({ options }) => options))
			expect(refuseKnobs({ ...knobsOf(SCENARIOS[spec.runs[0]]), ...knobs })).toBeNull();
	});
});

describe('fetching one figure', () => {
	it.each(FIGURE_IDS)('gives %s as the table has it', async (id) => {
		expect(await loadFigure(id)).toBe(FIGURES[id]);
	});
});
