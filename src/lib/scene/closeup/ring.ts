import type { ComponentId } from '../../machines/components';
import type { Wait } from '../../sim/waits';
import { stateOf, type World } from '../../sim/world';
import type { Point } from '../polyline';
import { stateLabel } from '../stateLabels';

/** Somebody in the circle of who waits for whom: the thing that is waited for, and how it stands. */
interface RingNode {
	readonly component: ComponentId;
	readonly name: string;
	readonly state: string;
	readonly at: Point;
}

/** An arrow from one to the next, and the arc along which its sentence is written, always from left to right. */
interface RingArrow {
	readonly path: string;
	readonly baseLine: string;
	readonly text: string;
}

/** The circle of who waits for whom, around a middle. */
export interface Ring {
	readonly nodes: readonly RingNode[];
	readonly arrows: readonly RingArrow[];
}

/** Sizes of a ring, in units. */
export interface RingSize {
	readonly radius: number;
	readonly node: number;
	readonly band: number;
	/** Size of the type along the arrows. */
	readonly type: number;
}

export const WIDE_RING: RingSize = { radius: 168, node: 43, band: 30, type: 14.8 };
export const SMALL_RING: RingSize = { radius: 116, node: 40, band: 26, type: 14.5 };
/** Below this radius a sentence is said without its subject, which stands in the node. */
const SHORT_BELOW = 130;

/** What is waited for is called by what it is to the others. */
const THINGS: Partial<Record<ComponentId, string>> = {
	appStoreUpdater: 'download',
	kernelRouter: 'network',
	tunnelProcess: 'tunnel'
};
const STATES: Partial<Record<ComponentId, Readonly<Record<string, string>>>> = {
	appStoreUpdater: { waitingForConnectivity: 'waiting', downloading: 'held back' },
	kernelRouter: { tunnelDown: 'held back' },
	tunnelProcess: { absent: 'not running' }
};

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const on = (radius: number, degrees: number): Point => ({
	x: radius * Math.cos(radians(degrees)),
	y: radius * Math.sin(radians(degrees))
});
const words = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/**
 * The circle of who waits for whom as a drawing.
 * @param circle the waits that make it, each leading to the next
 * @param world as it is now
 * @param size of the ring
 * @returns nodes and arrows with their sentences
 */
export function ringOf(circle: readonly Wait[], world: World, size: RingSize): Ring {
	const turn = 360 / circle.length;
	// Who downloads stands on top, wherever the circle was closed.
	const top = Math.max(
		0,
		circle.findIndex(({ from }) => from === 'appStoreUpdater')
	);
	const ordered = [...circle.slice(top), ...circle.slice(0, top)];
	return {
		nodes: ordered.map(({ from }, i) => ({
			component: from,
			name: THINGS[from] ?? from,
			state: STATES[from]?.[stateOf(world, from)] ?? stateLabel(stateOf(world, from)),
			at: on(size.radius, -90 + i * turn)
		})),
		arrows: ordered.map(({ text }, i) => arrow(-90 + i * turn, turn, text, size))
	};
}

function arrow(from: number, turn: number, text: string, { radius, node, band, type }: RingSize): RingArrow {
	const clear = (Math.asin(node / radius) * 180) / Math.PI + 1.5;
	const begin = from + clear;
	const end = from + turn - clear;
	const head = ((band * 0.8) / radius / Math.PI) * 180;
	const neck = end - head;
	const notch = begin + ((band * 0.3) / radius / Math.PI) * 180;
	const [inner, outer] = [radius - band / 2, radius + band / 2];
	const path =
		`M${words(on(inner, begin))}A${inner} ${inner} 0 0 1 ${words(on(inner, neck))}` +
		`L${words(on(radius - band * 0.78, neck))}L${words(on(radius, end))}L${words(on(radius + band * 0.78, neck))}` +
		`L${words(on(outer, neck))}A${outer} ${outer} 0 0 0 ${words(on(outer, begin))}L${words(on(radius, notch))}Z`;
	// What runs along the lower half would stand on its head: it is written the other way round.
	const middle = (begin + end) / 2;
	const low = Math.sin(radians(middle)) > 0.5;
	const line = low ? radius + type * 0.33 : radius - type * 0.33;
	const baseLine = low
		? `M${words(on(line, end))}A${line} ${line} 0 0 0 ${words(on(line, begin))}`
		: `M${words(on(line, begin))}A${line} ${line} 0 0 1 ${words(on(line, end))}`;
	return { path, baseLine, text: radius < SHORT_BELOW ? text.replace(/^the \w+ /, '') : text };
}
