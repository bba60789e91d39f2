import { play, SCENARIOS, type ScenarioId } from '../scenarios/scenarios';
import { scenariosOf, type FigureSpec } from '../scenarios/figureSpecs/spec';
import { stillOf, toldAt, type Frame, type Told } from './storyboard';
import { layOut, type Timeline } from './timeline';

const timelines = new WeakMap<FigureSpec, Map<ScenarioId, Timeline>>();

/**
 * A scenario as a figure shows it, with the figure’s own marks. Played once for each figure, then looked up.
 * @param figure the figure
 * @param scenario one that it shows
 * @returns the run, laid out for watching
 */
export function timelineIn(figure: FigureSpec, scenario: ScenarioId): Timeline {
	const known = timelines.get(figure) ?? new Map<ScenarioId, Timeline>();
	timelines.set(figure, known);
	const made = known.get(scenario) ?? layOut(play(SCENARIOS[scenario]), undefined, figure.marks);
	known.set(scenario, made);
	return made;
}

/** A moment of a figure: in which scenario, and under which title there. */
export interface Place {
	readonly scenario: ScenarioId;
	readonly title: string;
}

/**
 * Where a figure shows what is called so: a still by its own name, or a moment by its title.
 * @param figure the figure
 * @param name of the still, or title of the moment
 * @param scenario where to look; when not given, the first that has it counts
 * @returns the place, or undefined when the figure shows no such thing
 */
export function placeOf(figure: FigureSpec, name: string, scenario?: ScenarioId): Place | undefined {
	const still = figure.frames.find(
		(frame) => frame.title === name && (scenario === undefined || frame.scenario === scenario)
	);
	if (still) return { scenario: still.scenario, title: still.moment };
	const found = (scenario ? [scenario] : scenariosOf(figure)).find((id) =>
		timelineIn(figure, id).moments.some(({ title }) => title === name)
	);
	return found && { scenario: found, title: name };
}

/** A figure’s own stills, in the order of its telling. */
export const ownStills = (spec: FigureSpec): Frame[] =>
	spec.frames.map(({ scenario, moment, title }) => {
		const { runNames } = spec;
		const place = [spec.runs, ...(spec.also ?? [])].map((set) => set.indexOf(scenario)).find((at) => at >= 0) ?? 0;
		return stillOf(timelineIn(spec, scenario), moment, runNames?.[place] ?? null, title);
	});

/** What the model tells at a moment of a figure. Throws when none of its runs has it. */
export function toldIn(spec: FigureSpec, title: string, scenario?: ScenarioId): Told {
	const place = placeOf(spec, title, scenario) ?? { scenario: spec.runs[0], title };
	return toldAt(timelineIn(spec, place.scenario), place.title);
}
