import type { FigureSpec } from '../../../lib/scenarios/figureSpecs';
import { timelineIn } from '../../../lib/scene/figureRuns';
import { stillOf, type Frame } from '../../../lib/scene/storyboard';

/** The still that a figure’s spec names for its social picture, or its first. */
export function tellingStill(figure: FigureSpec): Frame {
	const { frames, card } = figure;
	const found = frames.find(({ moment, title }) => card === undefined || (title ?? moment) === card);
	if (!found)
		throw new Error(
			card === undefined
				? 'A figure without stills has nothing to put on a social picture.'
				: `No still of the figure is called “${card}”, which is to be on its social picture.`
		);
	const { scenario, moment, title } = found;
	return stillOf(timelineIn(figure, scenario), moment, null, title);
}
