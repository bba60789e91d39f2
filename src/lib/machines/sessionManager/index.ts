import { because } from '../actions';
import {
	disarms,
	dropsFlag,
	editsInVain,
	endsSession,
	exited,
	forgets,
	makesWay,
	newTunnelFollows,
	nothingToRelaunch,
	post,
	removes,
	save,
	saves,
	says,
	starts,
	stops,
	tellsKernel,
	to,
	tunnelStopped
} from './actions';
import { repairsOf } from '../repairs';
import { assign, builder } from './builder';
import { suspendedForUpdate } from './suspended';

export type { SessionContext } from './builder';

/** The system's keeper of profile and session: on-demand, NEVPNStatus, and the update that suspends them. */
export const sessionManager = builder.createMachine({
	id: 'sessionManager',
	initial: 'invalid',
	context: ({ input }) => ({ saved: null, running: null, armed: false, ...repairsOf(input) }),
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
					{
						guard: 'the flag is to be dropped for the update',
						target: 'suspendedForUpdate.updating',
						actions: [because('repair.dropsFlag'), dropsFlag, tellsKernel, tunnelStopped]
					},
					{
						guard: 'on-demand is armed',
						target: 'suspendedForUpdate.updating',
						actions: [because('session.suspends'), tunnelStopped]
					},
					{ actions: [because('session.noTunnelToStop'), tunnelStopped] }
				],
				'profile.remove': {
					target: 'invalid',
					actions: [
						because('session.removes'),
						forgets,
						post([to('kernelRouter', { type: 'profile.deactivate' }), to('mainApp', { type: 'profile.removed' })])
					]
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
				'update.installed': [newTunnelFollows, nothingToRelaunch],
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
				'update.installed': [newTunnelFollows, nothingToRelaunch],
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
					{
						guard: 'no profile is saved',
						actions: [because('session.saveTooLate'), post(to('mainApp', { type: 'profile.removed' }))]
					},
					...saves
				],
				startVPNTunnel: { actions: [because('session.stillStopping')] },
				'traffic.wantsNetwork': { actions: [because('session.stillStopping')] },
				stopVPNTunnel: { actions: [because('session.stillStopping')] },
				'tunnel.up': { actions: [because('session.upTooLate')] }
			}
		},
		suspendedForUpdate
	}
});
