import { setup } from 'xstate';
import { because, modelActions, type Post } from './actions';
import type { ModelEvent, VpnStatus } from './events';
import type { Configuration, Knobs } from './knobs';
import { IPC_MS } from './timings';

export interface SessionContext {
	/** What is saved in Settings, and what the running session was started with (C18). */
	readonly saved: Configuration | null;
	readonly running: Configuration | null;
	/** Whether traffic may start the tunnel by itself (C27). */
	readonly armed: boolean;
}

type Args = { context: SessionContext; event: ModelEvent };

const builder = setup({
	types: { context: {} as SessionContext, events: {} as ModelEvent, input: {} as Knobs },
	actions: modelActions,
	guards: {
		'on-demand is armed': ({ context }) => context.armed,
		// What is saved counts from the next start on, and a reboot is one (C18).
		'the profile starts on demand': ({ context }) => context.saved?.onDemand === true && context.armed,
		'a profile is saved': ({ context }) => context.saved !== null,
		'no profile is saved': ({ context }) => context.saved === null,
		'it edits a profile that is gone': ({ context, event }) =>
			context.saved === null && event.type === 'profile.save' && event.edits === true,
		'its profile is gone, and the flag was not in force': ({ context }) =>
			context.saved === null && context.running?.includeAllNetworks !== true,
		'the flag was not in force': ({ context }) => context.running?.includeAllNetworks !== true,
		'the toggle restores the network': ({ event }) => event.type === 'outcome' && event.value
	}
});
const { assign } = builder;

const to = (component: Post['to'], event: ModelEvent): Post => ({ to: component, event, delayMs: IPC_MS });
const post = (params: Post | Post[] | ((args: Args) => Post | Post[])) => ({ type: 'post' as const, params });
const says = (status: VpnStatus): Post => to('mainApp', { type: 'status.change', status });

const save = assign({
	saved: ({ context, event }: Args) => (event.type === 'profile.save' ? event.configuration : context.saved)
});
const editsInVain = { guard: 'it edits a profile that is gone' as const, actions: [because('session.saveTooLate')] };
const saves = [editsInVain, { actions: [because('session.saves'), save] }];

/** Starting puts what is saved in force, tells the kernel, and launches the process. */
const takesSaved = assign({
	running: ({ context }: Args) => context.saved,
	armed: ({ context }: Args) => context.saved?.onDemand === true
});
const launches = post(({ context }) => [
	...(context.running ? [to('kernelRouter', { type: 'profile.activate', configuration: context.running })] : []),
	to('tunnelProcess', { type: 'startTunnel' }),
	says('connecting')
]);
const starts = (reason: Parameters<typeof because>[0]) => ({
	target: '#connecting',
	actions: [because(reason), takesSaved, launches]
});

const disarms = assign({ armed: false });
const endsSession = post([to('kernelRouter', { type: 'profile.deactivate' }), says('disconnected')]);
const dropsTunnel = post([to('kernelRouter', { type: 'tunnel.down' }), says('disconnected')]);
const forgets = assign({ saved: null, running: null, armed: false });
const stops = (reason: Parameters<typeof because>[0]) => ({
	target: 'disconnecting',
	actions: [because(reason), disarms, post([to('tunnelProcess', { type: 'stopTunnel' }), says('disconnecting')])]
});

const exited = [
	{ guard: 'on-demand is armed' as const, target: 'disconnected', actions: [because('session.crashArmed'), dropsTunnel] },
	{ target: 'disconnected', actions: [because('session.crashUnarmed'), assign({ running: null }), endsSession] }
] as const;

const removes = {
	target: 'disconnecting',
	actions: [
		because('session.removesRunning'),
		forgets,
		post([to('tunnelProcess', { type: 'stopTunnel' }), to('mainApp', { type: 'profile.removed' })])
	]
};
const removesWhileSuspended = {
	actions: [
		because('session.removesSuspended'),
		assign({ saved: null }),
		post(to('mainApp', { type: 'profile.removed' }))
	]
};
const makesWay = {
	target: 'suspendedForUpdate',
	actions: [because('session.sigterm'), post([to('tunnelProcess', { type: 'SIGTERM' }), says('disconnecting')])]
};
const relaunched = post(to('appStoreUpdater', { type: 'update.relaunched' }));
const nothingToRelaunch = { actions: [because('session.nothingToRelaunch'), relaunched] };
const tunnelStopped = post(to('appStoreUpdater', { type: 'update.tunnelStopped' }));

