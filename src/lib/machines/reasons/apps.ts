import { reasons } from './reason';

const APPLE_VPN = 'Apple, NEVPNManager';

/** The apps on the top floor, and the person who uses them. Why rows are written out, `reasons` says. */
export const appReasons = reasons({
	'app.createsProfile': {
		text: 'The app creates the VPN profile, the flag in it, and asks for a start.',
		evidence: 'observed',
		claims: ['C17']
	},
	'app.connects': { text: 'The app saves the profile and asks for a start.', evidence: 'observed', claims: ['C17'] },
	'app.disconnects': {
		text: 'The app asks for the session to end.',
		evidence: 'documented',
		claims: [],
		source: APPLE_VPN
	},
	'app.edits': {
		text: 'The app saves the change in the profile. It will count from the next start on.',
		evidence: 'observed',
		claims: ['C18']
	},
	'app.editsEarly': {
		text: 'The switch is set; there is no profile yet to save it in.',
		evidence: 'observed',
		claims: ['C17']
	},
	'app.alreadyConnecting': { text: 'The app is connecting already.', evidence: 'assumed', claims: [] },
	'app.stillDisconnecting': { text: 'The app is still disconnecting.', evidence: 'assumed', claims: [] },
	'app.showsConnecting': {
		text: 'The app shows: connecting.',
		evidence: 'documented',
		claims: [],
		source: 'Apple, NEVPNStatus'
	},
	'app.showsConnected': {
		text: 'The app shows: connected.',
		evidence: 'documented',
		claims: [],
		source: 'Apple, NEVPNStatus',
		moment: 'Connected'
	},
	'app.showsDisconnecting': {
		text: 'The app shows: disconnecting.',
		evidence: 'documented',
		claims: [],
		source: 'Apple, NEVPNStatus'
	},
	'app.showsDisconnected': {
		text: 'The app shows: not connected.',
		evidence: 'documented',
		claims: [],
		source: 'Apple, NEVPNStatus'
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
		text: 'The app is being replaced: it cannot be opened, and it cannot explain.',
		evidence: 'observed',
		claims: ['C36'],
		moment: 'The app falls silent'
	},
	'app.cannotShow': {
		text: 'The app is not running and shows nothing.',
		evidence: 'observed',
		claims: ['C36'],
		quiet: true
	},
	'app.newVersion': { text: 'The new version of the app is there.', evidence: 'observed', claims: ['C28'] },
	'app.oldVersionAgain': { text: 'The old version of the app can be opened again.', evidence: 'assumed', claims: [] },
	'app.uninstalled': { text: 'The app is uninstalled, its profile with it.', evidence: 'observed', claims: ['C33'] },
	'app.isGone': { text: 'There is no app any more to tell.', evidence: 'assumed', claims: [], quiet: true },
	'app.staysGone': { text: 'The app stays uninstalled.', evidence: 'assumed', claims: [], quiet: true },
	'app.rebootIdle': { text: 'The app is closed.', evidence: 'assumed', claims: [], quiet: true },
	'app.rebootNoProfile': { text: 'The app is closed.', evidence: 'assumed', claims: [], quiet: true },

	'safari.opens': { text: 'Safari asks for a web page.', evidence: 'assumed', claims: [] },
	'safari.refreshes': { text: 'The open page in Safari asks for news.', evidence: 'assumed', claims: [] },
	'safari.loads': { text: 'The page is there.', evidence: 'observed', claims: ['C11'], fate: 'delivered' },
	'safari.loadsTwice': {
		text: 'A late answer arrives; the page is there already.',
		evidence: 'assumed',
		claims: [],
		fate: 'delivered'
	},
	'safari.waits': {
		text: 'Safari’s connection is not ready, so Safari waits.',
		evidence: 'observed',
		claims: ['C26', 'C34']
	},
	'safari.stillWaits': {
		text: 'Safari is waiting already, for the same connection.',
		evidence: 'observed',
		claims: ['C26', 'C34']
	},
	'safari.alreadyLoading': { text: 'The page is on its way already.', evidence: 'assumed', claims: [] },
	'safari.ready': {
		text: 'Safari’s connection is ready, and the request goes out.',
		evidence: 'observed',
		claims: ['C26']
	},
	'safari.noRoute': { text: 'The interface has just gone: the page stalls.', evidence: 'assumed', claims: [] },
	'safari.stalls': { text: 'No answer: the page stalls.', evidence: 'assumed', claims: [] },
	'safari.keepsQuiet': { text: 'The open page asks for nothing.', evidence: 'assumed', claims: [], quiet: true },
	'safari.reboots': { text: 'Safari opens with its last page.', evidence: 'assumed', claims: [], quiet: true },

	'terminal.pings': {
		text: 'ping 10.64.0.1: the terminal sends an echo request, from a socket like any other.',
		evidence: 'observed',
		claims: ['C12']
	},
	'terminal.replied': {
		text: 'The terminal has its echo reply.',
		evidence: 'observed',
		claims: ['C12'],
		fate: 'delivered',
		moment: 'The terminal gets its reply'
	},
	'terminal.waits': { text: 'The terminal’s echo request is held.', evidence: 'assumed', claims: ['C26'] },
	'terminal.ready': { text: 'The terminal’s echo request may leave.', evidence: 'assumed', claims: ['C26'] },
	'terminal.noRoute': { text: 'sendto: Network is down, says the terminal.', evidence: 'assumed', claims: [] },
	'terminal.timesOut': { text: 'Request timeout, says the terminal.', evidence: 'assumed', claims: [] },
	'terminal.alreadyPings': { text: 'The terminal is waiting for a reply already.', evidence: 'assumed', claims: [] },
	'terminal.reboots': { text: 'The terminal is closed.', evidence: 'assumed', claims: [], quiet: true },

	'push.fetches': {
		text: 'A push notification waits at Apple’s servers, and the phone’s push service fetches it.',
		evidence: 'assumed',
		claims: []
	},
	'push.checksIn': {
		text: 'The phone is up, and its push service checks in with Apple: the first traffic that wants the network.',
		evidence: 'assumed',
		claims: ['C27']
	},
	'push.delivered': { text: 'The push notification is shown.', evidence: 'observed', claims: [], fate: 'delivered' },
	'push.waits': {
		text: 'No push notification arrives: its connection has to wait as well.',
		evidence: 'observed',
		claims: ['C34'],
		moment: 'No push either'
	},
	'push.ready': { text: 'The push service’s connection is ready.', evidence: 'observed', claims: ['C26'] },
	'push.noRoute': {
		text: 'The interface has just gone: the push service has to try later.',
		evidence: 'assumed',
		claims: []
	},
	'push.stalls': {
		text: 'No answer from Apple’s servers: the push service gives up until the next notification.',
		evidence: 'assumed',
		claims: []
	},
	'push.queues': { text: 'One more push notification waits at Apple’s servers.', evidence: 'assumed', claims: ['C34'] },
	'push.reboots': { text: 'The push service starts again.', evidence: 'assumed', claims: [], quiet: true },

	'person.seesConnected': {
		text: 'The person sees “connected” and believes they are protected.',
		evidence: 'assumed',
		claims: []
	},
	'person.connects': { text: 'The person taps Connect.', evidence: 'observed', claims: ['C27'] },
	'person.disconnects': { text: 'The person taps Disconnect.', evidence: 'documented', claims: [], source: APPLE_VPN },
	'person.flagOn': {
		text: 'The person switches includeAllNetworks on in the app.',
		evidence: 'observed',
		claims: ['C17']
	},
	'person.flagOff': {
		text: 'The person switches includeAllNetworks off in the app.',
		evidence: 'observed',
		claims: ['C17']
	},
	'person.excludeLocalOn': {
		text: 'The person switches excludeLocalNetworks on in the app.',
		evidence: 'documented',
		claims: ['C01'],
		source: 'Apple, excludeLocalNetworks'
	},
	'person.excludeLocalOff': {
		text: 'The person switches excludeLocalNetworks off in the app.',
		evidence: 'documented',
		claims: ['C01'],
		source: 'Apple, excludeLocalNetworks'
	},
	'person.onDemandOn': {
		text: 'The person switches on-demand on.',
		evidence: 'documented',
		claims: [],
		source: 'Apple, isOnDemandEnabled'
	},
	'person.onDemandOff': {
		text: 'The person switches on-demand off.',
		evidence: 'documented',
		claims: [],
		source: 'Apple, isOnDemandEnabled'
	},
	'person.opensPage': { text: 'The person opens a page in Safari.', evidence: 'observed', claims: ['C11'] },
	'person.pings': { text: 'The person types ping 10.64.0.1 in the terminal.', evidence: 'observed', claims: ['C12'] },
	'person.updates': { text: 'The person looks into the App Store.', evidence: 'observed', claims: ['C28'] },
	'person.cancels': { text: 'The person cancels the download.', evidence: 'observed', claims: ['C31'] },
	'person.toggles': { text: 'The person moves the VPN switch in Settings.', evidence: 'observed', claims: ['C31'] },
	'person.removesProfile': {
		text: 'The person removes the VPN profile in Settings.',
		evidence: 'observed',
		claims: ['C33']
	},
	'person.uninstalls': { text: 'The person uninstalls the VPN app.', evidence: 'observed', claims: ['C33'] },
	'person.reboots': { text: 'The person reboots the phone.', evidence: 'observed', claims: ['C32'] }
});
