import type { FigureSpec } from '../../../lib/scenarios/figureSpecs';
import type { Scene } from '../../../lib/scene/drawables';
import { timelineIn } from '../../../lib/scene/figureRuns';
import type { Layout, RoomId } from '../../../lib/scene/layout';
import type { Rect } from '../../../lib/scene/polyline';
import { stillOf, type Frame } from '../../../lib/scene/storyboard';

/** Room around what matters, in units of the drawing. */
const AROUND = 22;

/** The still that a figure’s spec names for its social picture, or its first. */
export function tellingStill(figure: FigureSpec, layout: Layout): Frame {
	const { frames, card } = figure;
	const found = frames.find(({ moment, title }) => card === undefined || (title ?? moment) === card);
	if (!found)
		throw new Error(
			card === undefined
				? 'A figure without stills has nothing to put on a social picture.'
				: `No still of the figure is called “${card}”, which is to be on its social picture.`
		);
	const { scenario, moment, title } = found;
	return stillOf(timelineIn(figure, scenario), layout, moment, null, title);
}

/** The part of the drawing in which it happens, with the given proportions of width to height, inside the drawing. */
export function focusOf(scene: Scene, layout: Layout, proportions: number): Rect {
	const { building } = layout;
	const parts = partsThatMatter(scene, layout);
	const [left, top] = [Math.min(...parts.map(({ x }) => x)), Math.min(...parts.map(({ y }) => y))];
	const [right, bottom] = [
		Math.max(...parts.map(({ x, width }) => x + width)),
		Math.max(...parts.map(({ y, height }) => y + height))
	];
	const needed = Math.max(building.width, right - left, (bottom - top) * proportions) + 2 * AROUND;
	const width = Math.min(needed, layout.width, layout.height * proportions);
	const height = width / proportions;
	// What happens indoors is shown with both walls.
	const indoors = left >= building.x && right <= building.x + building.width;
	const middle = indoors ? building.x + building.width / 2 : (left + right) / 2;
	const within = (at: number, size: number, whole: number) => Math.max(0, Math.min(at - size / 2, whole - size));
	return {
		x: within(middle, width, layout.width),
		y: within((top + bottom) / 2, height, layout.height),
		width,
		height
	};
}

/** Rooms in which something happens or waits, packets and fates, and the words on the arrows of a circle. */
function partsThatMatter(scene: Scene, layout: Layout): Rect[] {
	const busy: RoomId[] = scene.rooms
		.filter(({ active, waiting }) => (scene.circle ? waiting : active))
		.map(({ id }) => id);
	const arrows = (scene.circle ?? []).flatMap(({ from, text }) => {
		const words = layout.waits[from as RoomId]?.[3];
		// A letter of the sans is about half as wide as high.
		const half = (text.length * layout.type.small) / 3.5;
		return words ? [{ x: words.x - half, y: words.y, width: 2 * half, height: 0 }] : [];
	});
	const points = [...scene.packets, ...scene.fates, ...scene.slips].map(({ at }) => ({ ...at, width: 0, height: 0 }));
	return [...busy.map((id) => layout.rooms[id]), ...arrows, ...points];
}
