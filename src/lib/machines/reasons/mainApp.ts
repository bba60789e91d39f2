import { reasons } from './reason';

const APPLE_VPN = 'Apple, NEVPNManager';

/** What the VPN app does and shows. Why rows are written out, `reasons` says. */
export const mainAppReasons = reasons({
	'app.createsProfile': {
		text: 'The app creates the VPN profile, the flag in it, and asks for a start.',
		short: 'profile created',
		cause: 'there was none, and a VPN needs one',
		evidence: 'code',
		claims: ['C17'],
		source: 'Mullvad’s app, StartTunnelOperation.swift'
	},
	'app.connects': {
		text: 'The app saves the profile and asks for a start.',
		short: 'asks to start',
		cause: 'its profile is saved first',
		evidence: 'code',
		claims: ['C17'],
		source: 'Mullvad’s app, StartTunnelOperation.swift'
	},
	'app.disconnects': {
		text: 'The app switches on-demand off and asks for the session to end.',
		short: 'asks to end',
		cause: 'on-demand is switched off first',
		evidence: 'code',
		claims: [],
		source: 'Mullvad’s app, StopTunnelOperation.swift'
	},
	'app.edits': {
		text: 'The app saves the change in the profile. It will count from the next start on.',
		short: 'saved',
		cause: 'it counts from the next start on',
		evidence: 'observed',
		claims: ['C18']
	},
	'app.editsEarly': {
		text: 'The switch is set; there is no profile yet to save it in.',
		short: 'switch is set',
		cause: 'there is no profile yet to save it in',
		evidence: 'assumed',
		claims: ['C17']
	},
	'app.alreadyConnecting': {
		text: 'The app is connecting already.',
		short: 'no effect',
		cause: 'the app is connecting already',
		evidence: 'assumed',
		claims: []
	},
	'app.stillDisconnecting': {
		text: 'The app is still disconnecting.',
		short: 'no effect',
		cause: 'the app is still disconnecting',
		evidence: 'assumed',
		claims: []
	},
	'app.showsConnecting': {
		text: 'The app shows: connecting.',
		short: 'connecting',
		cause: 'the session is said to be starting',
		evidence: 'code',
		claims: [],
		source: 'Mullvad’s app, MapConnectionStatusOperation.swift, until January 2026'
	},
	'app.showsConnected': {
		text: 'The app shows: connected.',
		short: 'connected',
		cause: 'for system and tunnel process it is up',
		evidence: 'code',
		claims: [],
		source: 'Mullvad’s app, MapConnectionStatusOperation.swift, until January 2026',
		moment: 'Connected'
	},
	'app.stillConnecting': {
		text: 'For the system the session is connected. The app asks the tunnel process, which has had no answer yet, and goes on showing: connecting.',
		short: 'still connecting',
		cause: 'the session is up, an answer is missing',
		evidence: 'code',
		claims: [],
		source: 'Mullvad’s app'
	},
	'app.showsAnswered': {
		text: 'The tunnel process has its answer, so the app shows: connected.',
		short: 'connected',
		cause: 'the tunnel process has its answer',
		evidence: 'code',
		claims: [],
		source: 'Mullvad’s app',
		moment: 'Connected'
	},
	'app.hearsAnswer': {
		text: 'The app hears that the tunnel process has had an answer.',
		short: 'answer heard',
		cause: 'the tunnel process has had one',
		evidence: 'code',
		claims: [],
		source: 'Mullvad’s app',
		quiet: true
	},
	'app.showsDisconnecting': {
		text: 'The app shows: disconnecting.',
		short: 'disconnecting',
		cause: 'the session is said to be ending',
		evidence: 'code',
		claims: [],
		source: 'Mullvad’s app, MapConnectionStatusOperation.swift, until January 2026'
	},
	'app.showsDisconnected': {
		text: 'The app shows: not connected.',
		short: 'not connected',
		cause: 'the session is said to be off',
		evidence: 'code',
		claims: [],
		source: 'Mullvad’s app, MapConnectionStatusOperation.swift, until January 2026'
	},
	'app.statusWithoutProfile': {
		text: 'The app has no profile to show a status for.',
		short: 'nothing shown',
		cause: 'there is no profile to show it for',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'app.profileGone': {
		text: 'The app finds its profile gone.',
		short: 'profile gone',
		cause: 'it has been removed',
		evidence: 'documented',
		claims: [],
		source: APPLE_VPN
	},
	'app.neverHad': {
		text: 'The app has no profile.',
		short: 'no profile',
		cause: 'there was none to lose',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'app.isReplaced': {
		text: 'The app is being replaced. As far as its makers know, it can neither notice this nor explain it.',
		short: 'falls silent',
		cause: 'it is being replaced, and not told',
		evidence: 'assumed',
		claims: ['C36'],
		moment: 'The app falls silent'
	},
	'app.cannotShow': {
		text: 'The app is not running and shows nothing.',
		short: 'nothing shown',
		cause: 'the app is not running',
		evidence: 'assumed',
		claims: ['C36'],
		quiet: true
	},
	'app.newVersion': {
		text: 'The new version of the app is there.',
		short: 'new version',
		cause: 'the update has installed it',
		evidence: 'observed',
		claims: ['C28']
	},
	'app.oldVersionAgain': {
		text: 'The old version of the app can be opened again.',
		short: 'old app is back',
		cause: 'the update was cancelled',
		evidence: 'assumed',
		claims: []
	},
	'app.uninstalled': {
		text: 'The app is uninstalled.',
		short: 'uninstalled',
		cause: 'the person has removed the app',
		evidence: 'observed',
		claims: ['C33']
	},
	'app.isGone': {
		text: 'There is no app any more to tell.',
		short: 'nobody to tell',
		cause: 'there is no app any more',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'app.staysGone': {
		text: 'The app stays uninstalled.',
		short: 'stays gone',
		cause: 'a reboot brings no app back',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'app.rebootIdle': {
		text: 'The app is closed.',
		short: 'closed',
		cause: 'the phone restarted, nobody opened it',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'app.rebootNoProfile': {
		text: 'The app is closed.',
		short: 'closed',
		cause: 'the phone restarted, no profile is saved',
		evidence: 'assumed',
		claims: [],
		quiet: true
	}
});
