import { timelineIn } from '../scene/figureRuns';
import { scenariosOf, type FigureSpec } from '../scenarios/figureSpecs/spec';

/** Lets the browser paint and answer before anything more is done. */
const breathe = () => new Promise<void>((resolve) => void setTimeout(resolve));

/**
 * Plays every run of a figure before the page that shows it comes alive, each in a task of its own: what is asked for
 * while the page is put together is then looked up, and a slow phone never stands still for long.
 */
export async function prewarm(spec: FigureSpec): Promise<FigureSpec> {
	for (const scenario of scenariosOf(spec)) {
		await breathe();
		timelineIn(spec, scenario);
	}
	await breathe();
	return spec;
}
