import { reasons } from './reason';

/** The tunnel process’s own echo requests. Why rows are written out, `reasons` says. */
export const icmpReasons = reasons({
	'icmp.sendsEcho': {
		text: 'sendmsg() on a BSD socket bound to utun: an echo request for 10.64.0.1.',
		evidence: 'observed',
		claims: ['C04', 'C07']
	},
	'icmp.buildsEcho': {
		text: 'The tunnel process builds the echo request by itself, header and all.',
		evidence: 'observed',
		claims: ['C21']
	},
	'icmp.sendsAgain': {
		text: 'Three silent seconds: sendmsg() again.',
		evidence: 'documented',
		claims: ['C04'],
		source: 'Mullvad’s TunnelMonitorTimings'
	},
	'icmp.buildsAgain': {
		text: 'Three silent seconds: it builds another echo request.',
		evidence: 'documented',
		claims: ['C04'],
		source: 'Mullvad’s TunnelMonitorTimings'
	},
	'icmp.sendmsgOk': {
		text: 'sendmsg() returns without an error.',
		evidence: 'observed',
		claims: ['C09'],
		moment: 'sendmsg: OK'
	},
	'icmp.sendmsgError': {
		text: 'sendmsg() returns an error: the interface is not there.',
		evidence: 'assumed',
		claims: []
	},
	'icmp.reply': { text: 'The echo reply is back.', evidence: 'observed', claims: ['C08'], fate: 'delivered' },
	'icmp.lateReply': {
		text: 'A late echo reply; the question is settled already.',
		evidence: 'assumed',
		claims: [],
		fate: 'delivered'
	},
	'icmp.timeout': {
		text: 'Fifteen seconds without a reply: the tunnel counts as dead.',
		evidence: 'documented',
		claims: ['C04'],
		source: 'Mullvad’s TunnelMonitorTimings'
	}
});
