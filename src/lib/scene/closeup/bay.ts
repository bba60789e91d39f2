import { packetLabel, shapeOf } from './beats';
import type { CloseUp } from './closeUp';
import type { Sign } from './parts';
import type { Pen } from './pen';

/** How many packets stand in the bay side by side before the rest is only counted. */
const MOST = 3;

/**
 * Draws the waiting bay: who is held, in the order of arrival, before a door that is shut.
 * @param pen places the parts
 * @param closeUp the moment
 */
export function drawBay(pen: Pen, { beats, held }: CloseUp): void {
	const last = beats.at(-1);
	if (!last) return;
	const { packet } = last;
	pen.gate(-84, 2);
	pen.step(1, -172, -84, packet ? packetLabel(packet) : 'a packet', last.evidence);
	held.slice(-MOST).forEach((each, i, shown) => {
		pen.packet(-44 - (shown.length - 1 - i) * 60, -38, shapeOf(each), 'ink', { sign: each.sender as Sign });
	});
	pen.path(
		[
			[-192, -6],
			[-14, -6]
		],
		{ arrow: false, width: 2 }
	);
	pen.result(2, -176, 48, last.short, last.tone, last.shortEvidence);
	pen.sign(-62, 78, 'clock', 1);
	pen.lines(34, -40, ['nothing of it', 'goes out'], { face: 'semibold' });
}
