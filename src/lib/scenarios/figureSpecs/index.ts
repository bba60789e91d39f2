import { firstScreenFigures } from './firstScreen';
import { flagFigures } from './flag';
import { proofFigures } from './proof';
import { tunnelFigures } from './tunnel';
import { updateFigures } from './update';

export { scenariosOf, type KnobChoice, type FigureSpec, type MomentMark, type StillSpec } from './spec';

/** Every figure of the site, by the name that chapters and embeds use. */
export const FIGURES = {
	...firstScreenFigures,
	...flagFigures,
	...tunnelFigures,
	...updateFigures,
	...proofFigures
} as const;

/** The name of a figure. */
export type FigureId = keyof typeof FIGURES;
/** Every figure’s name. */
export const FIGURE_IDS = Object.keys(FIGURES) as FigureId[];
