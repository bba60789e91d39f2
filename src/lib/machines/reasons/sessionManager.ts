import { reasons } from './reason';

const APPLE_VPN = 'Apple, NEVPNManager and NEVPNConnection';

/** The session manager. Nobody outside Apple knows its insides; what it does is observed. Why rows are written out, `reasons` says. */
export const sessionManagerReasons = reasons({
	'session.savesFirst': {
		text: 'The VPN profile is saved in Settings for the first time.',
		evidence: 'documented',
		claims: ['C17'],
		source: 'Apple, NEVPNManager'
	},
	'session.saveTooLate': {
		text: 'The change comes too late: its profile has just been removed.',
		evidence: 'assumed',
		claims: []
	},
	'session.saves': {
		text: 'The profile is saved. What is running stays as it was started.',
		evidence: 'observed',
		claims: ['C17', 'C18'],
		moment: 'Saved, not in force'
	},
	'session.starts': {
		text: 'The session starts with what is saved, and the tunnel process is launched.',
		evidence: 'observed',
		claims: ['C17', 'C18']
	},
	'session.toggledOn': { text: 'The switch in Settings starts the session.', evidence: 'assumed', claims: [] },
	'session.onDemand': {
		text: 'Something wants the network, so on-demand starts the tunnel.',
		evidence: 'documented',
		claims: ['C27'],
		source: 'Apple, NEOnDemandRuleConnect',
		moment: 'On demand'
	},
	'session.alreadyStarting': { text: 'The tunnel is starting already.', evidence: 'assumed', claims: [], quiet: true },
	'session.up': {
		text: 'completionHandler(nil): the tunnel process has said that it is up. The session is connected.',
		evidence: 'documented',
		claims: ['C19'],
		source: 'Apple, NEPacketTunnelProvider'
	},
	'session.stillUp': { text: 'The tunnel process reports that it works.', evidence: 'assumed', claims: [] },
	'session.stops': { text: 'The session is asked to end.', evidence: 'documented', claims: ['C18'], source: APPLE_VPN },
	'session.toggledOff': {
		text: 'The switch in Settings ends the session. Here on-demand rests with it.',
		evidence: 'assumed',
		claims: []
	},
	'session.disarms': {
		text: 'The app has switched on-demand off; no profile is in force any more.',
		evidence: 'code',
		claims: [],
		source: 'Mullvad’s app, StopTunnelOperation.swift'
	},
	'session.ends': { text: 'The session has ended.', evidence: 'documented', claims: ['C18'], source: APPLE_VPN },
	'session.endsRemoved': {
		text: 'The session has ended, and its profile no longer exists.',
		evidence: 'documented',
		claims: [],
		source: APPLE_VPN
	},
	'session.crashArmed': {
		text: 'The tunnel process ended by itself. On-demand will start it again as soon as anything wants the network.',
		evidence: 'documented',
		claims: ['C27'],
		source: 'Apple, NEOnDemandRuleConnect'
	},
	'session.crashUnarmed': {
		text: 'The tunnel process ended by itself, and without on-demand nothing starts it again.',
		evidence: 'assumed',
		claims: []
	},
	'session.upTooLate': {
		text: 'The tunnel process says that it is up, but it has been told to end already.',
		evidence: 'assumed',
		claims: []
	},
	'session.stillStopping': {
		text: 'The old session has not ended yet, so the request has no effect.',
		evidence: 'assumed',
		claims: []
	},
	'session.noDemand': {
		text: 'Something wants the network; on-demand has nothing to start.',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'session.noProfile': { text: 'There is no VPN profile to start or stop.', evidence: 'assumed', claims: [] },
	'session.nothingToRemove': {
		text: 'There is no profile that could be removed.',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'session.nothingSuspended': {
		text: 'No session was suspended for that update.',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'session.exitKnown': {
		text: 'That the tunnel process is gone is known already.',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'session.removes': { text: 'The profile is removed.', evidence: 'documented', claims: [], source: APPLE_VPN },
	'session.removesRunning': {
		text: 'The profile is removed, and the session that used it is stopped.',
		evidence: 'documented',
		claims: [],
		source: APPLE_VPN
	},
	'session.removesSuspended': {
		text: 'The profile is gone from Settings. The network stays as it was.',
		evidence: 'observed',
		claims: ['C33'],
		moment: 'Removed, in vain'
	},

	'session.sigterm': {
		text: 'For the update the system sends the old tunnel process SIGTERM.',
		evidence: 'observed',
		claims: ['C28', 'C30']
	},
	'session.suspended': {
		text: 'The old tunnel process is gone, and until the update is over there is no tunnel.',
		evidence: 'observed',
		claims: ['C28', 'C29', 'C30']
	},
	'session.suspends': {
		text: 'No tunnel was running; until the update is over on-demand starts none.',
		evidence: 'assumed',
		claims: []
	},
	'session.suspendedUnarmed': {
		text: 'The session ends for the update; without on-demand its profile is no longer in force.',
		evidence: 'assumed',
		claims: []
	},
	'session.noTunnelToStop': {
		text: 'No tunnel is running, so none has to be stopped.',
		evidence: 'assumed',
		claims: []
	},
	'session.nothingToRelaunch': { text: 'There is no session to start again.', evidence: 'assumed', claims: [] },
	'session.cannotLaunch': {
		text: 'Something wants the network, but the old tunnel cannot be launched any more and the new one is not here yet.',
		evidence: 'observed',
		claims: ['C30'],
		moment: 'The circle closes'
	},
	'session.notYet': {
		text: 'Something wants the network. Until the update is over there is no tunnel, so the traffic goes without.',
		evidence: 'observed',
		claims: ['C29']
	},
	'session.cannotStart': {
		text: 'The app asks in vain: its session is still suspended.',
		evidence: 'assumed',
		claims: ['C36']
	},
	'session.relaunches': {
		text: 'The new app is installed, and its tunnel process is launched.',
		evidence: 'observed',
		claims: ['C28'],
		moment: 'The new tunnel starts'
	},
	'session.resumes': {
		text: 'The update is off; on-demand may start the old tunnel again.',
		evidence: 'assumed',
		claims: []
	},
	'session.staysStuck': {
		text: 'The download is cancelled, but the network does not come back by that alone.',
		evidence: 'assumed',
		claims: ['C31']
	},
	'session.toggleInVain': {
		text: 'The switch in Settings moves, and nothing changes: the download still waits.',
		evidence: 'assumed',
		claims: ['C31']
	},
	'session.firstToggle': {
		text: 'The VPN is switched off in Settings. Still no network.',
		evidence: 'assumed',
		claims: ['C31']
	},
	'session.secondToggle': {
		text: 'The VPN switch in Settings is moved a second time.',
		evidence: 'observed',
		claims: ['C31']
	},
	'session.toggleRestores': {
		text: 'This time it helps: the network comes back.',
		evidence: 'observed',
		claims: ['C31'],
		moment: 'A way out'
	},
	'session.toggleFails': {
		text: 'This time it does not help: still no network.',
		evidence: 'observed',
		claims: ['C31'],
		moment: 'Toggled in vain'
	},
	'session.rebootArmed': {
		text: 'After the reboot on-demand is still armed, and the next traffic starts the tunnel.',
		evidence: 'reported',
		claims: ['C27'],
		source: 'mozilla-mobile/mozilla-vpn-client#4897'
	},
	'session.rebootUnarmed': {
		text: 'After the reboot the profile is there, but nothing starts it by itself.',
		evidence: 'documented',
		claims: [],
		source: 'Apple, isOnDemandEnabled'
	},
	'session.rebootNoProfile': {
		text: 'After the reboot there is no VPN profile.',
		evidence: 'documented',
		claims: [],
		source: APPLE_VPN
	}
});
