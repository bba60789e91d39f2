import { reasons } from './reason';

const APPLE_VPN = 'Apple, NEVPNManager';

/** What the VPN app does and shows. Why rows are written out, `reasons` says. */
export const mainAppReasons = reasons({
	'app.createsProfile': {
		text: 'The app creates the VPN profile, the flag in it, and asks for a start.',
		evidence: 'code',
		claims: ['C17'],
		source: 'Mullvad’s app, StartTunnelOperation.swift'
	},
	'app.connects': {
		text: 'The app saves the profile and asks for a start.',
		evidence: 'code',
		claims: ['C17'],
		source: 'Mullvad’s app, StartTunnelOperation.swift'
	},
	'app.disconnects': {
		text: 'The app switches on-demand off and asks for the session to end.',
		evidence: 'code',
		claims: [],
		source: 'Mullvad’s app, StopTunnelOperation.swift'
	},
	'app.edits': {
		text: 'The app saves the change in the profile. It will count from the next start on.',
		evidence: 'observed',
		claims: ['C18']
	},
	'app.editsEarly': {
		text: 'The switch is set; there is no profile yet to save it in.',
		evidence: 'assumed',
		claims: ['C17']
	},
	'app.alreadyConnecting': { text: 'The app is connecting already.', evidence: 'assumed', claims: [] },
	'app.stillDisconnecting': { text: 'The app is still disconnecting.', evidence: 'assumed', claims: [] },
	'app.showsConnecting': {
		text: 'The app shows: connecting.',
		evidence: 'code',
		claims: [],
		source: 'Mullvad’s app, MapConnectionStatusOperation.swift'
	},
	'app.showsConnected': {
		text: 'The app shows: connected.',
		evidence: 'code',
		claims: [],
		source: 'Mullvad’s app, MapConnectionStatusOperation.swift',
		moment: 'Connected'
	},
	'app.stillConnecting': {
		text: 'For the system the session is connected. The app asks the tunnel process, which has had no answer yet, and goes on showing: connecting.',
		evidence: 'code',
		claims: [],
		source: 'Mullvad’s app'
	},
	'app.showsAnswered': {
		text: 'The tunnel process has its answer, so the app shows: connected.',
		evidence: 'code',
		claims: [],
		source: 'Mullvad’s app',
		moment: 'Connected'
	},
	'app.hearsAnswer': {
		text: 'The app hears that the tunnel process has had an answer.',
		evidence: 'code',
		claims: [],
		source: 'Mullvad’s app',
		quiet: true
	},
	'app.showsDisconnecting': {
		text: 'The app shows: disconnecting.',
		evidence: 'code',
		claims: [],
		source: 'Mullvad’s app, MapConnectionStatusOperation.swift'
	},
	'app.showsDisconnected': {
		text: 'The app shows: not connected.',
		evidence: 'code',
		claims: [],
		source: 'Mullvad’s app, MapConnectionStatusOperation.swift'
	},
	'app.statusWithoutProfile': {
		text: 'The app has no profile to show a status for.',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'app.profileGone': { text: 'The app finds its profile gone.', evidence: 'documented', claims: [], source: APPLE_VPN },
	'app.neverHad': { text: 'The app has no profile.', evidence: 'assumed', claims: [], quiet: true },
	'app.isReplaced': {
		text: 'The app is being replaced. As far as its makers know, it can neither notice this nor explain it.',
		evidence: 'assumed',
		claims: ['C36'],
		moment: 'The app falls silent'
	},
	'app.cannotShow': {
		text: 'The app is not running and shows nothing.',
		evidence: 'assumed',
		claims: ['C36'],
		quiet: true
	},
	'app.newVersion': { text: 'The new version of the app is there.', evidence: 'observed', claims: ['C28'] },
	'app.oldVersionAgain': { text: 'The old version of the app can be opened again.', evidence: 'assumed', claims: [] },
	'app.uninstalled': { text: 'The app is uninstalled.', evidence: 'observed', claims: ['C33'] },
	'app.isGone': { text: 'There is no app any more to tell.', evidence: 'assumed', claims: [], quiet: true },
	'app.staysGone': { text: 'The app stays uninstalled.', evidence: 'assumed', claims: [], quiet: true },
	'app.rebootIdle': { text: 'The app is closed.', evidence: 'assumed', claims: [], quiet: true },
	'app.rebootNoProfile': { text: 'The app is closed.', evidence: 'assumed', claims: [], quiet: true }
});
