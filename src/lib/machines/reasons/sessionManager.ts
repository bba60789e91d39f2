import { reasons } from './reason';

const APPLE_VPN = 'Apple, NEVPNManager and NEVPNConnection';
/** NEVPNManager.h says what removal does, NEProvider.h that it is a reason for which a tunnel stops. */
const APPLE_HEADERS = 'Apple, headers of the iOS 18 SDK';

/** The session manager. Nobody outside Apple knows its insides; what it does is observed. Why rows are written out, `reasons` says. */
export const sessionManagerReasons = reasons({
	'session.savesFirst': {
		text: 'The VPN profile is saved in Settings for the first time.',
		short: 'saved',
		cause: 'Settings had no such profile before',
		evidence: 'documented',
		claims: ['C17'],
		source: 'Apple, NEVPNManager'
	},
	'session.saveTooLate': {
		text: 'The change comes too late: its profile has just been removed.',
		short: 'too late',
		cause: 'its profile has just been removed',
		evidence: 'assumed',
		claims: []
	},
	'session.saves': {
		text: 'The profile is saved. What is running stays as it was started.',
		short: 'saved',
		cause: 'what runs stays as it was started',
		evidence: 'observed',
		claims: ['C17', 'C18'],
		moment: 'Saved, not in force'
	},
	'session.starts': {
		text: 'The session starts with what is saved, and the tunnel process is launched.',
		short: 'session starts',
		cause: 'with what is saved in the profile now',
		evidence: 'observed',
		claims: ['C17', 'C18']
	},
	'session.toggledOn': {
		text: 'The switch in Settings starts the session.',
		short: 'session starts',
		cause: 'the switch in Settings was moved',
		evidence: 'assumed',
		claims: []
	},
	'session.onDemand': {
		text: 'Something wants the network, so on-demand starts the tunnel.',
		short: 'tunnel starts',
		cause: 'on-demand: something wants the network',
		evidence: 'documented',
		claims: ['C27'],
		source: 'Apple, NEOnDemandRuleConnect',
		moment: 'On demand'
	},
	'session.alreadyStarting': {
		text: 'The tunnel is starting already.',
		short: 'no effect',
		cause: 'the tunnel is starting already',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'session.up': {
		text: 'completionHandler(nil): the tunnel process has said that it is up. The session is connected.',
		short: 'connected',
		cause: 'the tunnel process says that it is up',
		evidence: 'documented',
		claims: ['C19'],
		source: 'Apple, NEPacketTunnelProvider'
	},
	'session.stillUp': {
		text: 'The tunnel process reports that it works.',
		short: 'still connected',
		cause: 'the tunnel process reports that it works',
		evidence: 'assumed',
		claims: []
	},
	'session.stops': {
		text: 'The session is asked to end.',
		short: 'disconnecting',
		cause: 'the app asks the session to end',
		evidence: 'documented',
		claims: ['C18'],
		source: APPLE_VPN
	},
	'session.toggledOff': {
		text: 'The switch in Settings ends the session. Here on-demand rests with it.',
		short: 'disconnecting',
		cause: 'off in Settings; on-demand rests with it',
		evidence: 'assumed',
		claims: []
	},
	'session.disarms': {
		text: 'The app has switched on-demand off; no profile is in force any more.',
		short: 'no VPN in force',
		cause: 'the app has switched on-demand off',
		evidence: 'assumed',
		claims: []
	},
	'session.ends': {
		text: 'The session has ended.',
		short: 'session ended',
		cause: 'the tunnel process is gone',
		evidence: 'documented',
		claims: ['C18'],
		source: APPLE_VPN
	},
	'session.endsRemoved': {
		text: 'The session has ended, and its profile no longer exists.',
		short: 'session ended',
		cause: 'its profile no longer exists',
		evidence: 'documented',
		claims: [],
		source: APPLE_HEADERS
	},
	'session.crashArmed': {
		text: 'The tunnel process ended by itself. On-demand will start it again as soon as anything wants the network.',
		short: 'will start again',
		cause: 'on-demand is on: with the next traffic',
		evidence: 'documented',
		claims: ['C27'],
		source: 'Apple, NEOnDemandRuleConnect'
	},
	'session.crashUnarmed': {
		text: 'The tunnel process ended by itself, and without on-demand nothing starts it again.',
		short: 'stays off',
		cause: 'it ended by itself, without on-demand',
		evidence: 'assumed',
		claims: []
	},
	'session.upTooLate': {
		text: 'The tunnel process says that it is up, but it has been told to end already.',
		short: 'too late',
		cause: 'it has been told to end already',
		evidence: 'assumed',
		claims: []
	},
	'session.stillStopping': {
		text: 'The old session has not ended yet, so the request has no effect.',
		short: 'no effect',
		cause: 'the old session has not ended yet',
		evidence: 'assumed',
		claims: []
	},
	'session.noDemand': {
		text: 'Something wants the network; on-demand has nothing to start.',
		short: 'nothing to start',
		cause: 'on-demand is not needed, or not on',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'session.noProfile': {
		text: 'There is no VPN profile to start or stop.',
		short: 'no effect',
		cause: 'there is no profile to start or stop',
		evidence: 'assumed',
		claims: []
	},
	'session.nothingToRemove': {
		text: 'There is no profile that could be removed.',
		short: 'nothing to remove',
		cause: 'there is no profile',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'session.nothingSuspended': {
		text: 'No session was suspended for that update.',
		short: 'nothing changes',
		cause: 'no session was suspended for it',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'session.exitKnown': {
		text: 'That the tunnel process is gone is known already.',
		short: 'known already',
		cause: 'the tunnel process was gone before',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'session.removes': {
		text: 'The profile is removed.',
		short: 'profile removed',
		cause: 'no session was using it',
		evidence: 'documented',
		claims: [],
		source: APPLE_HEADERS
	},
	'session.removesRunning': {
		text: 'The profile is removed, and the session that used it is stopped.',
		short: 'profile removed',
		cause: 'the session that used it is stopped',
		evidence: 'documented',
		claims: [],
		source: APPLE_HEADERS
	},
	'session.removesSuspended': {
		text: 'The profile is gone from Settings. The network stays as it was.',
		short: 'removed in vain',
		cause: 'the network stays as it was',
		evidence: 'observed',
		claims: ['C33'],
		moment: 'Removed, in vain'
	},
	'session.removesMeanwhile': {
		text: 'The profile is removed. The suspended session stays as it was.',
		short: 'profile removed',
		cause: 'the suspended session stays as it was',
		evidence: 'assumed',
		claims: []
	},
	'session.rebootArmed': {
		text: 'After the reboot on-demand is still armed, and the next traffic starts the tunnel.',
		short: 'ready to start',
		cause: 'on-demand is still on after the reboot',
		evidence: 'reported',
		claims: ['C27'],
		source: 'mozilla-mobile/mozilla-vpn-client#4897'
	},
	'session.rebootUnarmed': {
		text: 'After the reboot the profile is there, but nothing starts it by itself.',
		short: 'stays off',
		cause: 'without on-demand: no start by itself',
		evidence: 'documented',
		claims: [],
		source: 'Apple, isOnDemandEnabled'
	},
	'session.rebootNoProfile': {
		text: 'After the reboot there is no VPN profile.',
		short: 'no VPN',
		cause: 'no profile is saved',
		evidence: 'assumed',
		claims: []
	}
});
