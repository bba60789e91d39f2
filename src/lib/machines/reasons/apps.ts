import { reasons } from './reason';

/** What Safari, the terminal and the push service do. Why rows are written out, `reasons` says. */
export const appReasons = reasons({
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
		text: 'ping 10.64.0.1: the terminal sends an echo request.',
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
	'push.delivered': { text: 'The push notification is shown.', evidence: 'assumed', claims: [], fate: 'delivered' },
	'push.waits': {
		text: 'No push notification arrives.',
		evidence: 'observed',
		claims: ['C34'],
		moment: 'No push either'
	},
	'push.ready': { text: 'The push service’s connection is ready.', evidence: 'assumed', claims: ['C26'] },
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
	'push.reboots': { text: 'The push service starts again.', evidence: 'assumed', claims: [], quiet: true }
});
