import type { Layout } from '../layout';
import type { Rect } from '../polyline';

/** How large the mast on the roof is drawn. */
export const mastScale = ({ words, plan, scale }: Layout): number =>
	words === 'none' ? 0.6 : plan.id === 'low' ? 0.5 : Math.max(0.6, scale);

/** What the flag covers when it flies, in units of the drawing. */
export function flagBox(layout: Layout): Rect {
	const scale = mastScale(layout);
	return { x: layout.mast.x, y: layout.mast.y - 45 * scale, width: 36 * scale, height: 28 * scale };
}
