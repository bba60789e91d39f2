import { reasons } from './reason';

/** The session of an app that an update is about to replace, or has suspended. Why rows are written out, `reasons` says. */
export const suspendedReasons = reasons({
	'session.sigterm': {
		text: 'For the update the system sends the old tunnel process SIGTERM.',
		short: 'SIGTERM sent',
		cause: 'the update ends the old tunnel process',
		evidence: 'observed',
		claims: ['C28', 'C30']
	},
	'session.suspended': {
		text: 'The old tunnel process is gone, and until the update is over there is no tunnel.',
		short: 'no tunnel',
		cause: 'the old one is gone, the update not over',
		evidence: 'observed',
		claims: ['C28', 'C29', 'C30']
	},
	'session.suspends': {
		text: 'No tunnel was running; until the update is over on-demand starts none.',
		short: 'no tunnel',
		cause: 'none ran; for now on-demand starts none',
		evidence: 'assumed',
		claims: []
	},
	'session.suspendedUnarmed': {
		text: 'The session ends for the update; without on-demand its profile is no longer in force.',
		short: 'no VPN in force',
		cause: 'ended for the update, on-demand is off',
		evidence: 'assumed',
		claims: []
	},
	'session.noTunnelToStop': {
		text: 'No tunnel is running, so none has to be stopped.',
		short: 'nothing to stop',
		cause: 'no tunnel is running',
		evidence: 'assumed',
		claims: []
	},
	'session.nothingToRelaunch': {
		text: 'There is no session to start again.',
		short: 'nothing to start',
		cause: 'no session has to be started again',
		evidence: 'assumed',
		claims: []
	},
	'session.cannotLaunch': {
		text: 'Something wants the network, but the old tunnel cannot be launched any more and the new one is not here yet.',
		short: 'nothing to launch',
		cause: 'the old tunnel is gone, the new one is not here yet',
		evidence: 'observed',
		claims: ['C30'],
		moment: 'The circle closes'
	},
	'session.launchesNothing': {
		text: 'Something wants the network, and still no tunnel is launched.',
		short: 'nothing launched',
		cause: 'the session is still suspended',
		evidence: 'assumed',
		claims: []
	},
	'session.notYet': {
		text: 'Something wants the network. Until the update is over there is no tunnel, so the traffic goes without.',
		short: 'no tunnel yet',
		cause: 'the update is not over: traffic goes without',
		evidence: 'observed',
		claims: ['C29']
	},
	'session.cannotStart': {
		text: 'The app asks in vain: its session is still suspended.',
		short: 'asked in vain',
		cause: 'the session is still suspended',
		evidence: 'assumed',
		claims: ['C36']
	},
	'session.relaunches': {
		text: 'The new app is installed, and its tunnel process is launched.',
		short: 'launched',
		cause: 'the new app is installed',
		evidence: 'observed',
		claims: ['C28'],
		moment: 'The new tunnel starts'
	},
	'session.resumes': {
		text: 'The update is off; on-demand may start the old tunnel again.',
		short: 'may start again',
		cause: 'the update is off, on-demand is back',
		evidence: 'assumed',
		claims: []
	},
	'session.staysStuck': {
		text: 'The download is cancelled, but the network does not come back by that alone.',
		short: 'still no network',
		cause: 'cancelling alone does not help',
		evidence: 'assumed',
		claims: ['C31']
	},
	'session.toggleInVain': {
		text: 'The switch in Settings moves, and nothing changes: the download still waits.',
		short: 'nothing changes',
		cause: 'the download still waits',
		evidence: 'assumed',
		claims: ['C31']
	},
	'session.firstToggle': {
		text: 'The VPN is switched off in Settings. Still no network.',
		short: 'still no network',
		cause: 'the VPN is only switched off so far',
		evidence: 'assumed',
		claims: ['C31']
	},
	'session.secondToggle': {
		text: 'The VPN switch in Settings is moved a second time.',
		short: 'second toggle',
		cause: 'it may bring the network back, or not',
		evidence: 'observed',
		claims: ['C31']
	},
	'session.toggleRestores': {
		text: 'This time it helps: the network comes back.',
		short: 'network is back',
		cause: 'cancelled and toggled twice: it helped',
		evidence: 'observed',
		claims: ['C31'],
		moment: 'A way out'
	},
	'session.toggleFails': {
		text: 'This time it does not help: still no network.',
		short: 'still no network',
		cause: 'cancelled and toggled twice, in vain',
		evidence: 'observed',
		claims: ['C31'],
		moment: 'Toggled in vain'
	}
});
