import type { FigureId } from '.';
import type { FigureSpec } from './spec';

type Part = Readonly<Record<string, FigureSpec>>;

const firstScreen = async (): Promise<Part> => (await import('./firstScreen')).firstScreenFigures;
const flag = async (): Promise<Part> => (await import('./flag')).flagFigures;
const tunnel = async (): Promise<Part> => (await import('./tunnel')).tunnelFigures;
const update = async (): Promise<Part> => (await import('./update')).updateFigures;
const proof = async (): Promise<Part> => (await import('./proof')).proofFigures;

const PARTS: Record<FigureId, () => Promise<Part>> = {
	'first-screen': firstScreen,
	'flip-the-flag': flag,
	'the-lying-network': tunnel,
	'one-request': tunnel,
	alive: tunnel,
	'who-may-speak': tunnel,
	'holding-it-harder': tunnel,
	'around-the-kernel': tunnel,
	'the-update': update,
	'the-way-out': update,
	'where-it-stands': update,
	'the-proof': proof
};

/**
 * One figure, fetched with its neighbours only: a page carries no figure of other chapters.
 * @param id the figure’s name
 * @returns its specification
 * @throws Error at a name that there is not
 */
export async function loadFigure(id: FigureId): Promise<FigureSpec> {
	const spec = (await PARTS[id]())[id];
	if (!spec) throw new Error(`There is no figure “${id}”.`);
	return spec;
}
