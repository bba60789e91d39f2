import { because } from '../actions';
import {
	dropsFlag,
	dropsTunnel,
	endsSession,
	forgets,
	launches,
	post,
	relaunched,
	removesWhileSuspended,
	says,
	starts,
	takesSaved,
	tellsKernel,
	to,
	tunnelStopped
} from './actions';
import { assign, builder } from './builder';

/**
 * The session while its app is being replaced. This is observed from outside only; the inner states
 * are the smallest that behave as observed (C28 to C33).
 */
export const suspendedForUpdate = builder.createStateConfig({
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
					{
						guard: 'its profile is gone, and nothing of it stays in force',
						target: '#sessionManager.invalid',
						actions: [because('repair.removalEnds'), forgets, endsSession, tunnelStopped]
					},
					{
						guard: 'the flag is to be dropped for the update',
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
						actions: [
							because('session.removesRunning'),
							forgets,
							endsSession,
							post(to('mainApp', { type: 'profile.removed' }))
						]
					},
					{
						guard: 'nothing of a removed profile stays in force',
						target: '#sessionManager.invalid',
						actions: [
							because('repair.removalEnds'),
							forgets,
							endsSession,
							post(to('mainApp', { type: 'profile.removed' }))
						]
					},
					removesWhileSuspended
				],
				'traffic.wantsNetwork': {
					guard: 'a profile is saved, and the old tunnel may start',
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
						guard: 'the flag was not in force',
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
							post(to('kernelRouter', { type: 'tunnel.down' })),
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
});
