import type { ClaimId, Evidence } from '../machines/evidence';
import { packetIn } from '../machines/events';
import { REASONS, type ReasonId } from '../machines/reasons';
import { isIn, sessionContext, tunnelContext, type Pending, type World } from './world';

/** Where something was seen, read or written down; the model comes to it elsewhere as well, and there it is assumed. */
interface Situation {
	/** After “only”, in words. */
	readonly where: string;
	/** Whether it is so, in the world to which a message is delivered. */
	readonly holds: (world: World, message: Pending) => boolean;
}

const flagInForce = (world: World): boolean => sessionContext(world).running?.includeAllNetworks === true;

/** The article’s update. It names Xcode for the flag off alone, and its app has on-demand on whenever it is connected. */
const articlesUpdate: Situation = {
	where: 'in an update while on-demand is on; with the flag on, in one that does not come from Xcode',
	holds: (world) => sessionContext(world).armed && !(world.knobs.updateSource === 'xcode' && flagInForce(world))
};
const flagOn: Situation = { where: 'with the flag on', holds: flagInForce };
/** The app’s code of then waits with its first TCP until `startTunnel` has returned: before that nothing would get through. */
const afterReturn: Situation = {
	where: 'of ICMP, and of TCP once the system has been told that the tunnel is up',
	holds: (world, { event }) =>
		tunnelContext(world).toldUp || (packetIn(event)?.inner ?? packetIn(event))?.protocol !== 'tcp'
};
/** In the code the entry’s peer is negotiated before there is any tunnel to the exit. */
const pastFirstPeer: Situation = {
	where: 'with one relay, or once the first of two peers is negotiated',
	holds: (world) => tunnelContext(world).negotiationsLeft < 2
};

/** The reasons whose level holds in some situations only. */
export const SITUATIONS: Readonly<Partial<Record<ReasonId, Situation>>> = {
	'session.sigterm': articlesUpdate,
	'session.suspended': articlesUpdate,
	'session.relaunches': articlesUpdate,
	'tunnel.sigterm': articlesUpdate,
	'update.stopsTunnel': articlesUpdate,
	'update.downloads': articlesUpdate,
	'update.downloaded': articlesUpdate,
	'update.installed': articlesUpdate,
	'update.done': articlesUpdate,
	'update.waits': articlesUpdate,
	'tunnel.assumesUp': flagOn,
	'rule.ownVoiceFlagOff': afterReturn,
	'tcp.ready': afterReturn,
	'wireguard.initiates': {
		where: 'where there are no keys yet',
		holds: (world) => !isIn(world, 'tunnelProcess', 'old')
	},
	'wireguard.initiatesAgain': {
		where: 'of the first handshake',
		holds: (world) => !isIn(world, 'tunnelProcess', 'handshakingWithExit')
	},
	'wireguard.exitSession': pastFirstPeer,
	'wireguard.encrypts': pastFirstPeer,
	'relay.exitShakesHands': pastFirstPeer,
	'app.disconnects': {
		where: 'where the app is connected, or on its way',
		holds: (world) => !isIn(world, 'mainApp', 'idle')
	},
	'kernel.profileGone': {
		where: 'after a disconnect by hand',
		holds: (_, { event }) => event.type === 'profile.deactivate' && event.unasked !== true
	}
};

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
	const situation = SITUATIONS[id];
	if (!situation || situation.holds(world, message)) return { evidence, claims, source };
	return { evidence: 'assumed', claims: [], source: null };
}
