/** The parts of the playground, in order: what is drawn first, then what is pressed. `?only=` asks for one of them. */
export const GROUP_IDS = [
	...(['stages', 'closeups', 'phones', 'stories', 'rooms', 'glyphs', 'statecharts'] as const),
	...(['playback', 'runs', 'packets', 'details', 'checker', 'evidence'] as const),
	...(['loading', 'controls', 'chapters', 'lab'] as const)
] as const;
export type GroupId = (typeof GROUP_IDS)[number];
