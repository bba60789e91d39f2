import { alive } from './alive';
import { aroundTheKernel } from './aroundTheKernel';
import { firstScreen } from './firstScreen';
import { flipTheFlag } from './flipTheFlag';
import { holdingItHarder } from './holdingItHarder';
import { oneRequest } from './oneRequest';
import { theLyingNetwork } from './theLyingNetwork';
import { theProof } from './theProof';
import { theUpdate } from './theUpdate';
import { theWayOut } from './theWayOut';
import { whereItStands } from './whereItStands';
import { whoMaySpeak } from './whoMaySpeak';

export { scenariosOf, type KnobChoice, type FigureSpec, type MomentMark, type StillSpec } from './spec';

/** Every figure of the site, by the name that chapters and embeds use. */
export const FIGURES = {
	'first-screen': firstScreen,
	'flip-the-flag': flipTheFlag,
	'the-lying-network': theLyingNetwork,
	'one-request': oneRequest,
	alive,
	'who-may-speak': whoMaySpeak,
	'holding-it-harder': holdingItHarder,
	'around-the-kernel': aroundTheKernel,
	'the-update': theUpdate,
	'the-way-out': theWayOut,
	'where-it-stands': whereItStands,
	'the-proof': theProof
} as const;

/** The name of a figure. */
export type FigureId = keyof typeof FIGURES;
/** Every figure’s name. */
export const FIGURE_IDS = Object.keys(FIGURES) as FigureId[];
