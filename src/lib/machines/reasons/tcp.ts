import { reasons, type ReasonContext } from './reason';
import { tunnelContextOf } from './tunnelContext';

const PATIENCE = ['for one second', 'for two more seconds', 'for four more seconds', 'for eight more seconds'] as const;
const patience = (asked: ReasonContext) => PATIENCE[tunnelContextOf(asked).retransmissions] ?? PATIENCE[3];

/** The tunnel process’s own TCP connection, by which it negotiates an ephemeral peer. Why rows are written out, `reasons` says. */
export const tcpReasons = reasons({
	'tcp.opens': {
		text: 'TCP sends the first segment: SYN.',
		evidence: 'documented',
		claims: [],
		source: 'RFC 9293, section 3.5',
		quiet: true
	},
	'tcp.usable': { text: 'The connection can be used.', evidence: 'assumed', claims: [], quiet: true },
	'tcp.cancelled': {
		text: 'The connection is cancelled; it has done its work.',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'tcp.connects': {
		text: 'An NWTCPConnection through the tunnel starts: TCP SYN.',
		evidence: 'code',
		claims: ['C05', 'C07'],
		source: 'Mullvad’s app, PostQuantumKeyExchangeActor.swift',
		moment: 'NWTCPConnection'
	},
	'tcp.connectsRequired': {
		text: 'An NWConnection with requiredInterface set to the tunnel’s virtualInterface, which exists from iOS 18 on, starts: TCP SYN.',
		evidence: 'documented',
		claims: ['C05', 'C13', 'C14'],
		source: 'Apple, NEPacketTunnelProvider',
		moment: 'NWConnection'
	},
	'tcp.buildsSyn': {
		text: 'The userspace stack opens a TCP connection and builds the SYN itself.',
		evidence: 'code',
		claims: ['C22'],
		source: 'Mullvad’s WireGuard code'
	},
	'tcp.sendOk': { text: 'The segment was taken without an error.', evidence: 'assumed', claims: [] },
	'tcp.waits': {
		text: 'No answer: the connection’s state is waiting.',
		evidence: 'observed',
		claims: ['C10', 'C13'],
		moment: 'The connection waits'
	},
	'tcp.sendsAgain': {
		text: (t) => `No acknowledgement ${patience(t)}: TCP sends the segment once more.`,
		evidence: 'documented',
		claims: [],
		source: 'RFC 6298, section 5'
	},
	'tcp.buildsAgain': {
		text: (t) => `No acknowledgement ${patience(t)}: the userspace stack builds the segment once more.`,
		evidence: 'documented',
		claims: ['C22'],
		source: 'RFC 6298, section 5'
	},
	'tcp.ready': {
		text: 'SYN, ACK: the connection is ready.',
		evidence: 'observed',
		claims: ['C08', 'C13', 'C25'],
		fate: 'delivered'
	},
	'tcp.lateReply': {
		text: 'A late segment; nobody waits for it any more.',
		evidence: 'assumed',
		claims: [],
		fate: 'delivered'
	},
	'tcp.asks': {
		text: 'It asks for an ephemeral peer: RegisterPeerV1.',
		evidence: 'code',
		claims: ['C05'],
		source: 'Mullvad’s ephemeralpeer.proto'
	},
	'tcp.peer': {
		text: 'The answer is here, and with it the ephemeral peer. The connection has done its work and is closed: FIN.',
		evidence: 'code',
		claims: ['C05', 'C15'],
		source: 'Mullvad’s ephemeralpeer.proto',
		fate: 'delivered'
	},

	'tcp.closes': {
		text: 'FIN, ACK: the other side has closed as well, and the last ACK goes out.',
		evidence: 'documented',
		claims: [],
		source: 'RFC 9293, section 3.6',
		fate: 'delivered'
	}
});
