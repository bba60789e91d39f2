import { timelineIn } from '../scene/figureRuns';
import { TALL } from '../scene/layoutTall';
import { stillOf, type Frame } from '../scene/storyboard';
import type { FigureSpec } from '../scenarios/figureSpecs';

/** A figure’s own stills, in the order of its telling. */
export const ownStills = (spec: FigureSpec): Frame[] =>
	spec.frames.map(({ scenario, moment, title }) => {
		const { runNames } = spec;
		const place = [spec.runs, ...(spec.also ?? [])].map((set) => set.indexOf(scenario)).find((at) => at >= 0) ?? 0;
		return stillOf(timelineIn(spec, scenario), TALL, moment, runNames?.[place] ?? null, title);
	});
