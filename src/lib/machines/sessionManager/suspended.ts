import { because } from '../actions';
import { dropsTunnel, endsSession, forgets, launches, post, relaunched, removesWhileSuspended, says, starts, takesSaved, to, tunnelStopped } from './actions';
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
});
