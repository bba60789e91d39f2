import type { FigureId } from '.';
import type { FigureSpec } from './spec';

const FIGURES: Record<FigureId, () => Promise<FigureSpec>> = {
	'first-screen': async () => (await import('./firstScreen')).firstScreen,
	'flip-the-flag': async () => (await import('./flipTheFlag')).flipTheFlag,
	'the-lying-network': async () => (await import('./theLyingNetwork')).theLyingNetwork,
	'one-request': async () => (await import('./oneRequest')).oneRequest,
	alive: async () => (await import('./alive')).alive,
	'who-may-speak': async () => (await import('./whoMaySpeak')).whoMaySpeak,
	'holding-it-harder': async () => (await import('./holdingItHarder')).holdingItHarder,
	'around-the-kernel': async () => (await import('./aroundTheKernel')).aroundTheKernel,
	'the-update': async () => (await import('./theUpdate')).theUpdate,
	'the-way-out': async () => (await import('./theWayOut')).theWayOut,
	'where-it-stands': async () => (await import('./whereItStands')).whereItStands,
	'the-proof': async () => (await import('./theProof')).theProof
};

/**
 * One figure, fetched alone: a page carries no figure of other chapters.
 * @param id the figure’s name
 * @returns its specification
 */
export const loadFigure = (id: FigureId): Promise<FigureSpec> => FIGURES[id]();
