import { reasons, type ReasonContext } from './reason';
import { describePacket } from '../packets';

const packet = ({ packet }: ReasonContext) => (packet ? describePacket(packet) : 'packet');
const inner = ({ packet }: ReasonContext) => (packet ? describePacket(packet.inner ?? packet) : 'packet');

/** What stands outside the wall. Why rows are written out, `reasons` says. */
export const networkHostReasons = reasons({
	'accessPoint.lease': {
		text: 'The access point offers a lease: an address out of a private range.',
		short: 'lease offered',
		cause: 'the phone has asked for an address',
		evidence: 'documented',
		claims: [],
		source: 'RFC 2131, section 3.1; RFC 1918, section 3',
		fate: 'exempt'
	},
	'accessPoint.liesLease': {
		text: 'The access point lies: it offers the web site’s own public range as the local network.',
		short: 'a lying lease',
		cause: 'it calls the web site’s range local',
		evidence: 'reported',
		claims: ['C01'],
		source: 'TunnelCrack (LocalNet), USENIX Security 2023',
		fate: 'exempt',
		moment: 'The access point lies'
	},
	'accessPoint.dns': {
		text: 'The resolver answers with the relay’s address.',
		short: 'answered',
		cause: 'the resolver knows the relay’s address',
		evidence: 'documented',
		claims: [],
		source: 'RFC 1034, section 3.7'
	},
	'accessPoint.liesDns': {
		text: 'The access point lies: it answers with the web site’s address in place of the relay’s.',
		short: 'a lying answer',
		cause: 'the web site’s address for the relay’s',
		evidence: 'reported',
		claims: ['C01'],
		source: 'TunnelCrack (ServerIP), USENIX Security 2023',
		moment: 'The access point lies'
	},
	'accessPoint.reads': {
		text: (t) => `The access point passes the ${packet(t)} on, and sees at least where it goes.`,
		short: 'seen on its way',
		cause: 'outside the tunnel it shows where it goes',
		evidence: 'reported',
		claims: ['C01'],
		source: 'TunnelCrack, USENIX Security 2023',
		moment: 'The access point reads along'
	},
	'relay.shakesHands': {
		text: 'The relay answers the handshake.',
		short: 'answered',
		cause: 'the handshake has reached the relay',
		evidence: 'documented',
		claims: ['C16'],
		source: 'WireGuard, section 5.4',
		fate: 'delivered'
	},
	'relay.exitShakesHands': {
		text: 'The exit relay answers its handshake, through the entry.',
		short: 'answered',
		cause: 'the handshake has reached the exit relay',
		evidence: 'code',
		claims: ['C21'],
		source: 'Mullvad’s WireGuard code, multihop',
		fate: 'delivered'
	},
	'relay.entryOpens': {
		text: 'The entry relay opens the outer envelope and finds another one, for the exit.',
		short: 'one more inside',
		cause: 'the entry relay opens the outer envelope',
		evidence: 'code',
		claims: ['C21'],
		source: 'Mullvad’s WireGuard code, multihop'
	},
	'relay.opens': {
		text: (t) => `The relay opens the envelope and sends the ${inner(t)} on.`,
		short: 'sent on',
		cause: 'the relay opens the envelope',
		evidence: 'documented',
		claims: ['C16'],
		source: 'WireGuard, section 3'
	},
	'relay.wraps': {
		text: (t) => `The relay puts the ${packet(t)} into an envelope.`,
		short: 'sealed',
		cause: 'the relay sends it back in an envelope',
		evidence: 'documented',
		claims: ['C16'],
		source: 'WireGuard, section 3'
	},
	'relay.fails': {
		text: 'The relays go down.',
		short: 'relays down',
		cause: 'a fault outside the phone',
		evidence: 'assumed',
		claims: [],
		moment: 'The relay is down'
	},
	'relay.recovers': {
		text: 'The relays are up again.',
		short: 'relays up',
		cause: 'the fault is over',
		evidence: 'assumed',
		claims: []
	},
	'relay.silent': {
		text: 'The relay is down: what reaches it is lost.',
		short: 'lost',
		cause: 'the relay is down',
		evidence: 'assumed',
		claims: [],
		fate: 'refused'
	},
	'gateway.echoes': {
		text: (t) => `10.64.0.1 gets the ${packet(t).replace(' for the gateway', '')} and answers.`,
		short: 'answered',
		cause: 'the echo request has reached 10.64.0.1',
		evidence: 'observed',
		claims: ['C04', 'C08', 'C12', 'C25'],
		fate: 'delivered'
	},
	'gateway.accepts': {
		text: '10.64.0.1 accepts the TCP connection: SYN, ACK.',
		short: 'accepted',
		cause: 'the SYN has reached 10.64.0.1',
		evidence: 'observed',
		claims: ['C05', 'C08', 'C25'],
		fate: 'delivered'
	},
	'gateway.negotiates': {
		text: '10.64.0.1 takes the key of the ephemeral peer and answers.',
		short: 'key accepted',
		cause: 'it is that of an ephemeral peer',
		evidence: 'code',
		claims: ['C05'],
		source: 'Mullvad’s ephemeralpeer.proto',
		fate: 'delivered'
	},
	'gateway.closes': {
		text: '10.64.0.1 closes its side as well: FIN, ACK.',
		short: 'closed too',
		cause: 'the other side has sent its FIN',
		evidence: 'documented',
		claims: [],
		source: 'RFC 9293, section 3.6',
		fate: 'delivered'
	},
	'gateway.acknowledged': {
		text: '10.64.0.1 gets the last ACK; the connection is over.',
		short: 'connection over',
		cause: 'the last ACK has arrived',
		evidence: 'documented',
		claims: [],
		source: 'RFC 9293, section 3.6',
		fate: 'delivered'
	},
	'gateway.unreachable': {
		text: '10.64.0.1 is a private address: on the public internet it leads nowhere.',
		short: 'leads nowhere',
		cause: 'the public internet routes no private address',
		evidence: 'documented',
		claims: ['C05'],
		source: 'RFC 1918, section 3',
		fate: 'refused'
	},
	'internet.sendsPage': {
		text: 'The web site answers.',
		short: 'page sent',
		cause: 'the request has reached the web site',
		evidence: 'assumed',
		claims: [],
		fate: 'delivered'
	},
	'internet.sendsPiece': {
		text: 'Apple’s servers send a piece of the app.',
		short: 'piece sent',
		cause: 'the request has reached Apple’s servers',
		evidence: 'assumed',
		claims: ['C28'],
		fate: 'delivered'
	},
	'internet.sendsPush': {
		text: 'Apple’s servers hand over the push notification.',
		short: 'push sent',
		cause: 'the push service has asked for it',
		evidence: 'assumed',
		claims: [],
		fate: 'delivered'
	}
});
