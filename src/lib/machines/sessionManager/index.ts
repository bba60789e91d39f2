import { and } from 'xstate';
import { because, messageTo, post } from '../actions';
import {
	disarms,
	DROPS_FLAG,
	dropsFlag,
	editsInVain,
	endsSession,
	exited,
	forgets,
	makesWay,
	newTunnelFollows,
	NO_PROFILE,
	nothingToRelaunch,
	removes,
	save,
	saves,
	says,
	saysRemoved,
	starts,
	stops,
	stopsNone,
	tellsKernel,
	tunnelStopped
} from './actions';
import { repairsOf } from '../repairs';
import { assign, builder } from './builder';
import { suspendedForUpdate } from './suspended';

export type { SessionContext } from './builder';

const becomesConnected = post([
	messageTo('kernelRouter', { type: 'tunnel.up' }),
	says('connected'),
	messageTo('person', { type: 'symbol.show' })
]);

/** What connecting and connected have in common: there is a tunnel process to lose or to end. */
const whileTunnelRuns = {
	'tunnel.exited': exited,
	stopVPNTunnel: stops('session.stops'),
	'toggle.tap': stops('session.toggledOff'),
	'update.stopTunnel': makesWay,
	'update.installed': [newTunnelFollows, nothingToRelaunch],
	'profile.remove': removes
};

/** The system's keeper of profile and session: on-demand, NEVPNStatus, and the update that suspends them. */
export const sessionManager = builder.createMachine({
	id: 'sessionManager',
	initial: 'invalid',
	context: ({ input }) => ({ saved: null, running: null, armed: false, stoppedTunnel: false, ...repairsOf(input) }),
	on: {
		'profile.save': [editsInVain, saves],
		reboot: [
			{
				guard: and(['the saved profile starts on demand', 'on-demand is armed']),
				target: '.disconnected',
				actions: [because('session.rebootArmed'), assign({ running: ({ context }) => context.saved }), tellsKernel]
			},
			{
				guard: 'a profile is saved',
				target: '.disconnected',
				actions: [because('session.rebootUnarmed'), assign({ running: null, armed: false })]
			},
			{
				target: '.invalid',
				actions: [because('session.rebootNoProfile'), forgets, post(saysRemoved)]
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
				'update.stopTunnel': { actions: [because('session.noTunnelToStop'), stopsNone, tunnelStopped] },
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
						guard: DROPS_FLAG,
						target: 'suspendedForUpdate.updating',
						actions: [because('repair.dropsFlag'), dropsFlag, tellsKernel, tunnelStopped]
					},
					{
						guard: 'on-demand is armed',
						target: 'suspendedForUpdate.updating',
						actions: [because('session.suspends'), stopsNone, tunnelStopped]
					},
					{ actions: [because('session.noTunnelToStop'), stopsNone, tunnelStopped] }
				],
				'profile.remove': {
					target: 'invalid',
					actions: [
						because('session.removes'),
						forgets,
						post([messageTo('kernelRouter', { type: 'profile.deactivate' }), saysRemoved])
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
					actions: [because('session.up'), becomesConnected]
				},
				...whileTunnelRuns,
				'traffic.wantsNetwork': { actions: [because('session.alreadyStarting')] }
			}
		},
		connected: {
			on: {
				...whileTunnelRuns,
				'tunnel.up': { actions: [because('session.stillUp')] }
			}
		},
		disconnecting: {
			on: {
				'tunnel.exited': [
					{ guard: NO_PROFILE, target: 'invalid', actions: [because('session.endsRemoved'), endsSession] },
					{ target: 'disconnected', actions: [because('session.ends'), assign({ running: null }), endsSession] }
				],
				'update.stopTunnel': { actions: [because('session.noTunnelToStop'), stopsNone, tunnelStopped] },
				'profile.remove': {
					actions: [because('session.removesRunning'), forgets, post(saysRemoved)]
				},
				'profile.save': [
					{
						guard: NO_PROFILE,
						actions: [because('session.saveTooLate'), post(saysRemoved)]
					},
					saves
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
