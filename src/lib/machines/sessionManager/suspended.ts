import { and } from 'xstate';
import { because, messageTo, post } from '../actions';
import {
	DROPS_FLAG,
	dropsFlag,
	dropsTunnel,
	endsSession,
	endsUnasked,
	FLAG_NOT_IN_FORCE,
	forgets,
	launches,
	NO_PROFILE,
	NOTHING_STAYS_IN_FORCE,
	relaunched,
	removesSaved,
	says,
	saysRemoved,
	starts,
	stopsNone,
	takesSaved,
	tellsKernel,
	tunnelStopped
} from './actions';
import { assign, builder } from './builder';

/** Once the download is cancelled the article says only that the network stays away, not what the system does about it. */
const launchesNothing = { actions: [because('session.launchesNothing')] };

/**
 * The session while its app is being replaced. This is observed from outside only; the inner states
 * are the smallest that behave as observed (C28 to C33).
 */
export const suspendedForUpdate = builder.createStateConfig({
	initial: 'waitingForExit',
	on: {
		'profile.remove': { actions: [because('session.removesMeanwhile'), ...removesSaved] },
		'traffic.wantsNetwork': [
			{ guard: FLAG_NOT_IN_FORCE, actions: [because('session.notYet')] },
			{ guard: NO_PROFILE, actions: [because('session.launchesNothing')] },
			{ actions: [because('session.cannotLaunch')] }
		],
		// An update that was cancelled is taken up again.
		'update.stopTunnel': { target: '.updating', actions: [because('session.suspends'), stopsNone, tunnelStopped] },
		startVPNTunnel: { actions: [because('session.cannotStart'), post(says('disconnected'))] },
		stopVPNTunnel: { actions: [because('session.cannotStart'), post(says('disconnected'))] }
	},
	states: {
		waitingForExit: {
			on: {
				'tunnel.exited': [
					{
						guard: and([NO_PROFILE, FLAG_NOT_IN_FORCE]),
						target: '#sessionManager.invalid',
						actions: [because('session.endsRemoved'), forgets, endsSession, tunnelStopped]
					},
					{
						guard: and([NO_PROFILE, NOTHING_STAYS_IN_FORCE]),
						target: '#sessionManager.invalid',
						actions: [because('repair.removalEnds'), forgets, endsSession, tunnelStopped]
					},
					{
						guard: DROPS_FLAG,
						target: 'updating',
						actions: [because('repair.dropsFlag'), dropsFlag, dropsTunnel, tellsKernel, tunnelStopped]
					},
					{
						guard: 'on-demand is armed',
						target: 'updating',
						actions: [because('session.suspended'), dropsTunnel, tunnelStopped]
					},
					{
						target: '#sessionManager.disconnected',
						actions: [because('session.suspendedUnarmed'), assign({ running: null }), endsUnasked, tunnelStopped]
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
						guard: FLAG_NOT_IN_FORCE,
						target: '#sessionManager.invalid',
						actions: [because('session.removesRunning'), forgets, endsSession, post(saysRemoved)]
					},
					{
						guard: NOTHING_STAYS_IN_FORCE,
						target: '#sessionManager.invalid',
						actions: [because('repair.removalEnds'), forgets, endsSession, post(saysRemoved)]
					},
					{ actions: [because('session.removesSuspended'), ...removesSaved] }
				],
				'traffic.wantsNetwork': {
					guard: and(['a profile is saved', 'the old tunnel may start until the new one is here']),
					...starts('repair.oldTunnelStarts')
				},
				'update.installed': [
					{
						guard: 'a profile is saved',
						...starts('session.relaunches'),
						actions: [because('session.relaunches'), takesSaved, launches, relaunched]
					},
					{
						target: '#sessionManager.invalid',
						actions: [because('session.endsRemoved'), forgets, endsSession, relaunched]
					}
				],
				'update.cancelled': [
					{
						guard: FLAG_NOT_IN_FORCE,
						target: '#sessionManager.disconnected',
						actions: [because('session.resumes')]
					},
					{
						guard: 'the old tunnel may start until the new one is here',
						target: '#sessionManager.disconnected',
						actions: [because('repair.oldTunnelGoesOn')]
					},
					{ target: 'downloadCancelled', actions: [because('session.staysStuck')] }
				]
			}
		},
		replacingTunnel: {
			tags: ['repair'],
			on: {
				'tunnel.exited': [
					{
						guard: 'a profile is saved',
						...starts('session.relaunches'),
						actions: [
							because('session.relaunches'),
							takesSaved,
							post(messageTo('kernelRouter', { type: 'tunnel.down' })),
							launches,
							relaunched
						]
					},
					{
						target: '#sessionManager.invalid',
						actions: [because('session.endsRemoved'), forgets, endsSession, relaunched]
					}
				],
				'tunnel.up': { actions: [because('session.upTooLate')] }
			}
		},
		downloadCancelled: {
			on: {
				'toggle.tap': { target: 'toggledOff', actions: [because('session.firstToggle')] },
				'traffic.wantsNetwork': launchesNothing
			}
		},
		toggledOff: {
			on: {
				'traffic.wantsNetwork': launchesNothing,
				'toggle.tap': {
					target: 'toggledOn',
					actions: [because('session.secondToggle'), { type: 'ask', params: { outcome: 'toggleRestores' } }]
				}
			}
		},
		toggledOn: {
			on: {
				'traffic.wantsNetwork': launchesNothing,
				outcome: [
					{ guard: 'the toggle restores the network', ...starts('session.toggleRestores') },
					{ target: 'downloadCancelled', actions: [because('session.toggleFails')] }
				]
			}
		}
	}
});
