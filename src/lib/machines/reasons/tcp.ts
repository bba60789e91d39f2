import { reasons, type ReasonContext } from './reason';
import { tunnelContextOf } from './tunnelContext';

const PATIENCE = ['for one second', 'for two more seconds', 'for four more seconds', 'for eight more seconds'] as const;
const patience = (asked: ReasonContext) => PATIENCE[tunnelContextOf(asked).retransmissions] ?? PATIENCE[3];

/** The tunnel process’s own TCP connection, by which it negotiates an ephemeral peer. Why rows are written out, `reasons` says. */
export const tcpReasons = reasons({
	'tcp.opens': {
		text: 'TCP sends the first segment: SYN.',
		short: 'SYN sent',
		cause: 'TCP begins with this segment',
		evidence: 'documented',
		claims: [],
		source: 'RFC 9293, section 3.5',
		quiet: true
	},
	'tcp.usable': {
		text: 'The connection can be used.',
		short: 'ready',
		cause: 'TCP has opened the connection',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'tcp.cancelled': {
		text: 'The connection is cancelled; it has done its work.',
		short: 'cancelled',
		cause: 'the connection has done its work',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'tcp.connects': {
		text: 'An NWTCPConnection through the tunnel starts: TCP SYN.',
		short: 'opens TCP',
		cause: 'by an NWTCPConnection through the tunnel',
		evidence: 'code',
		claims: ['C05', 'C07'],
		source: 'Mullvad’s app, PostQuantumKeyExchangeActor.swift',
		moment: 'NWTCPConnection'
	},
	'tcp.connectsRequired': {
		text: 'An NWConnection with requiredInterface set to the tunnel’s virtualInterface, which exists from iOS 18 on, starts: TCP SYN.',
		short: 'opens TCP',
		cause: 'by an NWConnection bound to the tunnel, from iOS 18 on',
		evidence: 'documented',
		claims: ['C05', 'C13', 'C14'],
		source: 'Apple, NEPacketTunnelProvider',
		moment: 'NWConnection'
	},
	'tcp.buildsSyn': {
		text: 'The userspace stack opens a TCP connection and builds the SYN itself.',
		short: 'opens TCP',
		cause: 'in the userspace stack of its own',
		evidence: 'code',
		claims: ['C22'],
		source: 'Mullvad’s WireGuard code'
	},
	'tcp.sendOk': {
		text: 'The segment was taken without an error.',
		short: 'send: OK',
		cause: 'the segment was taken without an error',
		evidence: 'assumed',
		claims: []
	},
	'tcp.waits': {
		text: 'No answer: the connection’s state is waiting.',
		short: 'waiting',
		cause: 'the connection has had no answer',
		evidence: 'observed',
		claims: ['C10', 'C13'],
		moment: 'The connection waits'
	},
	'tcp.waitsUnanswered': {
		text: 'No answer so far: the connection’s state is taken to be waiting.',
		short: 'waiting',
		cause: 'its segment is not acknowledged so far',
		evidence: 'assumed',
		claims: [],
		moment: 'The connection waits'
	},
	'tcp.sendsAgain': {
		text: (t) => `No acknowledgement ${patience(t)}: TCP sends the segment once more.`,
		short: 'sent again',
		cause: 'no acknowledgement in time',
		evidence: 'documented',
		claims: [],
		source: 'RFC 6298, section 5'
	},
	'tcp.buildsAgain': {
		text: (t) => `No acknowledgement ${patience(t)}: the userspace stack builds the segment once more.`,
		short: 'built again',
		cause: 'no acknowledgement in time',
		evidence: 'documented',
		claims: ['C22'],
		source: 'RFC 6298, section 5'
	},
	'tcp.ready': {
		text: 'SYN, ACK: the connection is ready.',
		short: 'ready',
		cause: 'SYN, ACK: the gateway has answered',
		evidence: 'observed',
		claims: ['C08', 'C13', 'C25'],
		fate: 'delivered'
	},
	'tcp.lateReply': {
		text: 'A late segment; nobody waits for it any more.',
		short: 'too late',
		cause: 'nobody waits for this segment any more',
		evidence: 'assumed',
		claims: [],
		fate: 'delivered'
	},
	'tcp.asks': {
		text: 'It asks for an ephemeral peer: RegisterPeerV1.',
		short: 'asks for a peer',
		cause: 'the connection is ready',
		evidence: 'code',
		claims: ['C05'],
		source: 'Mullvad’s ephemeralpeer.proto'
	},
	'tcp.peer': {
		text: 'The answer is here, and with it the ephemeral peer. The connection has done its work and is closed: FIN.',
		short: 'peer is here',
		cause: 'the gateway has answered',
		evidence: 'code',
		claims: ['C05', 'C15'],
		source: 'Mullvad’s ephemeralpeer.proto',
		fate: 'delivered'
	},

	'tcp.closes': {
		text: 'FIN, ACK: the other side has closed as well, and the last ACK goes out.',
		short: 'closed',
		cause: 'both sides have sent their FIN',
		evidence: 'documented',
		claims: [],
		source: 'RFC 9293, section 3.6',
		fate: 'delivered'
	}
});
