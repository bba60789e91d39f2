import { reasons } from './reason';

/** The tunnel process’s own echo requests. Why rows are written out, `reasons` says. */
export const icmpReasons = reasons({
	'icmp.sendsEcho': {
		text: 'An echo request for 10.64.0.1, from a BSD socket that is bound to utun.',
		short: 'probe sent',
		cause: 'from a BSD socket bound to utun',
		evidence: 'code',
		claims: ['C04', 'C07'],
		source: 'Mullvad’s app, Pinger.swift, until 2024'
	},
	'icmp.buildsEcho': {
		text: 'The tunnel process builds an echo request for 10.64.0.1 by itself, header and all.',
		short: 'probe built',
		cause: 'by the tunnel process, header and all',
		evidence: 'code',
		claims: ['C21'],
		source: 'Mullvad’s WireGuard code, in-tunnel-icmp.go'
	},
	'icmp.sendsAgain': {
		text: 'Three silent seconds: the socket sends another echo request.',
		short: 'no reply',
		cause: 'three silent seconds: it sends another probe',
		evidence: 'code',
		claims: ['C04'],
		source: 'Mullvad’s TunnelMonitorTimings'
	},
	'icmp.buildsAgain': {
		text: 'Three silent seconds: it builds another echo request.',
		short: 'no reply',
		cause: 'three silent seconds: it builds another probe',
		evidence: 'code',
		claims: ['C04'],
		source: 'Mullvad’s TunnelMonitorTimings'
	},
	'icmp.sendmsgOk': {
		text: 'sendmsg() returns without an error.',
		short: 'send: OK',
		cause: 'sendmsg() returns without an error',
		evidence: 'observed',
		claims: ['C08', 'C09'],
		moment: 'sendmsg: OK'
	},
	'icmp.sendmsgError': {
		text: 'sendmsg() returns an error: the interface is not there.',
		short: 'send: error',
		cause: 'the interface is not there',
		evidence: 'assumed',
		claims: []
	},
	'icmp.reply': {
		text: 'The echo reply is back.',
		short: 'answered',
		cause: 'the echo reply to its probe is back',
		evidence: 'observed',
		claims: ['C08', 'C25'],
		fate: 'delivered'
	},
	'icmp.lateReply': {
		text: 'A late echo reply; the question is settled already.',
		short: 'too late',
		cause: 'the question is settled already',
		evidence: 'assumed',
		claims: [],
		fate: 'delivered'
	},
	'icmp.timeout': {
		text: 'Fifteen seconds without a reply: the tunnel counts as dead.',
		short: 'counts as dead',
		cause: 'fifteen seconds without a reply',
		evidence: 'code',
		claims: ['C04'],
		source: 'Mullvad’s TunnelMonitorTimings'
	}
});
