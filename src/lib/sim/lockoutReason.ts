import type { ComponentId } from '../machines/components';
import { isLocked } from './summary';
import { circleOf, followed, NETWORK, waitsIn, type Wait } from './waits';
import type { World } from './world';

/** Why a locked phone stays locked: a circle of waits, or a chain of them from the network to somebody who could end it. */
export interface LockoutReason {
	readonly waits: readonly Wait[];
	/** Whoever waits for nobody, or null when the waits are a circle. */
	readonly endsWith: ComponentId | null;
}

/**
 * Why a phone stays locked. The network needs the tunnel even while nobody asks for it.
 * @param world as it is after some step
 * @returns who waits for whom, and where that ends, or null when the phone is not locked
 */
export function lockoutReasonOf(world: World): LockoutReason | null {
	if (!isLocked(world)) return null;
	const waits = waitsIn(world);
	const all = waits.includes(NETWORK) ? waits : [...waits, NETWORK];
	const circle = circleOf(all);
	if (circle) return { waits: circle, endsWith: null };
	const chain = followed(all, NETWORK);
	return { waits: chain, endsWith: chain.at(-1)?.to ?? null };
}
