import { kernelContext, sessionContext, stateOf, type World } from '../../sim/world';
import type { CloseUp } from '../closeup/closeUp';
import type { Sign, TextPart, Tone } from '../closeup/parts';
import type { Layout, RoomId } from '../layout';
import { centre, type Point, type Rect } from '../polyline';
import { stateLabel } from '../stateLabels';
import { widthOf } from '../type/widths';
import { eyeOf } from './eye';
import { doorWords, networkWords } from './plateWords';

/** A room of the plate as it is drawn: lit where the moment happens, with its sign and its words. */
export interface PlateRoom {
	readonly id: RoomId;
	readonly rect: Rect;
	readonly isLit: boolean;
	readonly sign: { readonly at: Point; readonly scale: number } | null;
	readonly texts: readonly TextPart[];
}

/** The plate at a moment, beside what never changes of it. */
export interface PlateView {
	readonly rooms: readonly PlateRoom[];
	/** Words that belong to no room: doors, bay, the network. */
	readonly texts: readonly TextPart[];
	readonly pipe: CloseUp['pipe'];
	/** Whether the gate of the waiting bay is shut. */
	readonly isHeld: boolean;
	readonly bay: readonly { readonly sign: Sign; readonly at: Point }[];
	readonly isTunnelGone: boolean;
	/** The place that the loupe enlarges. */
	readonly eye: { readonly at: Point; readonly radius: number } | null;
}

/** Names on the plate, in lines; where there is less room, one word. */
const NAMES: Partial<Record<RoomId, readonly [lines: readonly string[], short: string]>> = {
	safari: [['Safari'], 'Safari'],
	terminal: [['Terminal'], 'Terminal'],
	pushNotifications: [['Push service'], 'push'],
	mainApp: [['VPN app'], 'VPN app'],
	appStoreUpdater: [['App Store', 'updater'], 'updater'],
	sessionManager: [['session', 'manager'], 'session'],
	tunnelProcess: [['tunnel process'], 'tunnel'],
	kernelRouter: [['kernel router'], 'kernel']
};

/** States in a word: the room says them in full to whoever opens it. */
const STATES: Readonly<Record<string, string>> = {
	waitingForConnectivity: 'waiting',
	stoppingOldTunnel: 'stopping',
	requested: 'asked for',
	beingReplaced: 'replaced',
	noProfile: 'no profile',
	configuringInterface: 'sets up utun4',
	negotiatingPeer: 'negotiating',
	carryingTraffic: 'carrying traffic',
	tryingNextRelay: 'next relay',
	toldToTerminate: 'told to end',
	absent: 'not running'
};

/** What a room says of itself in a word, and how: blue what is safe, ink what waits, quiet all else. */
function stateOn(world: World, id: RoomId): { text: string; tone: Tone } | null {
	if (id === 'kernelRouter') return null;
	if (id === 'sessionManager') {
		const saved = sessionContext(world).saved?.includeAllNetworks;
		return saved === undefined
			? { text: 'no profile', tone: 'mute' }
			: { text: `saved: ${saved ? 'on' : 'off'}`, tone: 'mute' };
	}
	const state = stateOf(world, id);
	if (state === 'idle') return null;
	const tone = id === 'mainApp' && state === 'connected' ? 'blue' : /^waiting/.test(state) ? 'ink' : 'mute';
	return { text: STATES[state] ?? stateLabel(state), tone };
}

/** The rooms inside, as they are told of on the plate. */
const ROOMS = Object.keys(NAMES) as RoomId[];

/**
 * The plate at a moment.
 * @param world as it is then
 * @param layout where everything lies
 * @param closeUp what the loupe shows, if anything
 * @returns rooms, words and the place of the loupe
 */
export function plateViewOf(world: World, layout: Layout, closeUp: CloseUp | null): PlateView {
	const lit = closeUp ? [closeUp.wall.left, closeUp.wall.right] : [];
	const gone = stateOf(world, 'tunnelProcess') === 'absent';
	const { held } = kernelContext(world);
	return {
		rooms: ROOMS.map((id) => roomOn(world, layout, id, lit.includes(id))),
		texts: [
			...(layout.words === 'none' ? [] : doorWords(layout, held.length > 0)),
			// The locator has no room for any words.
			...(layout.id === 'locator' ? [] : [networkWords(world, layout)])
		],
		pipe: gone
			? 'none'
			: stateOf(world, 'kernelRouter') === 'tunnelUp'
				? 'full'
				: kernelContext(world).utun
					? 'hollow'
					: 'none',
		isHeld:
			held.length > 0 ||
			(stateOf(world, 'kernelRouter') === 'tunnelDown' && kernelContext(world).inForce?.includeAllNetworks === true),
		bay: (layout.words === 'none' ? [] : held.slice(-3)).map(({ sender }, i, shown) => ({
			sign: sender,
			at: baySpot(layout, shown.length - 1 - i)
		})),
		isTunnelGone: gone,
		eye: closeUp ? eyeOf(layout, closeUp.wall) : null
	};
}

const isBig = (id: RoomId): boolean => id === 'tunnelProcess' || id === 'kernelRouter';

function roomOn(world: World, layout: Layout, id: RoomId, isLit: boolean): PlateRoom {
	const rect = layout.rooms[id];
	const state = stateOn(world, id);
	const speaks = layout.words === 'all' || (layout.words === 'few' && (isLit || state?.tone === 'ink'));
	const base = { id, rect, isLit };
	if (isBig(id)) return { ...base, sign: bigSign(layout, rect), texts: bigWords(layout, id, state, isLit) };
	if (!speaks) return { ...base, sign: { at: centre(rect), scale: layout.words === 'none' ? 0.42 : 0.8 }, texts: [] };
	if (layout.words === 'few') return inSmallRoom(layout, base, state);
	return layout.plan.id === 'low' ? besideSign(layout, base, state) : underSign(layout, base, state);
}

