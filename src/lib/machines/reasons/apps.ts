import { reasons } from './reason';

/** What Safari, the terminal and the push service do. Why rows are written out, `reasons` says. */
export const appReasons = reasons({
	'safari.opens': {
		text: 'Safari asks for a web page.',
		short: 'asks for a page',
		cause: 'the person opens it in Safari',
		evidence: 'assumed',
		claims: []
	},
	'safari.refreshes': {
		text: 'The open page in Safari asks for news.',
		short: 'asks for news',
		cause: 'the open page keeps itself fresh',
		evidence: 'assumed',
		claims: []
	},
	'safari.loads': {
		text: 'The page is there.',
		short: 'page loads',
		cause: 'the web site’s answer is here',
		evidence: 'observed',
		claims: ['C11'],
		fate: 'delivered'
	},
	'safari.loadsTwice': {
		text: 'A late answer arrives; the page is there already.',
		short: 'too late',
		cause: 'the page is there already',
		evidence: 'assumed',
		claims: [],
		fate: 'delivered'
	},
	'safari.waits': {
		text: 'Safari’s connection is not ready, so Safari waits.',
		short: 'waits',
		cause: 'its connection is not ready',
		evidence: 'observed',
		claims: ['C26', 'C34']
	},
	'safari.stillWaits': {
		text: 'Safari is waiting already, for the same connection.',
		short: 'still waits',
		cause: 'its connection is not ready yet',
		evidence: 'observed',
		claims: ['C26', 'C34']
	},
	'safari.alreadyLoading': {
		text: 'The page is on its way already.',
		short: 'asked already',
		cause: 'the page is on its way',
		evidence: 'assumed',
		claims: []
	},
	'safari.ready': {
		text: 'Safari’s connection is ready, and the request goes out.',
		short: 'goes out',
		cause: 'its connection is ready',
		evidence: 'observed',
		claims: ['C26']
	},
	'safari.noRoute': {
		text: 'The interface has just gone: the page stalls.',
		short: 'page stalls',
		cause: 'the interface has just gone',
		evidence: 'assumed',
		claims: []
	},
	'safari.stalls': {
		text: 'No answer: the page stalls.',
		short: 'page stalls',
		cause: 'no answer in time',
		evidence: 'assumed',
		claims: []
	},
	'safari.keepsQuiet': {
		text: 'The open page asks for nothing.',
		short: 'stays quiet',
		cause: 'the open page asks for nothing',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'safari.reboots': {
		text: 'Safari opens with its last page.',
		short: 'opens again',
		cause: 'the phone has restarted',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},

	'terminal.pings': {
		text: 'ping 10.64.0.1: the terminal sends an echo request.',
		short: 'ping sent',
		cause: 'another app asks for an echo',
		evidence: 'observed',
		claims: ['C12']
	},
	'terminal.replied': {
		text: 'The terminal has its echo reply.',
		short: 'answered',
		cause: 'the echo reply to its ping is back',
		evidence: 'observed',
		claims: ['C12'],
		fate: 'delivered',
		moment: 'The terminal gets its reply'
	},
	'terminal.waits': {
		text: 'The terminal’s echo request is held.',
		short: 'ping waits',
		cause: 'flag on, and the tunnel is not up',
		evidence: 'assumed',
		claims: ['C26']
	},
	'terminal.ready': {
		text: 'The terminal’s echo request may leave.',
		short: 'ping may leave',
		cause: 'what was held may go on',
		evidence: 'assumed',
		claims: ['C26']
	},
	'terminal.noRoute': {
		text: 'sendto: Network is down, says the terminal.',
		short: 'network is down',
		cause: 'the interface has just gone',
		evidence: 'assumed',
		claims: []
	},
	'terminal.timesOut': {
		text: 'Request timeout, says the terminal.',
		short: 'no reply',
		cause: 'the terminal has waited five seconds',
		evidence: 'assumed',
		claims: []
	},
	'terminal.alreadyPings': {
		text: 'The terminal is waiting for a reply already.',
		short: 'waits already',
		cause: 'its first ping has no reply yet',
		evidence: 'assumed',
		claims: []
	},
	'terminal.reboots': {
		text: 'The terminal is closed.',
		short: 'closed',
		cause: 'the phone has restarted',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},

	'push.fetches': {
		text: 'A push notification waits at Apple’s servers, and the phone’s push service fetches it.',
		short: 'asks Apple',
		cause: 'a push notification waits there',
		evidence: 'assumed',
		claims: []
	},
	'push.checksIn': {
		text: 'The phone is up, and its push service checks in with Apple: the first traffic that wants the network.',
		short: 'asks Apple',
		cause: 'first to want the network after the boot',
		evidence: 'assumed',
		claims: ['C27']
	},
	'push.delivered': {
		text: 'The push notification is shown.',
		short: 'push is shown',
		cause: 'Apple’s servers have handed it over',
		evidence: 'assumed',
		claims: [],
		fate: 'delivered'
	},
	'push.waits': {
		text: 'Its connection is not ready: no push notification arrives.',
		short: 'no push',
		cause: 'flag on, tunnel down: pushes stay away',
		evidence: 'assumed',
		claims: ['C34'],
		moment: 'No push either'
	},
	'push.ready': {
		text: 'The push service’s connection is ready.',
		short: 'goes on',
		cause: 'its connection is ready',
		evidence: 'assumed',
		claims: ['C26']
	},
	'push.noRoute': {
		text: 'The interface has just gone: the push service has to try later.',
		short: 'tries later',
		cause: 'the interface has just gone',
		evidence: 'assumed',
		claims: []
	},
	'push.stalls': {
		text: 'No answer from Apple’s servers: the push service gives up until the next notification.',
		short: 'gives up',
		cause: 'no answer from Apple’s servers',
		evidence: 'assumed',
		claims: []
	},
	'push.queues': {
		text: 'One more push notification waits at Apple’s servers.',
		short: 'one more waits',
		cause: 'Apple’s servers keep it until it is fetched',
		evidence: 'assumed',
		claims: ['C34']
	},
	'push.reboots': {
		text: 'The push service starts again.',
		short: 'starts again',
		cause: 'the phone has restarted',
		evidence: 'assumed',
		claims: [],
		quiet: true
	}
});
