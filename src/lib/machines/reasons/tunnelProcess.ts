import { reasons, type ReasonContext } from './reason';
import { tunnelContextOf } from './tunnelContext';

const relayNumber = (asked: ReasonContext) => `relay ${tunnelContextOf(asked).relayIndex + 1}`;

/** The tunnel process itself, from launch to the end. Why rows are written out, `reasons` says. */
export const tunnelProcessReasons = reasons({
	'region.begins': {
		text: 'Switched on with the process.',
		short: 'begins',
		cause: 'its process has started',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'region.ends': {
		text: 'Closed with what it belonged to.',
		short: 'ends',
		cause: 'what it belonged to has ended',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},

	'tunnel.launches': {
		text: 'The system launches the packet tunnel provider, a process apart from the app.',
		short: 'launched',
		cause: 'by the system, apart from the app',
		evidence: 'documented',
		claims: ['C06', 'C16'],
		source: 'Apple, NEPacketTunnelProvider',
		moment: 'The tunnel process starts'
	},
	'tunnel.alreadyGone': {
		text: 'There is no tunnel process to end.',
		short: 'nothing to end',
		cause: 'there is no tunnel process',
		evidence: 'assumed',
		claims: []
	},
	'tunnel.staysAbsent': {
		text: 'No tunnel process was running.',
		short: 'stays absent',
		cause: 'no tunnel process was running',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'tunnel.sigterm': {
		text: 'The old tunnel process is told to terminate: SIGTERM.',
		short: 'told to end',
		cause: 'SIGTERM: the app is being updated',
		evidence: 'observed',
		claims: ['C28', 'C30'],
		moment: 'SIGTERM'
	},
	'tunnel.stopped': {
		text: 'The system calls stopTunnel, and the tunnel process begins to close down.',
		short: 'told to end',
		cause: 'stopTunnel: the session is ending',
		evidence: 'documented',
		claims: [],
		source: 'Apple, NEPacketTunnelProvider'
	},
	'tunnel.crashes': {
		text: 'The tunnel process crashes.',
		short: 'crashed',
		cause: 'by itself: nobody told it to end',
		evidence: 'assumed',
		claims: ['C27'],
		moment: 'The tunnel crashes'
	},
	'tunnel.endsWithPhone': {
		text: 'The tunnel process ends with the phone’s power.',
		short: 'stopped',
		cause: 'the phone restarts',
		evidence: 'assumed',
		claims: ['C27']
	},
	'tunnel.exits': {
		text: 'The tunnel process is gone, and its interface with it.',
		short: 'stopped',
		cause: 'it was told to end; utun goes with it',
		evidence: 'assumed',
		claims: [],
		moment: 'No tunnel'
	},

	'tunnel.looksUp': {
		text: 'The tunnel process asks the network’s resolver where its relay is.',
		short: 'asks DNS',
		cause: 'it has to learn where its relay is',
		evidence: 'reported',
		claims: ['C01'],
		source: 'TunnelCrack (ServerIP), USENIX Security 2023'
	},
	'tunnel.looksUpAgain': {
		text: 'No answer from the resolver: the tunnel process asks again.',
		short: 'asks again',
		cause: 'no answer from the resolver',
		evidence: 'assumed',
		claims: []
	},
	'tunnel.foundRelay': {
		text: 'The tunnel process takes the answer for its relay’s address and names it to the system, which makes the exception.',
		short: 'answer believed',
		cause: 'the system now lets that address past',
		evidence: 'reported',
		claims: ['C01'],
		source: 'TunnelCrack (ServerIP), USENIX Security 2023'
	},
	'tunnel.configures': {
		text: (t) =>
			`The tunnel process calls setTunnelNetworkSettings for ${relayNumber(t)}: utun gets its address and its routes.`,
		short: 'sets up utun',
		cause: 'for a relay, with address and routes',
		evidence: 'documented',
		claims: ['C19'],
		source: 'Apple, NEPacketTunnelProvider'
	},
	'tunnel.assumesUp': {
		text: 'Nothing is probed: the tunnel process just says that it is up.',
		short: 'says it is up',
		cause: 'nothing is probed',
		evidence: 'observed',
		claims: ['C11', 'C19'],
		moment: 'Declared up, unprobed'
	},
	'tunnel.negotiates': {
		text: 'Before anything else the tunnel process needs an ephemeral peer, over TCP to a host inside the tunnel.',
		short: 'needs a peer',
		cause: 'before anything else, an ephemeral one',
		evidence: 'code',
		claims: ['C05'],
		source: 'Mullvad’s app, PacketTunnelActor',
		moment: 'A peer is to be negotiated'
	},
	'tunnel.negotiatesUp': {
		text: 'Before anything else the tunnel process needs an ephemeral peer, over TCP to a host inside the tunnel. For that TCP to get anywhere, it tells the system at once that the tunnel is up.',
		short: 'says it is up',
		cause: 'so that its TCP for a peer can get through',
		evidence: 'code',
		claims: ['C05'],
		source: 'Mullvad’s PacketTunnelProvider',
		moment: 'A peer is to be negotiated'
	},
	'tunnel.probesUp': {
		text: 'The interface is configured, and with that the tunnel process tells the system that the tunnel is up. Whether it works, the process finds out afterwards, by echo to 10.64.0.1.',
		short: 'says it is up',
		cause: 'utun is configured; the probe comes after',
		evidence: 'code',
		claims: ['C04', 'C06'],
		source: 'Mullvad’s PacketTunnelProvider',
		moment: 'Declared up before any handshake'
	},
	'tunnel.saysUpUnanswered': {
		text: (t) =>
			`Two attempts have failed. The third begins, with ${relayNumber(t)}, and the tunnel process tells the system that the tunnel is up, although nothing has been answered.`,
		short: 'says it is up',
		cause: 'a third attempt begins, nothing answered',
		evidence: 'code',
		claims: [],
		source: 'Mullvad’s PacketTunnelProvider',
		moment: 'Declared up, unanswered'
	},
	'tunnel.negotiatesNext': {
		text: 'One peer is negotiated; multihop needs a second one.',
		short: 'one more peer',
		cause: 'multihop needs a second one',
		evidence: 'code',
		claims: ['C24'],
		source: 'Mullvad’s app, MultiHopEphemeralPeerExchanger.swift',
		moment: 'A second peer'
	},
	'tunnel.negotiated': {
		text: 'The ephemeral peer is in place. Next question: does the tunnel work?',
		short: 'peer in place',
		cause: 'negotiation is over; the probe is next',
		evidence: 'code',
		claims: ['C05', 'C08'],
		source: 'Mullvad’s app, PacketTunnelActor'
	},
	'tunnel.probes': {
		text: 'The tunnel process asks itself whether the tunnel works, by echo to 10.64.0.1.',
		short: 'probe begins',
		cause: 'it wants to know if the tunnel works',
		evidence: 'code',
		claims: ['C04', 'C06'],
		source: 'Mullvad’s TunnelMonitor',
		moment: 'Is this tunnel alive?'
	},
	'tunnel.works': {
		text: (t) =>
			`The gateway answered, so the tunnel works. ${tunnelContextOf(t).toldUp ? 'The system was told before' : 'The process tells the system that it is up'}.`,
		short: 'tunnel works',
		cause: 'the gateway has answered the probe',
		evidence: 'code',
		claims: ['C08', 'C19', 'C25'],
		source: 'Mullvad’s app, PacketTunnelProvider.swift',
		moment: 'The tunnel is up'
	},
	'tunnel.givesUpRelay': {
		text: (t) => `No answer through ${relayNumber(t)} in time: the tunnel process gives it up and picks anew.`,
		short: 'relay given up',
		cause: 'no answer through it in time',
		evidence: 'code',
		claims: ['C04', 'C09'],
		source: 'Mullvad’s TunnelMonitor; Mullvad’s app, PacketTunnelActorReducer.swift',
		moment: 'A relay is given up'
	},
	'tunnel.givesUpNegotiation': {
		text: (t) =>
			`No ephemeral peer could be had through ${relayNumber(t)} in time, and without one there is no tunnel: the tunnel process picks a relay anew.`,
		short: 'relay given up',
		cause: 'no ephemeral peer through it in time',
		evidence: 'code',
		claims: ['C10', 'C15'],
		source: 'Mullvad’s app, EphemeralPeerExchangeActor.swift and (until April 2026) PacketTunnelProvider.swift',
		moment: 'No peer, no tunnel'
	},
	'tunnel.lostRelay': {
		text: (t) => `${relayNumber(t).replace('r', 'R')} has fallen silent; the tunnel process picks anew.`,
		short: 'relay lost',
		cause: 'it has fallen silent',
		evidence: 'code',
		claims: ['C04'],
		source: 'Mullvad’s TunnelMonitor; Mullvad’s app, PacketTunnelActorReducer.swift',
		moment: 'The relay is lost'
	},
	'tunnel.nextRelay': {
		text: (t) => `Next try: ${relayNumber(t)}.`,
		short: 'next relay',
		cause: 'the last one was given up',
		evidence: 'code',
		claims: ['C04'],
		source: 'Mullvad’s app, PacketTunnelActorReducer.swift'
	},
	'tunnel.heartbeat': {
		text: 'Ten seconds have passed: one more probe, here in a quiet tunnel as well.',
		short: 'probes again',
		cause: 'ten seconds on, here with traffic or without',
		evidence: 'assumed',
		claims: ['C04']
	},
	'tunnel.trusts': {
		text: 'Nothing is probed; the tunnel is trusted.',
		short: 'trusted',
		cause: 'nothing is probed',
		evidence: 'assumed',
		claims: [],
		quiet: true
	}
});