type Base = Pick<PlateRoom, 'id' | 'rect' | 'isLit'>;
type State = ReturnType<typeof stateOn>;

/** A text that fits its room: smaller by a little where it is long, and left out where that does not help. */
function fitting(text: string, size: number, most: number, face: TextPart['face']): number | null {
	const wide = widthOf(text, size, face);
	return wide <= most ? size : (size * most) / wide >= 13 ? Math.floor(((size * most) / wide) * 10) / 10 : null;
}

/** The sign, and one line under it: that it waits, or else who it is. */
function inSmallRoom({ type }: Layout, base: Base, state: State): PlateRoom {
	const { x, y, width, height } = base.rect;
	const waits = state?.tone === 'ink';
	const text = waits ? state.text : (NAMES[base.id]?.[1] ?? base.id);
	const face = waits ? 'italic' : 'semibold';
	const size = fitting(text, type.name, width + 2, face);
	const at = { x: x + width / 2, y: y + height - 5 };
	return {
		...base,
		sign: { at: { x: x + width / 2, y: y + height * (size ? 0.32 : 0.5) }, scale: size ? 0.62 : 0.8 },
		texts: size ? [{ kind: 'text', at, text, size, face, anchor: 'middle', tone: 'ink' }] : []
	};
}

/** The sign above, name and state under it. */
function underSign(layout: Layout, base: Base, state: State): PlateRoom {
	const { rect, id, isLit } = base;
	const { x, y, width } = rect;
	const [names] = NAMES[id] ?? [[id], id];
	const middle = x + width / 2;
	const k = layout.scale;
	const { name, state: small } = layout.type;
	const first = y + (names.length > 1 ? 46 : 54) * k;
	const texts: TextPart[] = [];
	const face = isLit ? 'semibold' : 'sans';
	names.forEach((text, i) => {
		const size = fitting(text, name, width - 3, face);
		if (size)
			texts.push({
				kind: 'text',
				at: { x: middle, y: first + i * name * 1.1 },
				text,
				size,
				face,
				anchor: 'middle',
				tone: isLit ? 'ink' : 'mute'
			});
	});
	const size = state ? fitting(state.text, small, width - 3, 'italic') : null;
	const below = first + (names.length - 1) * name * 1.1 + small * 1.16;
	if (state && size)
		texts.push({
			kind: 'text',
			at: { x: middle, y: below },
			text: state.text,
			size,
			face: 'italic',
			anchor: 'middle',
			tone: state.tone
		});
	return {
		...base,
		sign: {
			at: { x: middle, y: y + (names.length > 1 ? 20 : 24) * k },
			scale: names.length > 1 ? 0.86 : 1
		},
		texts
	};
}

/** The sign at the left, name and state beside it: for low rooms. */
function besideSign(layout: Layout, base: Base, state: State): PlateRoom {
	const { rect, id, isLit } = base;
	const { x, y, width, height } = rect;
	const [, short] = NAMES[id] ?? [[id], id];
	const left = x + 38;
	const face = isLit ? 'semibold' : 'sans';
	const { name, state: small } = layout.type;
	const middle = y + height / 2;
	const says = state && fitting(state.text, small, width - 40, 'italic') ? state : null;
	const texts: TextPart[] = [
		{
			kind: 'text',
			at: { x: left, y: says ? middle - 2 : middle + name * 0.34 },
			text: short,
			size: name,
			face,
			anchor: 'start',
			tone: isLit ? 'ink' : 'mute'
		}
	];
	if (says)
		texts.push({
			kind: 'text',
			at: { x: left, y: middle + small },
			text: says.text,
			size: small,
			face: 'italic',
			anchor: 'start',
			tone: says.tone
		});
	return { ...base, sign: { at: { x: x + 20, y: middle }, scale: 0.76 }, texts };
}

/** The signs of the two large rooms, where there is no room for their names. */
const bigSign = (layout: Layout, { x, y, width }: Rect): PlateRoom['sign'] =>
	layout.words === 'all' ? null : { at: { x: x + width / 2, y: y + 34 * layout.scale }, scale: layout.scale * 1.6 };

/** The names of the two large rooms: at their foot on the street, at their head where the loupe lies beside the plate. */
function bigWords(layout: Layout, id: RoomId, state: State, isLit: boolean): TextPart[] {
	if (layout.id === 'pocket' || layout.words !== 'all') return [];
	const { x, y, width, height } = layout.rooms[id];
	const { name, state: small } = layout.type;
	const at = (dy: number) => ({ x: x + width / 2, y: dy });
	const face = isLit ? 'semibold' : 'sans';
	const tone: Tone = isLit ? 'ink' : 'mute';
	const line = (text: string, dy: number): TextPart => ({
		kind: 'text',
		at: at(dy),
		text,
		size: name,
		face,
		anchor: 'middle',
		tone
	});
	const says = (dy: number): TextPart[] =>
		state && fitting(state.text, small, width - 6, 'italic')
			? [
					{
						kind: 'text',
						at: at(dy),
						text: state.text,
						size: small,
						face: 'italic',
						anchor: 'middle',
						tone: state.tone
					}
				]
			: [];
	const foot = y + height - 12;
	return [line(NAMES[id]?.[0][0] ?? id, foot), ...says(foot - name * 1.15)];
}

function baySpot(layout: Layout, fromRight: number): Point {
	const { bay, glyph, plan } = layout;
	const step = glyph * 4.3;
	return {
		x: bay.x + bay.width - glyph * 2.6 - fromRight * step,
		y: plan.id === 'low' ? bay.y + bay.height / 2 : bay.y + bay.height * 0.41
	};
}
