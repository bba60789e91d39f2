import { because, type Post } from '../actions';
import type { ModelEvent, VpnStatus } from '../events';
import type { ReasonId } from '../reasons';
import { IPC_MS } from '../timings';
import { assign, type SessionArgs } from './builder';

export const to = (component: Post['to'], event: ModelEvent): Post => ({ to: component, event, delayMs: IPC_MS });
export const post = (params: Post | Post[] | ((args: SessionArgs) => Post | Post[])) => ({
	type: 'post' as const,
	params
});
export const says = (status: VpnStatus): Post => to('mainApp', { type: 'status.change', status });

export const save = assign({
	saved: ({ context, event }: SessionArgs) => (event.type === 'profile.save' ? event.configuration : context.saved)
});
export const editsInVain = {
	guard: 'it edits a profile that is gone' as const,
	actions: [because('session.saveTooLate')]
};
export const saves = [editsInVain, { actions: [because('session.saves'), save] }];

/** Starting puts what is saved in force, tells the kernel, and launches the process. */
export const takesSaved = assign({
	running: ({ context }: SessionArgs) => context.saved,
	armed: ({ context }: SessionArgs) => context.saved?.onDemand === true
});
export const launches = post(({ context }) => [
	...(context.running ? [to('kernelRouter', { type: 'profile.activate', configuration: context.running })] : []),
	to('tunnelProcess', { type: 'startTunnel' }),
	says('connecting')
]);
export const starts = (reason: ReasonId) => ({
	target: '#connecting',
	actions: [because(reason), takesSaved, launches]
});

export const disarms = assign({ armed: false });
export const endsSession = post([to('kernelRouter', { type: 'profile.deactivate' }), says('disconnected')]);
export const dropsTunnel = post([to('kernelRouter', { type: 'tunnel.down' }), says('disconnected')]);
export const forgets = assign({ saved: null, running: null, armed: false });
export const stops = (reason: ReasonId) => ({
	target: 'disconnecting',
	actions: [because(reason), disarms, post([to('tunnelProcess', { type: 'stopTunnel' }), says('disconnecting')])]
});

export const exited = [
	{
		guard: 'on-demand is armed' as const,
		target: 'disconnected',
		actions: [because('session.crashArmed'), dropsTunnel]
	},
	{ target: 'disconnected', actions: [because('session.crashUnarmed'), assign({ running: null }), endsSession] }
] as const;

export const removes = {
	target: 'disconnecting',
	actions: [
		because('session.removesRunning'),
		forgets,
		post([to('tunnelProcess', { type: 'stopTunnel' }), to('mainApp', { type: 'profile.removed' })])
	]
};
export const removesWhileSuspended = {
	actions: [
		because('session.removesSuspended'),
		assign({ saved: null }),
		post(to('mainApp', { type: 'profile.removed' }))
	]
};
export const makesWay = {
	target: 'suspendedForUpdate',
	actions: [because('session.sigterm'), post([to('tunnelProcess', { type: 'SIGTERM' }), says('disconnecting')])]
};
/** Repaired: the flag is not in force while the update lasts; what is saved stays as it is. */
export const dropsFlag = assign({
	running: ({ context }: SessionArgs) => (context.running ? { ...context.running, includeAllNetworks: false } : null)
});
export const tellsKernel = post(({ context }) =>
	context.running ? [to('kernelRouter', { type: 'profile.activate', configuration: context.running })] : []
);
/** Repaired: the old tunnel ran on during the update, and makes way when the new app is installed. */
export const newTunnelFollows = {
	guard: 'the old tunnel may start until the new one is here' as const,
	target: 'suspendedForUpdate.replacingTunnel',
	actions: [because('repair.newTunnelFollows'), post([to('tunnelProcess', { type: 'SIGTERM' }), says('disconnecting')])]
};
export const relaunched = post(to('appStoreUpdater', { type: 'update.relaunched' }));
export const nothingToRelaunch = { actions: [because('session.nothingToRelaunch'), relaunched] };
export const tunnelStopped = post(to('appStoreUpdater', { type: 'update.tunnelStopped' }));
