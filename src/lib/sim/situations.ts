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

const isUnrepaired = ({ knobs }: World): boolean => (knobs.repairs ?? []).length === 0;
/** As the article has it: it names Xcode for the flag off alone, and its app has on-demand on whenever it is connected. */
const isArticles = (world: World): boolean =>
	sessionContext(world).armed && isUnrepaired(world) && !(world.knobs.updateSource === 'xcode' && flagInForce(world));
const ofConnected = 'in an update of an app that is connected, with on-demand on, as phones are today';
/** An update that finds a tunnel process. */
const findsTunnel: Situation = {
	where: `${ofConnected}; with the flag on, not from Xcode`,
	holds: (world) => isArticles(world) && isIn(world, 'tunnelProcess', 'running')
};
/** What follows once the tunnel process has been stopped. */
const articlesUpdate: Situation = {
	where: findsTunnel.where,
	holds: (world) => isArticles(world) && sessionContext(world).stoppedTunnel
};
/** With the flag on no update was seen to go on. */
const withoutFlag: Situation = {
	where: `${ofConnected}, and the flag off`,
	holds: (world, message) => articlesUpdate.holds(world, message) && !flagInForce(world)
};
/** With the flag off no lockout is left by any act. */
const lockout: Situation = {
	where: `${ofConnected}, and the flag on, not from Xcode`,
	holds: (world, message) => articlesUpdate.holds(world, message) && flagInForce(world)
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
	'update.stopsTunnel': findsTunnel,
	'session.sigterm': findsTunnel,
	'tunnel.sigterm': articlesUpdate,
	'session.suspended': articlesUpdate,
	'update.downloads': articlesUpdate,
	'session.notYet': withoutFlag,
	'update.downloaded': withoutFlag,
	'update.installed': withoutFlag,
	'app.newVersion': withoutFlag,
	'session.relaunches': withoutFlag,
	'update.done': withoutFlag,
	'update.waits': lockout,
	'session.cannotLaunch': lockout,
	'session.removesSuspended': lockout,
	'update.cancelled': lockout,
	'session.secondToggle': lockout,
	'session.toggleRestores': lockout,
	'session.toggleFails': lockout,
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
