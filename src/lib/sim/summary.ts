import { decide } from '../machines/decision';
import { RULES, type KernelState, type Rule } from '../machines/rules';
import { PAGE_REQUEST } from '../machines/packets';
import { recordsIn, present, type History } from './history';
import { takesGatewayOnly } from '../machines/tunnelProcess/context';
import { isIn, kernelContext, stateOf, tunnelContext, type World } from './world';

/** The way out of the phone for a page. */
export type Connectivity = 'tunnel' | 'clear' | 'none';

/**
 * How a page that somebody asked for right now would leave the phone: by the same rules as every packet.
 * @param world as it is after some step
 * @returns through the tunnel, in the clear, or not at all
 */
export function connectivity(world: World): Connectivity {
	const rule: Rule = RULES[decide(PAGE_REQUEST, stateOf(world, 'kernelRouter') as KernelState, kernelContext(world))];
	if (rule.then === 'physicalInterface' || rule.then === 'localNetwork') return 'clear';
	return rule.then === 'utun' && encrypts(world) && stateOf(world, 'relay') === 'up' ? 'tunnel' : 'none';
}

/** Whether the tunnel process puts a page that it reads from utun into an envelope, confirmed or not. */
const encrypts = (world: World): boolean =>
	isIn(world, 'tunnelProcess', 'carryingTraffic') ||
	isIn(world, 'tunnelProcess', 'probing') ||
	(isIn(world, 'tunnelProcess', 'negotiatingPeer') && !takesGatewayOnly(tunnelContext(world)));

/**
 * Whether the phone is locked out: no network, and the session suspended by an update, so that nothing that is under
 * way can bring the tunnel back.
 * @param world as it is after some step
 * @returns whether it is
 */
export const isLocked = (world: World): boolean =>
	connectivity(world) === 'none' &&
	isIn(world, 'sessionManager', 'suspendedForUpdate') &&
	!isIn(world, 'sessionManager', 'waitingForExit');

/** A run in a few words and numbers. */
export interface Summary {
	readonly connectivity: Connectivity;
	readonly locked: boolean;
	readonly leaked: number;
	readonly held: number;
	readonly vanished: number;
	readonly machines: {
		readonly mainApp: string;
		readonly tunnelProcess: string;
		readonly kernelRouter: string;
		readonly appStoreUpdater: string;
	};
}

/**
 * A run in a few words and numbers.
 * @param history the run
 * @returns packets by fate, and where the principals stand at its end
 */
export function summarise(history: History): Summary {
	const world = present(history);
	const count = (fate: string) => recordsIn(history).filter(({ packet }) => packet?.fate === fate).length;
	return {
		connectivity: connectivity(world),
		locked: isLocked(world),
		leaked: count('leaked'),
		held: count('held'),
		vanished: count('vanished'),
		machines: {
			mainApp: stateOf(world, 'mainApp'),
			tunnelProcess: stateOf(world, 'tunnelProcess'),
			kernelRouter: stateOf(world, 'kernelRouter'),
			appStoreUpdater: stateOf(world, 'appStoreUpdater')
		}
	};
}
