import { reasons, type ReasonContext } from './reason';
import type { TunnelContext } from '../tunnelProcess/context';

const knows = ({ context }: ReasonContext) => context as unknown as TunnelContext;
const PATIENCE = ['for one second', 'for two more seconds', 'for four more seconds', 'for eight more seconds'] as const;
const patience = (telling: ReasonContext) => PATIENCE[knows(telling).retransmissions] ?? PATIENCE[3];
const relayNumber = (telling: ReasonContext) => `relay ${knows(telling).relayIndex + 1}`;

/** The tunnel process: its life, its own connections, WireGuard and the userspace stack. */
export const tunnelReasons = reasons({
	'region.begins': { text: 'Switched on with the process.', evidence: 'assumed', claims: [], quiet: true },
	'region.ends': { text: 'Closed with what it belonged to.', evidence: 'assumed', claims: [], quiet: true },

	'tunnel.launches': {
		text: 'The system launches the packet tunnel provider, a process apart from the app.',
		evidence: 'observed',
		claims: ['C06', 'C16'],
		moment: 'The tunnel process starts'
	},
	'tunnel.alreadyGone': { text: 'There is no tunnel process to end.', evidence: 'assumed', claims: [] },
	'tunnel.staysAbsent': { text: 'No tunnel process was running.', evidence: 'assumed', claims: [], quiet: true },
	'tunnel.sigterm': {
		text: 'The old tunnel process is told to terminate: SIGTERM.',
		evidence: 'observed',
		claims: ['C28', 'C30'],
		moment: 'SIGTERM'
	},
	'tunnel.stopped': {
		text: 'The system calls stopTunnel, and the tunnel process begins to close down.',
		evidence: 'documented',
		claims: [],
		source: 'Apple, NEPacketTunnelProvider'
	},
	'tunnel.crashes': {
		text: 'The tunnel process crashes.',
		evidence: 'observed',
		claims: ['C27'],
		moment: 'The tunnel crashes'
	},
	'tunnel.endsWithPhone': {
		text: 'The tunnel process ends with the phone’s power.',
		evidence: 'observed',
		claims: ['C27']
	},
	'tunnel.exits': {
		text: 'The tunnel process is gone, and its interface with it.',
		evidence: 'assumed',
		claims: [],
		moment: 'No tunnel'
	},

	'tunnel.looksUp': {
		text: 'The tunnel process asks the network’s resolver where its relay is.',
		evidence: 'reported',
		claims: ['C01'],
		source: 'TunnelCrack (ServerIP), USENIX Security 2023'
	},
	'tunnel.looksUpAgain': {
		text: 'No answer from the resolver: the tunnel process asks again.',
		evidence: 'assumed',
		claims: []
	},
	'tunnel.foundRelay': {
		text: 'The tunnel process takes the answer for its relay’s address and makes an exception for it.',
		evidence: 'reported',
		claims: ['C01'],
		source: 'TunnelCrack (ServerIP), USENIX Security 2023'
	},
	'tunnel.configures': {
		text: (t) => `The tunnel process calls setTunnelNetworkSettings for ${relayNumber(t)}: utun comes to be.`,
		evidence: 'documented',
		claims: ['C19'],
		source: 'Apple, NEPacketTunnelProvider'
	},
	'tunnel.assumesUp': {
		text: 'Nothing is probed: the tunnel process just says that it is up.',
		evidence: 'observed',
		claims: ['C11', 'C19'],
		moment: 'Declared up, unprobed'
	},
	'tunnel.negotiates': {
		text: 'Before anything else the tunnel process needs an ephemeral peer, over TCP to a host inside the tunnel.',
		evidence: 'observed',
		claims: ['C05'],
		moment: 'A peer is to be negotiated'
	},
	'tunnel.negotiatesNext': {
		text: 'One peer is negotiated; multihop needs a second one.',
		evidence: 'documented',
		claims: ['C24'],
		source: 'Mullvad’s app and WireGuard code, entry then exit',
		moment: 'A second peer'
	},
	'tunnel.negotiated': {
		text: 'The ephemeral peer is in place. Next question: does the tunnel work?',
		evidence: 'observed',
		claims: ['C05', 'C08']
	},
	'tunnel.probes': {
		text: 'The tunnel process asks itself whether the tunnel works, by echo to 10.64.0.1.',
		evidence: 'observed',
		claims: ['C04', 'C06'],
		moment: 'Is this tunnel alive?'
	},
	'tunnel.works': {
		text: 'The gateway answered, so the tunnel works: the process tells the system that it is up.',
		evidence: 'observed',
		claims: ['C08', 'C19', 'C25'],
		moment: 'The tunnel is up'
	},
	'tunnel.givesUpRelay': {
		text: (t) => `No answer through ${relayNumber(t)} in time: the tunnel process blames the relay and gives it up.`,
		evidence: 'observed',
		claims: ['C04', 'C09'],
		moment: 'A relay is given up'
	},
	'tunnel.givesUpNegotiation': {
		text: (t) =>
			`No ephemeral peer could be had through ${relayNumber(t)} in time, and without one there is no tunnel: the tunnel process gives the relay up.`,
		evidence: 'observed',
		claims: ['C10', 'C15'],
		moment: 'No peer, no tunnel'
	},
	'tunnel.lostRelay': {
		text: (t) => `${relayNumber(t).replace('r', 'R')} has fallen silent; the tunnel process looks for another.`,
		evidence: 'documented',
		claims: ['C04'],
		source: 'Mullvad’s TunnelMonitor',
		moment: 'The relay is lost'
	},
	'tunnel.nextRelay': {
		text: (t) => `Next try: ${relayNumber(t)}.`,
		evidence: 'documented',
		claims: ['C04'],
		source: 'Mullvad’s TunnelMonitor'
	},
	'tunnel.heartbeat': {
		text: 'All quiet for ten seconds: one more probe to be sure.',
		evidence: 'documented',
		claims: ['C04'],
		source: 'Mullvad’s TunnelMonitorTimings'
	},
	'tunnel.trusts': {
		text: 'Nothing is probed; the tunnel is trusted.',
		evidence: 'observed',
		claims: ['C11'],
		quiet: true
	},

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
	},

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
		evidence: 'observed',
		claims: ['C05', 'C07'],
		moment: 'NWTCPConnection'
	},
	'tcp.connectsRequired': {
		text: 'An NWConnection with requiredInterface set to the tunnel’s virtualInterface, which exists from iOS 18 on, starts: TCP SYN.',
		evidence: 'observed',
		claims: ['C05', 'C13', 'C14'],
		moment: 'NWConnection'
	},
	'tcp.buildsSyn': {
		text: 'The userspace stack opens a TCP connection and builds the SYN itself.',
		evidence: 'observed',
		claims: ['C22']
	},
	'tcp.sendOk': { text: 'The segment was taken without an error.', evidence: 'assumed', claims: [] },
	'tcp.waits': {
		text: 'No SYN, ACK: the connection’s state is waiting.',
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
		evidence: 'documented',
		claims: ['C05'],
		source: 'Mullvad’s ephemeralpeer.proto'
	},
	'tcp.peer': {
		text: 'The answer holds the new peer; the connection has done its work and is closed: FIN.',
		evidence: 'documented',
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
	},

	'wireguard.initiates': {
		text: 'First a handshake: WireGuard sends its initiation and stages the packet.',
		evidence: 'documented',
		claims: ['C16'],
		source: 'WireGuard, section 5.4'
	},
	'wireguard.initiatesAgain': {
		text: 'No response in five seconds: WireGuard initiates again.',
		evidence: 'documented',
		claims: [],
		source: 'WireGuard, section 6.4'
	},
	'wireguard.initiatesExit': {
		text: 'The entry relay has answered. Inside its tunnel, WireGuard initiates a second handshake, with the exit.',
		evidence: 'documented',
		claims: ['C21'],
		source: 'Mullvad’s WireGuard code, multihop'
	},
	'wireguard.exitSession': {
		text: 'The exit has answered too: two sessions, one inside the other, and what was staged is sent.',
		evidence: 'documented',
		claims: ['C16', 'C21'],
		source: 'Mullvad’s WireGuard code, multihop'
	},
	'wireguard.newPeer': {
		text: 'The new peer has another preshared key: the next packet begins a new handshake.',
		evidence: 'documented',
		claims: ['C05'],
		source: 'Mullvad’s ephemeralpeer.proto'
	},
	'wireguard.stages': {
		text: 'Another packet is staged until the handshake is done.',
		evidence: 'documented',
		claims: [],
		source: 'WireGuard, section 6.4'
	},
	'wireguard.session': {
		text: 'The relay’s response is in: there is a session, and what was staged is sent.',
		evidence: 'documented',
		claims: ['C16'],
		source: 'WireGuard, section 5.4'
	},
	'wireguard.encrypts': {
		text: (t) =>
			`The ${knows(t).multihop ? 'packet goes into an envelope inside an envelope' : 'packet goes into an envelope'} for the relay.`,
		evidence: 'observed',
		claims: ['C16']
	},
	'wireguard.ages': {
		text: 'The session’s keys are two minutes old; the next packet renews them.',
		evidence: 'documented',
		claims: [],
		source: 'WireGuard, section 6.2'
	},
	'wireguard.forUtun': {
		text: 'The envelope is opened, and the packet written back into utun.',
		evidence: 'observed',
		claims: ['C16']
	},
	'wireguard.forStack': {
		text: 'The envelope is opened; the mux knows the flow and hands the packet to the userspace stack.',
		evidence: 'observed',
		claims: ['C23']
	},
	'stack.muxes': {
		text: 'The mux takes the packet as if it had been read from utun. The kernel never sees it.',
		evidence: 'observed',
		claims: ['C21', 'C22', 'C23'],
		moment: 'Around the kernel'
	}
});
