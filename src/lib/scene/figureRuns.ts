import { play, SCENARIOS, type ScenarioId } from '../scenarios';
import { scenariosOf, type FigureSpec } from '../scenarios/figures';
import { layOut, type Timeline } from './timeline';

const timelines = new WeakMap<FigureSpec, Map<ScenarioId, Timeline>>();

/** A scenario as a figure shows it, with the figure’s own marks. Played once for each figure, then looked up. */
export function timelineIn(figure: FigureSpec, scenario: ScenarioId): Timeline {
	const known = timelines.get(figure) ?? new Map<ScenarioId, Timeline>();
	timelines.set(figure, known);
	const made = known.get(scenario) ?? layOut(play(SCENARIOS[scenario]), undefined, figure.marks);
	known.set(scenario, made);
	return made;
}

/** The scenario in which a figure shows a moment: the one that is asked for, or the first that has it; undefined when none does. */
export const scenarioWith = (figure: FigureSpec, title: string, scenario?: ScenarioId): ScenarioId | undefined =>
	(scenario ? [scenario] : scenariosOf(figure)).find((id) => timelineIn(figure, id).moments.some((moment) => moment.title === title));
