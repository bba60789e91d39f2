import { and, assertEvent, not, or } from 'xstate';
import { because, messageTo, post, type Post } from '../actions';
import type { VpnStatus } from '../events';
import type { ReasonId } from '../reasons';
import { assign, type SessionArgs } from './builder';

export const says = (status: VpnStatus): Post => messageTo('mainApp', { type: 'status.change', status });
const activates = ({ context: { running } }: SessionArgs): Post[] =>
	running ? [messageTo('kernelRouter', { type: 'profile.activate', configuration: running })] : [];
export const saysRemoved = messageTo('mainApp', { type: 'profile.removed' });

export const NO_PROFILE = not('a profile is saved');
export const FLAG_NOT_IN_FORCE = not('the flag is in force');
export const NOTHING_STAYS_IN_FORCE = or([
	'the download comes first',
	'the old tunnel may start until the new one is here'
]);
export const DROPS_FLAG = and(['an update drops the flag', 'on-demand is armed', 'the flag is in force']);

export const save = assign({
	saved: ({ event }: SessionArgs) => {
		assertEvent(event, 'profile.save');
		return event.configuration;
	}
});
export const editsInVain = {
	guard: and([NO_PROFILE, 'it edits a profile']),
	actions: [because('session.saveTooLate')]
};
export const saves = { actions: [because('session.saves'), save] };

/** Starting puts what is saved in force, tells the kernel, and launches the process. */
export const takesSaved = assign({
	running: ({ context }: SessionArgs) => context.saved,
	armed: ({ context }: SessionArgs) => context.saved?.onDemand === true
});
export const launches = post((args: SessionArgs) => [
	...activates(args),
	messageTo('tunnelProcess', { type: 'startTunnel' }),
	says('connecting')
]);
export const starts = (reason: ReasonId) => ({
	target: '#connecting',
	actions: [because(reason), takesSaved, launches]
});

export const disarms = assign({ armed: false });
export const endsSession = post([messageTo('kernelRouter', { type: 'profile.deactivate' }), says('disconnected')]);
/** The session has ended by itself. */
export const endsUnasked = post([
	messageTo('kernelRouter', { type: 'profile.deactivate', unasked: true }),
	says('disconnected')
]);
export const dropsTunnel = post([messageTo('kernelRouter', { type: 'tunnel.down' }), says('disconnected')]);
export const forgets = assign({ saved: null, running: null, armed: false });
export const stops = (reason: ReasonId) => ({
	target: 'disconnecting',
	actions: [because(reason), disarms, post([messageTo('tunnelProcess', { type: 'stopTunnel' }), says('disconnecting')])]
});

export const exited = [
	{
		guard: 'on-demand is armed' as const,
		target: 'disconnected',
		actions: [because('session.crashArmed'), dropsTunnel]
	},
	{ target: 'disconnected', actions: [because('session.crashUnarmed'), assign({ running: null }), endsUnasked] }
] as const;

export const removes = {
	target: 'disconnecting',
	actions: [
		because('session.removesRunning'),
		forgets,
		post([messageTo('tunnelProcess', { type: 'stopTunnel' }), saysRemoved])
	]
};
/** While the session is suspended only what is saved goes; what is in force stays. */
export const removesSaved = [assign({ saved: null }), post(saysRemoved)];
export const makesWay = {
	target: 'suspendedForUpdate',
	actions: [
		because('session.sigterm'),
		assign({ stoppedTunnel: true }),
		post([messageTo('tunnelProcess', { type: 'SIGTERM' }), says('disconnecting')])
	]
};
/** Repaired: the flag is not in force while the update lasts; what is saved stays as it is. */
export const dropsFlag = assign({
	running: ({ context }: SessionArgs) => (context.running ? { ...context.running, includeAllNetworks: false } : null)
});
export const tellsKernel = post(activates);
/** Repaired: the old tunnel ran on during the update, and makes way when the new app is installed. */
export const newTunnelFollows = {
	guard: 'the old tunnel may start until the new one is here' as const,
	target: 'suspendedForUpdate.replacingTunnel',
	actions: [
		because('repair.newTunnelFollows'),
		post([messageTo('tunnelProcess', { type: 'SIGTERM' }), says('disconnecting')])
	]
};
export const relaunched = post(messageTo('appStoreUpdater', { type: 'update.relaunched' }));
export const nothingToRelaunch = { actions: [because('session.nothingToRelaunch'), relaunched] };
/** An update finds no tunnel that it would have to stop. */
export const stopsNone = assign({ stoppedTunnel: false });
export const tunnelStopped = post(messageTo('appStoreUpdater', { type: 'update.tunnelStopped' }));
