import type { ClaimId, Evidence } from '../machines/evidence';
import { packetIn } from '../machines/events';
import { REASONS, type ReasonId } from '../machines/reasons';
import { isIn, sessionContext, tunnelContext, type Pending, type World } from './world';

/**
 * Where something was seen, read or written down; the model comes to it elsewhere as well, and there it is assumed. Says
 * whether it is so in the world to which a message is delivered.
 */
type Situation = (world: World, message: Pending) => boolean;

const flagInForce = (world: World): boolean => sessionContext(world).running?.includeAllNetworks === true;

/** As the article has it: it names Xcode for the flag off alone, and its app has on-demand on whenever it is connected. */
const isArticles: Situation = (world) =>
	sessionContext(world).armed &&
	(world.knobs.repairs ?? []).length === 0 &&
	!(world.knobs.updateSource === 'xcode' && flagInForce(world));
const articlesUpdate: Situation = (world, message) => isArticles(world, message) && sessionContext(world).stoppedTunnel;

/** The situations in which a reason’s level holds, where it holds in some only; their words are in `situationWords.ts`. */
const SITUATIONS = {
	findsTunnel: (world, message) => isArticles(world, message) && isIn(world, 'tunnelProcess', 'running'),
	articlesUpdate,
	// With the flag on no update was seen to go on.
	withoutFlag: (world, message) => articlesUpdate(world, message) && !flagInForce(world),
	// With the flag off no lockout is left by any act.
	lockout: (world, message) => articlesUpdate(world, message) && flagInForce(world),
	flagOn: flagInForce,
	// The app’s code of then waits with its first TCP until `startTunnel` has returned: nothing would get through before.
	afterReturn: (world, { event }) =>
		tunnelContext(world).toldUp || (packetIn(event)?.inner ?? packetIn(event))?.protocol !== 'tcp',
	// In the code the entry’s peer is negotiated before there is any tunnel to the exit.
	pastFirstPeer: (world) => tunnelContext(world).negotiationsLeft < 2,
	withoutKeys: (world) => !isIn(world, 'tunnelProcess', 'old'),
	appConnected: (world) => !isIn(world, 'mainApp', 'idle'),
	byHand: (_, { event }) => event.type === 'profile.deactivate' && event.unasked !== true
} as const satisfies Record<string, Situation>;

/** The name of a situation. */
export type SituationId = keyof typeof SITUATIONS;

/** By situation, the reasons whose level holds in it only. */
const REASONS_IN: Readonly<Record<SituationId, readonly ReasonId[]>> = {
	findsTunnel: ['update.stopsTunnel', 'session.sigterm'],
	articlesUpdate: ['tunnel.sigterm', 'session.suspended', 'update.downloads'],
	withoutFlag: [
		'session.notYet',
		'update.downloaded',
		'update.installed',
		'app.newVersion',
		'session.relaunches',
		'update.done'
	],
	lockout: [
		'update.waits',
		'session.cannotLaunch',
		'session.removesSuspended',
		'update.cancelled',
		'session.secondToggle',
		'session.toggleRestores',
		'session.toggleFails'
	],
	flagOn: ['tunnel.assumesUp'],
	afterReturn: ['rule.ownVoiceFlagOff', 'tcp.ready'],
	withoutKeys: ['wireguard.initiates'],
	pastFirstPeer: ['wireguard.exitSession', 'wireguard.encrypts', 'relay.exitShakesHands'],
	appConnected: ['app.disconnects'],
	byHand: ['kernel.profileGone']
};

/** The reasons whose level holds in one situation only, each with that situation. */
export const KNOWN_IN = Object.fromEntries(
	Object.entries(REASONS_IN).flatMap(([situation, ids]) => ids.map((id) => [id, situation]))
) as Readonly<Partial<Record<ReasonId, SituationId>>>;

/**
 * How a reason is known where it is told.
 * @param id the reason
 * @param message what is delivered
 * @param world the world to which it is delivered
 * @returns the reason’s own level, claims and source; where nobody has seen or written that, it is assumed
 */
export function knownHere(
	id: ReasonId,
	message: Pending,
	world: World
): { readonly evidence: Evidence; readonly claims: readonly ClaimId[]; readonly source: string | null } {
	const { evidence, claims, source = null } = REASONS[id];
	const situation = KNOWN_IN[id];
	return !situation || SITUATIONS[situation](world, message)
		? { evidence, claims, source }
		: { evidence: 'assumed', claims: [], source: null };
}
