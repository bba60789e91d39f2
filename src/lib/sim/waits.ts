import type { ComponentId } from '../machines/components';
import { isIn, kernelContext, type World } from './world';

/** Somebody cannot go on before somebody else does. */
export interface Wait {
	readonly from: ComponentId;
	readonly to: ComponentId;
	readonly text: string;
}

/** Who waits for whom in this world, read from the states of the machines. */
export function waitsIn(world: World): Wait[] {
	const flagInForce = kernelContext(world).inForce?.includeAllNetworks === true;
	const noTunnelYet = isIn(world, 'kernelRouter', 'tunnelDown') && flagInForce;
	const mayNotLaunch = isIn(world, 'tunnelProcess', 'absent') && isIn(world, 'sessionManager', 'updating');
	const somebodyIsHeld = kernelContext(world).held.length > 0;
	const candidates: [boolean, Wait][] = [
		[isIn(world, 'appStoreUpdater', 'waitingForConnectivity'), { from: 'appStoreUpdater', to: 'kernelRouter', text: 'the download needs the network' }],
		[noTunnelYet && somebodyIsHeld, { from: 'kernelRouter', to: 'tunnelProcess', text: 'the network needs the tunnel' }],
		[mayNotLaunch, { from: 'tunnelProcess', to: 'appStoreUpdater', text: 'the tunnel needs the download' }],
		[isIn(world, 'safari', 'waiting'), { from: 'safari', to: 'kernelRouter', text: 'the page needs the network' }],
		[isIn(world, 'pushNotifications', 'waiting'), { from: 'pushNotifications', to: 'kernelRouter', text: 'the push needs the network' }],
		[isIn(world, 'terminal', 'waiting'), { from: 'terminal', to: 'kernelRouter', text: 'the ping needs the network' }]
	];
	return candidates.flatMap(([holds, wait]) => (holds ? [wait] : []));
}

/**
 * The circle among these waits, beginning with whoever closes it, or null when there is none.
 * Nobody waits for two things here, so following each wait to its end finds every circle.
 */
export function circleOf(waits: readonly Wait[]): Wait[] | null {
	for (const first of waits) {
		const path = [first];
		for (;;) {
			const next = waits.find(({ from }) => from === path.at(-1)?.to);
			if (!next || path.includes(next)) break;
			path.push(next);
		}
		if (path.at(-1)?.to === first.from) return path;
	}
	return null;
}
