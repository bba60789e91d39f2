import type { ComponentId } from '../machines/components';
import { PIECE_REQUEST } from '../machines/packets';
import { repaired } from '../machines/repairs';
import { decide } from '../machines/decision';
import { RULES, type KernelState, type Rule } from '../machines/rules';
import { ACTS, refusal } from './acts';
import { hasTag, isIn, kernelContext, sessionContext, stateOf, type World } from './world';

/** Somebody cannot go on before somebody else does. */
export interface Wait {
	readonly from: ComponentId;
	readonly to: ComponentId;
	readonly text: string;
}

export const NETWORK: Wait = { from: 'kernelRouter', to: 'tunnelProcess', text: 'the network needs the tunnel' };
const DOWNLOAD: Wait = { from: 'tunnelProcess', to: 'appStoreUpdater', text: 'the tunnel needs the download' };
const TOGGLE: Wait = {
	from: 'tunnelProcess',
	to: 'person',
	text: 'the tunnel needs a person who toggles the VPN or reboots'
};
const REBOOT: Wait = { from: 'tunnelProcess', to: 'person', text: 'the tunnel needs a person who reboots' };
const SESSION: Wait = { from: 'tunnelProcess', to: 'sessionManager', text: 'the tunnel needs the session manager' };

/**
 * Who waits for whom, read from the states of the machines.
 * @param world as it is after some step
 * @returns each wait once
 */
export function waitsIn(world: World): Wait[] {
	const flagInForce = kernelContext(world).inForce?.includeAllNetworks === true;
	const noTunnelYet = isIn(world, 'kernelRouter', 'tunnelDown') && flagInForce;
	const somebodyIsHeld = kernelContext(world).held.length > 0;
	const waits: (Wait | null)[] = [
		downloadStops(world)
			? { from: 'appStoreUpdater', to: 'kernelRouter', text: 'the download needs the network' }
			: null,
		noTunnelYet && somebodyIsHeld ? NETWORK : null,
		isIn(world, 'tunnelProcess', 'absent') ? launchNeeds(world) : null,
		isIn(world, 'safari', 'waiting')
			? { from: 'safari', to: 'kernelRouter', text: 'the page needs the network' }
			: null,
		isIn(world, 'pushNotifications', 'waiting')
			? { from: 'pushNotifications', to: 'kernelRouter', text: 'the push needs the network' }
			: null,
		isIn(world, 'terminal', 'waiting')
			? { from: 'terminal', to: 'kernelRouter', text: 'the ping needs the network' }
			: null
	];
	return waits.filter((wait) => wait !== null);
}

/** Whether a piece of the app that is asked for now is held: by the same rules as every packet. */
function downloadIsHeld(world: World): boolean {
	const rule: Rule = RULES[decide(PIECE_REQUEST, stateOf(world, 'kernelRouter') as KernelState, kernelContext(world))];
	return rule.then === 'hold';
}

/** Whether the download is told to wait, or will be as soon as it asks again, with nothing to say to the kernel just now. */
function downloadStops(world: World): boolean {
	const talks = world.pending.some(
		({ from, to, event }) => 'packet' in event && [from, to].includes('appStoreUpdater')
	);
	return (
		isIn(world, 'appStoreUpdater', 'waitingForConnectivity') ||
		(isIn(world, 'appStoreUpdater', 'downloading') && !talks && downloadIsHeld(world))
	);
}

/** What has to happen before a session that is suspended for an update launches a tunnel process; null for any other. */
function launchNeeds(world: World): Wait | null {
	const is = (state: string) => isIn(world, 'sessionManager', state);
	const isSaved = sessionContext(world).saved !== null;
	if (is('updating')) {
		if (isSaved && repaired(world.knobs, 'oldTunnelMayStart')) return SESSION;
		return isUpdating(world) ? DOWNLOAD : REBOOT;
	}
	if (is('toggledOn') || is('replacingTunnel')) return SESSION;
	if (!is('downloadCancelled') && !is('toggledOff')) return null;
	// Where downloads are not held, another one ends it as well.
	if (!downloadIsHeld(world) && (isUpdating(world) || beginsAgain(world))) return DOWNLOAD;
	// A VPN that is gone from Settings cannot be toggled there.
	return isSaved ? TOGGLE : REBOOT;
}

const isUpdating = (world: World): boolean => hasTag(world, 'appStoreUpdater', 'updating');
/** Whether the App Store may begin another update without anybody’s asking. */
const beginsAgain = (world: World): boolean =>
	refusal(world, 'update') === null && ACTS.update.message(world).to === 'appStoreUpdater';

/** These waits one after the other, from the first until nobody waits any more or one has been there already. */
export function followed(waits: readonly Wait[], first: Wait): Wait[] {
	const path = [first];
	for (;;) {
		const next = waits.find(({ from }) => from === path.at(-1)?.to);
		if (!next || path.includes(next)) return path;
		path.push(next);
	}
}

/**
 * The circle among waits. Nobody waits for two things here, so following each wait to its end finds every circle.
 * @param waits as `waitsIn` gives them
 * @returns the waits that make it, beginning with whoever closes it, or null when there is none
 */
export function circleOf(waits: readonly Wait[]): Wait[] | null {
	return waits.map((first) => followed(waits, first)).find((path) => path.at(-1)?.to === path[0]?.from) ?? null;
}
