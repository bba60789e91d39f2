import { connectivity, isLocked } from '../../sim/summary';
import type { World } from '../../sim/world';
import type { TextPart, Tone } from '../closeup/parts';
import type { Layout } from '../layout';

/** Doors, waiting bay and utun4. */
export function doorWords(layout: Layout, isHeld: boolean): TextPart[] {
	const { name, state } = layout.type;
	const { en0 } = layout.doors;
	const word = (x: number, y: number, text: string, more: Partial<TextPart> = {}): TextPart => ({
		kind: 'text',
		at: { x, y },
		text,
		size: name,
		face: 'semibold',
		anchor: 'end',
		tone: 'ink',
		...more
	});
	// Left of where the tunnel comes down, and of the lines from the eye to the panel.
	if (layout.words === 'few') return [word(en0.x - 32, en0.y + en0.height / 2 + 5, 'en0')];
	if (layout.plan.id === 'low') {
		const y = layout.bay.y + layout.bay.height / 2 + 5;
		return [
			word(layout.bay.x + 18, y, 'waiting bay', {
				anchor: 'start',
				face: isHeld ? 'semibold' : 'sans',
				tone: isHeld ? 'ink' : 'mute'
			}),
			word(layout.bay.x + 228, y, 'en0')
		];
	}
	const { utun } = layout.doors;
	const bayMiddle = layout.bay.x + layout.bay.width / 2;
	return [
		word(utun.x - 72, utun.y + utun.height / 2 + 5, 'utun4'),
		word(en0.x - 32, en0.y + 22, 'en0'),
		word(en0.x - 32, en0.y + 41, 'outer door', { size: state, face: 'italic', tone: 'mute' }),
		word(bayMiddle, layout.bay.y + 102, 'waiting bay', {
			anchor: 'middle',
			face: isHeld ? 'semibold' : 'sans',
			tone: isHeld ? 'ink' : 'mute'
		}),
		...(isHeld
			? []
			: [word(bayMiddle, layout.bay.y + 58, 'empty', { anchor: 'middle', size: state, face: 'italic', tone: 'mute' })])
	];
}

/** How a page would leave the phone now, over its roof. */
export function networkWords(world: World, layout: Layout): TextPart {
	const locked = isLocked(world);
	const way = connectivity(world);
	const text = locked
		? 'locked out: no network'
		: {
				tunnel: 'network: through the tunnel',
				clear: 'network: without a tunnel',
				none: 'network: nothing of yours leaves'
			}[way];
	const tone: Tone = locked ? 'red' : way === 'tunnel' ? 'blue' : 'ink';
	const { x, y, width } = layout.building;
	const isLow = layout.plan.id === 'low';
	// Clear of the flag, which flies at the other end of the roof.
	const right = layout.words !== 'all' ? layout.width - 8 : x + width - (isLow ? 12 : 0);
	const size = layout.words === 'all' && !isLow ? 16 : 15;
	return {
		kind: 'text',
		at: { x: right, y: layout.id === 'lab' ? 14 : y - (isLow ? 7 : 12) },
		text,
		size,
		face: 'bold',
		anchor: 'end',
		tone
	};
}
