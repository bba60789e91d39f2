/** The words on the plate at every moment of every run, in every layout: none over another, none cut off, none too small. */
import { describe, expect, test } from 'vitest';
import { textBox } from '../../../src/lib/scene/closeup/boxes.ts';
import { closeUpOf } from '../../../src/lib/scene/closeup/closeUp.ts';
import type { TextPart } from '../../../src/lib/scene/closeup/parts.ts';
import type { Layout } from '../../../src/lib/scene/layout.ts';
import { flagBox } from '../../../src/lib/scene/plate/mast.ts';
import { HALF, LAB, LOCATOR, POCKET, STREET } from '../../../src/lib/scene/plate/layouts.ts';
import { plateViewOf, type PlateRoom } from '../../../src/lib/scene/plate/plateView.ts';
import type { Rect } from '../../../src/lib/scene/polyline.ts';
import { play, SCENARIO_IDS, SCENARIOS } from '../../../src/lib/scenarios/scenarios.ts';
import { seek } from '../../../src/lib/sim/history.ts';

const LAYOUTS = [STREET, POCKET, HALF, LOCATOR, LAB] as const;
/** Words are 13 px and more on a laptop, where the drawing of this width is as wide as that; 12 on a phone. */
const LEAST: Readonly<Record<Layout['id'], number>> = { street: 15.2, pocket: 12, half: 13, locator: 12, lab: 12 };

const meet = (a: Rect, b: Rect) =>
	a.x + 1 < b.x + b.width && b.x + 1 < a.x + a.width && a.y + 1 < b.y + b.height && b.y + 1 < a.y + a.height;

function faultsOf(layout: Layout, texts: readonly TextPart[], rooms: readonly PlateRoom[]): string[] {
	const boxes = texts.map((text) => ({ text: text.text, ...textBox(text) }));
	const over = boxes.flatMap((one, i) =>
		boxes.slice(i + 1).flatMap((other) => (meet(one, other) ? [`“${one.text}” lies over “${other.text}”`] : []))
	);
	const beyond = boxes.flatMap(({ text, x, width }) =>
		x < 0 || x + width > layout.width ? [`“${text}” is cut off`] : []
	);
	const spills = rooms.flatMap(({ texts: own, rect, id }) =>
		own.flatMap((text) => {
			const { x, width } = textBox(text);
			return x < rect.x - 1 || x + width > rect.x + rect.width + 1 ? [`“${text.text}” leaves the room of ${id}`] : [];
		})
	);
	const small = texts.flatMap(({ text, size }) =>
		size < LEAST[layout.id] - 2.3 ? [`“${text}” is set in ${size}`] : []
	);
	const onFlag = boxes.flatMap((box) => (meet(box, flagBox(layout)) ? [`“${box.text}” lies over the flag`] : []));
	return [...over, ...beyond, ...spills, ...small, ...onFlag];
}

describe.each(LAYOUTS)('$id', (layout) => {
	test.each(SCENARIO_IDS)('%s', (id) => {
		const history = play(SCENARIOS[id]);
		const faults = new Map<string, number>();
		for (let steps = 0; steps <= history.entries.length; steps++) {
			const view = plateViewOf(seek(history, steps), layout, closeUpOf(history, steps));
			const texts = [...view.texts, ...view.rooms.flatMap((room) => room.texts)];
			for (const fault of faultsOf(layout, texts, view.rooms)) faults.set(fault, steps);
		}
		expect(Object.fromEntries(faults)).toEqual({});
	});
});