/**
 * The system's keeper of profile and session: on-demand, NEVPNStatus, and the update that suspends
 * them. What happens in `suspendedForUpdate` is observed from outside only; its inner states are
 * the smallest that behave as observed.
 */
export const sessionManager = builder.createMachine({
	id: 'sessionManager',
	initial: 'invalid',
	context: { saved: null, running: null, armed: false },
	on: {
		'profile.save': saves,
		reboot: [
			{
				guard: 'the profile starts on demand',
				target: '.disconnected',
				actions: [
					because('session.rebootArmed'),
					assign({ running: ({ context }) => context.saved }),
					post(({ context }) =>
						context.saved ? [to('kernelRouter', { type: 'profile.activate', configuration: context.saved })] : []
					)
				]
			},
			{
				guard: 'a profile is saved',
				target: '.disconnected',
				actions: [because('session.rebootUnarmed'), assign({ running: null, armed: false })]
			},
			{
				target: '.invalid',
				actions: [because('session.rebootNoProfile'), forgets, post(to('mainApp', { type: 'profile.removed' }))]
			}
		],
		'update.installed': nothingToRelaunch,
		'update.cancelled': { actions: [because('session.nothingSuspended')] },
		'tunnel.exited': { actions: [because('session.exitKnown')] },
		'traffic.wantsNetwork': { actions: [because('session.noDemand')] },
		startVPNTunnel: { actions: [because('session.alreadyStarting')] },
		'toggle.tap': { actions: [because('session.stillStopping')] }
	},
	states: {
		invalid: {
			on: {
				'profile.save': [editsInVain, { target: 'disconnected', actions: [because('session.savesFirst'), save] }],
				'update.stopTunnel': { actions: [because('session.noTunnelToStop'), tunnelStopped] },
				'profile.remove': { actions: [because('session.nothingToRemove')] },
				startVPNTunnel: { actions: [because('session.noProfile')] },
				stopVPNTunnel: { actions: [because('session.noProfile')] },
				'toggle.tap': { actions: [because('session.noProfile')] }
			}
		},
		disconnected: {
			on: {
				startVPNTunnel: starts('session.starts'),
				'toggle.tap': starts('session.toggledOn'),
				'traffic.wantsNetwork': { guard: 'on-demand is armed', ...starts('session.onDemand') },
				'update.stopTunnel': [
					{ guard: 'on-demand is armed', target: 'suspendedForUpdate.updating', actions: [because('session.suspends'), tunnelStopped] },
					{ actions: [because('session.noTunnelToStop'), tunnelStopped] }
				],
				'profile.remove': {
					target: 'invalid',
					actions: [because('session.removes'), forgets, post([to('kernelRouter', { type: 'profile.deactivate' }), to('mainApp', { type: 'profile.removed' })])]
				},
				stopVPNTunnel: { actions: [because('session.disarms'), disarms, endsSession] }
			}
		},
		connecting: {
			id: 'connecting',
			on: {
				'tunnel.up': {
					target: 'connected',
					actions: [because('session.up'), post([to('kernelRouter', { type: 'tunnel.up' }), says('connected')])]
				},
				'tunnel.exited': exited,
				stopVPNTunnel: stops('session.stops'),
				'toggle.tap': stops('session.toggledOff'),
				'update.stopTunnel': makesWay,
				'profile.remove': removes,
				'traffic.wantsNetwork': { actions: [because('session.alreadyStarting')] }
			}
		},
		connected: {
			on: {
				'tunnel.exited': exited,
				stopVPNTunnel: stops('session.stops'),
				'toggle.tap': stops('session.toggledOff'),
				'update.stopTunnel': makesWay,
				'profile.remove': removes,
				'tunnel.up': { actions: [because('session.stillUp')] }
			}
		},
		disconnecting: {
			on: {
				'tunnel.exited': [
					{ guard: 'no profile is saved', target: 'invalid', actions: [because('session.endsRemoved'), endsSession] },
					{ target: 'disconnected', actions: [because('session.ends'), assign({ running: null }), endsSession] }
				],
				'update.stopTunnel': { actions: [because('session.noTunnelToStop'), tunnelStopped] },
				'profile.remove': {
					actions: [because('session.removesRunning'), forgets, post(to('mainApp', { type: 'profile.removed' }))]
				},
				'profile.save': [
					{ guard: 'no profile is saved', actions: [because('session.saveTooLate'), post(to('mainApp', { type: 'profile.removed' }))] },
					...saves
				],
				startVPNTunnel: { actions: [because('session.stillStopping')] },
				'traffic.wantsNetwork': { actions: [because('session.stillStopping')] },
				stopVPNTunnel: { actions: [because('session.stillStopping')] },
				'tunnel.up': { actions: [because('session.upTooLate')] }
			}
		},
		suspendedForUpdate: {
			initial: 'waitingForExit',
			on: {
				'profile.remove': removesWhileSuspended,
				'traffic.wantsNetwork': [
					{ guard: 'the flag was not in force', actions: [because('session.notYet')] },
					{ actions: [because('session.cannotLaunch')] }
				],
				// An update that was cancelled is taken up again.
				'update.stopTunnel': { target: '.updating', actions: [because('session.suspends'), tunnelStopped] },
				startVPNTunnel: { actions: [because('session.cannotStart'), post(says('disconnected'))] },
				stopVPNTunnel: { actions: [because('session.cannotStart'), post(says('disconnected'))] }
			},
			states: {
				waitingForExit: {
					on: {
						'tunnel.exited': [
							{
								guard: 'its profile is gone, and the flag was not in force',
								target: '#sessionManager.invalid',
								actions: [because('session.endsRemoved'), forgets, endsSession, tunnelStopped]
							},
							{ guard: 'on-demand is armed', target: 'updating', actions: [because('session.suspended'), dropsTunnel, tunnelStopped] },
							{
								target: '#sessionManager.disconnected',
								actions: [because('session.suspendedUnarmed'), assign({ running: null }), endsSession, tunnelStopped]
							}
						],
						'tunnel.up': { actions: [because('session.upTooLate')] }
					}
				},
				updating: {
					on: {
						'toggle.tap': { actions: [because('session.toggleInVain')] },
						'profile.remove': [
							{
								guard: 'the flag was not in force',
								target: '#sessionManager.invalid',
								actions: [because('session.removesRunning'), forgets, endsSession, post(to('mainApp', { type: 'profile.removed' }))]
							},
							removesWhileSuspended
						],
						'update.installed': [
							{ guard: 'a profile is saved', ...starts('session.relaunches'), actions: [because('session.relaunches'), takesSaved, launches, relaunched] },
							{ target: '#sessionManager.invalid', actions: [because('session.endsRemoved'), forgets, endsSession, relaunched] }
						],
						'update.cancelled': [
							{ guard: 'the flag was not in force', target: '#sessionManager.disconnected', actions: [because('session.resumes')] },
							{ target: 'downloadCancelled', actions: [because('session.staysStuck')] }
						]
					}
				},
				downloadCancelled: { on: { 'toggle.tap': { target: 'toggledOff', actions: [because('session.firstToggle')] } } },
				toggledOff: {
					on: {
						'toggle.tap': {
							target: 'toggledOn',
							actions: [because('session.secondToggle'), { type: 'ask', params: { outcome: 'toggleRestores' } }]
						}
					}
				},
				toggledOn: {
					on: {
						outcome: [
							{ guard: 'the toggle restores the network', ...starts('session.toggleRestores') },
							{ target: 'downloadCancelled', actions: [because('session.toggleFails')] }
						]
					}
				}
			}
		}
	}
});
